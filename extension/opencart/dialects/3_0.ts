import type { ShopDialect } from '../dialect';

/** OpenCart 3.0: MyISAM, which cannot undo; plain methods with a code beside them; a three-byte connection. */
export const DIALECT_3_0: ShopDialect = {
  name: '3.0',
  methods: 'text',
  languageCodes: false,
  masterProducts: false,
  totalExtensions: false,
  specials: 'table',
  placeNames: 'column',
  addressFormats: 'column',
  defaultAddresses: 'customer',
  fixedTaxPerLine: false,
  handlingShipsOnly: true,
  statusChangeDates: true,
  affiliateEarnsOn: 'reserving',
  giftVouchers: true,
  subscriptions: false,
  rollsBack: false,
  wideText: false,
  ownTables: false,
};

/** Wider columns; its PHP still connects with three-byte text. */
export const DIALECT_3_0_5: ShopDialect = { ...DIALECT_3_0, name: '3.0.5' };
