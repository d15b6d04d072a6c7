import { Decimal, decimal } from '../../../system/decimal';
import { moneyFromDecimal, type Money } from '../../../system/money';
import type { Order } from '../order_book';

/** The order's frozen rate; shops leave 0 where they mean 1. */
export function rateOf(order: Order): Decimal {
  const rate = decimal(order.currencyValue);
  return rate.isZero() ? new Decimal(1) : rate;
}

/** ISO 4217 gives these two decimals, but nobody has paid in them for decades and their providers take whole units. */
const WHOLE_ONLY = new Set(['IDR']);

/** Amounts in it have no decimals, although ISO 4217 gives it some. */
export function isWholeOnly(currency: string): boolean {
  return WHOLE_ONLY.has(currency);
}

/**
 * What the customer owes: the order's total times its own rate, rounded once, half up, to the currency's places,
 * as every OpenCart payment extension does. @throws RangeError for a currency that ISO 4217 does not know.
 */
export function amountToCharge(order: Order): Money {
  const owed = decimal(order.total).times(rateOf(order));
  const whole = isWholeOnly(order.currencyCode);
  return moneyFromDecimal(whole ? owed.toDecimalPlaces(0, Decimal.ROUND_HALF_UP) : owed, order.currencyCode);
}
