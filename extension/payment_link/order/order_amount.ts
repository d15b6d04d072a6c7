import { Decimal, decimal } from '../../../system/decimal';
import { shopMoney, type Money } from '../../../system/money';
import type { Order } from '../order_book';

/** The order's frozen rate; shops leave 0 where they mean 1. */
export function rateOf(order: Order): Decimal {
  const rate = decimal(order.currencyValue);
  return rate.isZero() ? new Decimal(1) : rate;
}

/**
 * What the customer owes: the order's total times its own rate, rounded once, half up, to the currency's places,
 * as every OpenCart payment extension does. @throws RangeError for a currency that ISO 4217 does not know.
 */
export function amountToCharge(order: Order): Money {
  return shopMoney(decimal(order.total).times(rateOf(order)), order.currencyCode);
}
