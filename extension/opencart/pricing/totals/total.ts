import type { Decimal } from '../../../../system/decimal';
import type { ShopSettings } from '../../setting/settings';
import type { Cart } from '../cart';
import type { ShippingQuote } from '../shipping/quote';
import type { TaxAmount, TaxSums, TaxTable } from '../tax';
import type { Titles } from '../titles';

/** What every total is computed from; `taxes` and `total` are what the totals before it have left. */
export interface TotalContext {
  readonly cart: Cart;
  readonly settings: ShopSettings;
  readonly taxTable: TaxTable;
  readonly titles: Titles;
  /** The chosen method; null when nothing ships. */
  readonly shipping: ShippingQuote | null;
  readonly coupon: TotalCoupon | null;
  /** Points to use, 0 for none. */
  readonly rewardPoints: number;
  /** The customer's store credit. */
  readonly balance: Decimal;
  /** Fixed amounts of tax count once a line. */
  readonly fixedTaxPerLine?: boolean;
  /** No handling fee is asked, whatever the sub-total. */
  readonly handlingFree?: boolean;
  readonly taxes: TaxSums;
  readonly total: Decimal;
}

/** A coupon that was found to hold for this order. */
export interface TotalCoupon {
  readonly code: string;
  /** P: `discount` is percent; F: an amount over all its lines. */
  readonly type: string;
  readonly discount: Decimal;
  readonly freesShipping: boolean;
  /** Products it is for; null: all. */
  readonly productIds: ReadonlySet<number> | null;
}

/** What a total adds: rows (their values move the running total) and changes to the taxes still to come. */
export interface TotalEffect {
  readonly rows: readonly TotalEntry[];
  readonly taxes: readonly TaxAmount[];
}

export interface TotalEntry {
  readonly title: string;
  readonly value: Decimal;
}

export type Total = (context: TotalContext) => TotalEffect;

export const NOTHING: TotalEffect = { rows: [], taxes: [] };

export function oneRow(title: string, value: Decimal, taxes: readonly TaxAmount[] = []): TotalEffect {
  return { rows: [{ title, value }], taxes };
}
