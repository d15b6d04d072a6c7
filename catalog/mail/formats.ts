import { isCurrency } from '../../system/currencies';
import { type Decimal, decimal } from '../../system/decimal';
import { formatMoney, shopMoney } from '../../system/money';

/** Building an Intl format costs more than a mail; there are few languages and time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** "21 December 2025 at 14:05 CET": the moment, in the shop's zone, which it names. `at` is UTC epoch ms. */
export function formatMoment(at: number, locale: string, timeZone: string): string {
  // The zone stays with the time where a line ends.
  return dateFormat(locale, timeZone, true)
    .format(at)
    .replace(/ (?=\S+$)/, '\u00a0');
}

/** "21 November 2025" from the shop's wall time; empty for text that is no date. */
export function formatShopDate(wallTime: string, locale: string): string {
  const at = Date.parse(`${wallTime.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at) ? '' : dateFormat(locale, 'UTC', false).format(at);
}

function dateFormat(locale: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${withTime}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = buildFormat(locale, timeZone, withTime)));
  return format;
}

function buildFormat(locale: string, timeZone: string, withTime: boolean): Intl.DateTimeFormat {
  const date = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  const options = withTime ? { ...date, ...time } : date;
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    // A shop may name a zone that nobody knows.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  }
}

/** A figure of the shop in the order's currency, rounded on its own as OpenCart shows it. */
export function formatShopAmount(value: string | Decimal, rate: Decimal, currency: string, locale: string): string {
  const amount = decimal(value.toString()).times(rate);
  if (isCurrency(currency)) return formatMoney(shopMoney(amount, currency), locale);
  return `${amount.toFixed(2)} ${currency}`;
}
