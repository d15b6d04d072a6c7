import type { CartLine } from '../../extension/opencart/pricing/cart';
import { cartOf } from '../../extension/opencart/pricing/cart';
import type { ShippingQuote } from '../../extension/opencart/pricing/shipping/quote';
import { taxTable } from '../../extension/opencart/pricing/tax';
import { titlesIn } from '../../extension/opencart/pricing/titles';
import { computeTotals } from '../../extension/opencart/pricing/totals/pipeline';
import type { TotalContext, TotalCoupon } from '../../extension/opencart/pricing/totals/total';
import { shopSettings } from '../../extension/opencart/setting/settings';
import { decimal } from '../../system/decimal';

export function cartLine(total: string, quantity = 1, more: Partial<CartLine> = {}): CartLine {
  const price = decimal(total).div(quantity);
  return {
    ...{ productId: 1, masterId: 0, name: 'A', model: 'a', quantity, price, total: decimal(total), taxClassId: 9 },
    ...{ ships: true, subtract: true, reward: 0, points: 0, weight: decimal(0), weightClassId: 1, options: [] },
    ...more,
  };
}

/** Class 9: 20 percent and 2.00 a piece. */
const TAXES = taxTable([
  { taxClassId: 9, taxRateId: 86, name: 'VAT', rate: decimal('20'), type: 'P' },
  { taxClassId: 9, taxRateId: 87, name: 'Eco', rate: decimal('2'), type: 'F' },
]);

/** As shops have them; handling is on where a test says so. */
export const USUAL: Readonly<Record<string, number>> = {
  ...{ sub_total: 1, reward: 2, shipping: 3, coupon: 4, low_order_fee: 4, tax: 5, credit: 7, total: 9 },
};

export function settingsOf(sortOrders: Readonly<Record<string, number>>, more: Readonly<Record<string, string>> = {}) {
  return shopSettings([
    ...Object.entries(sortOrders).flatMap(([code, sortOrder]) => [
      { key: `total_${code}_status`, value: '1' },
      { key: `total_${code}_sort_order`, value: String(sortOrder) },
    ]),
    ...Object.entries(more).map(([key, value]) => ({ key, value })),
  ]);
}

export function couponOf(type: 'P' | 'F', discount: string, more: Partial<TotalCoupon> = {}): TotalCoupon {
  return { code: 'C', type, discount: decimal(discount), freesShipping: false, productIds: null, ...more };
}

export function quoteOf(cost: string, taxClassId = 9): ShippingQuote {
  return { code: 'flat.flat', name: 'Flat', cost: decimal(cost), taxClassId };
}

export function totalsOf(lines: readonly CartLine[], more: Partial<TotalContext> = {}) {
  return computeTotals({
    ...{ cart: cartOf(lines), settings: settingsOf(USUAL), taxTable: TAXES, titles: titlesIn('en-gb') },
    ...{ shipping: null, coupon: null, rewardPoints: 0, balance: decimal(0), ...more },
  });
}

/** `title value`, as the rows read. */
export function shown(totals: ReturnType<typeof computeTotals>): string[] {
  return totals.rows.map((row) => `${row.title} ${row.value.toFixed(4)}`);
}
