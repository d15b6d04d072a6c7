import type { Capabilities } from './capabilities';
import type { Detected } from './detect';
import type { ShopDialect } from '../dialect';
import { DIALECT_3_0, DIALECT_3_0_5 } from '../dialects/3_0';
import { DIALECT_4_0, DIALECT_4_0_0 } from '../dialects/4_0';
import { DIALECT_4_1 } from '../dialects/4_1';
import type { ShopGroup } from './shop_version';

const BY_GROUP: Readonly<Record<ShopGroup, ShopDialect>> = {
  '3.0': DIALECT_3_0,
  '3.0.5': DIALECT_3_0_5,
  '4.0.0': DIALECT_4_0_0,
  '4.0.2': DIALECT_4_0,
  '4.1': DIALECT_4_1,
};

/** What the program of that version does, with the tables this shop really has. Null: not understood. */
export function dialectOfShop(found: Pick<Detected, 'group' | 'capabilities'>): ShopDialect | null {
  return found.group === 'unknown' ? null : { ...BY_GROUP[found.group], ...tablesOf(found.capabilities) };
}

function tablesOf(can: Capabilities): Partial<ShopDialect> {
  return {
    methods: can.methodsAreJson ? 'json' : 'text',
    languageCodes: can.hasLanguageCode,
    masterProducts: can.hasMasterId,
    totalExtensions: can.hasOrderTotalExtension,
    specials: can.hasProductSpecial ? 'table' : 'discount_rows',
    placeNames: can.countryNamesInDescription ? 'description' : 'column',
    addressFormats: can.addressFormatsInTable ? 'table' : 'column',
    defaultAddresses: can.addressesHaveDefault ? 'flag' : 'customer',
    fixedTaxPerLine: can.fixedTaxPerLine,
    giftVouchers: can.hasVoucherTables,
    subscriptions: can.hasSubscriptions,
    rollsBack: can.orderTablesTransactional,
    wideText: can.wideText,
  };
}
