import { exponentOf, isCurrency } from './currencies';
import { moneyFromDecimal, type Money } from './money';

/**
 * What a person typed, "12.50" or "12,50", with at most the currency's places and no thousands separators. Null when
 * it is no amount, or the currency is unknown.
 */
export function typedAmount(typed: string, currency: string): Money | null {
  const text = typed.trim().replace(',', '.');
  if (!isCurrency(currency) || !/^\d{1,10}(\.\d{1,4})?$/.test(text)) return null;
  const places = text.split('.')[1]?.length ?? 0;
  return places > exponentOf(currency) ? null : moneyFromDecimal(text, currency);
}
