import { exponentOf, isWholeOnly } from '../../../system/currencies';
import { Decimal, decimal } from '../../../system/decimal';
import type { PaymentLinks } from '../context';
import type { Order } from '../order_book';
import { rateOf } from './order_amount';

/**
 * What the shop shows as the order's total where its currency is charged in whole units and the total is none:
 * "150000.50". A shop that gives the currency no decimals rounds its totals itself, in front of the customer; any other
 * rounding would charge what nobody was shown. Null where all is well.
 */
export async function shownFraction(context: PaymentLinks, order: Order): Promise<string | null> {
  const { currencyCode: code } = order;
  if (!isWholeOnly(code)) return null;
  const known = (await context.orderBook.listCurrencies(context.db)).find((currency) => currency.code === code);
  const places = known?.decimalPlaces ?? exponentOf(code);
  const shown = decimal(order.total).times(rateOf(order)).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  return shown.isInteger() ? null : shown.toFixed(places);
}
