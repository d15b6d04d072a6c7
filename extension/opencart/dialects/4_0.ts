import type { ShopDialect } from '../dialect';
import { DIALECT_4_1 } from './4_1';

/** OpenCart 4.0.2: names of countries still in their own row, gift vouchers, specials in a table of their own. */
export const DIALECT_4_0: ShopDialect = {
  ...DIALECT_4_1,
  name: '4.0.2',
  specials: 'table',
  placeNames: 'column',
  statusChangeDates: true,
  giftVouchers: true,
};

/** 4.0.0 and 4.0.1 still write methods as 3.0 does. */
export const DIALECT_4_0_0: ShopDialect = { ...DIALECT_4_0, name: '4.0.0', methods: 'text' };
