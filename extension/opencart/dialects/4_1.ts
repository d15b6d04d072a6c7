import type { ShopDialect } from '../dialect';

/** OpenCart 4.1 as its PHP writes it. */
export const DIALECT_4_1: ShopDialect = {
  name: '4.1',
  methods: 'json',
  languageCodes: true,
  masterProducts: true,
  totalExtensions: true,
  specials: 'discount_rows',
  placeNames: 'description',
  addressFormats: 'table',
  defaultAddresses: 'flag',
  fixedTaxPerLine: false,
  handlingShipsOnly: false,
  statusChangeDates: false,
  affiliateEarnsOn: 'complete',
  giftVouchers: false,
  subscriptions: true,
  rollsBack: true,
  wideText: true,
  ownTables: false,
};
