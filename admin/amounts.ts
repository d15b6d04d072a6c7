import { isCurrency } from '../system/currencies';
import { decimal, type Decimal } from '../system/decimal';
import { formatMoney, shopMoney } from '../system/money';

/**
 * A figure of the shop in the order's currency, rounded on its own, as OpenCart shows it. `rate`: the order's frozen
 * one. A currency that ISO 4217 does not know shows the bare figure and its code.
 */
export function orderAmountText(value: string | Decimal, rate: Decimal, currency: string, locale: string): string {
  const amount = decimal(value.toString()).times(rate);
  return isCurrency(currency) ? formatMoney(shopMoney(amount, currency), locale) : `${amount.toFixed(2)} ${currency}`;
}
