import { formatMoney, moneyFromDecimal } from '../system/money';
import { isCurrency } from '../system/currencies';

/**
 * A price of the shop for people, in its base currency: rounded to the currency's places. A currency that no bank
 * knows shows the bare figure.
 */
export function priceText(price: string, currency: string, locale: string): string {
  return isCurrency(currency) ? formatMoney(moneyFromDecimal(price, currency), locale) : price;
}
