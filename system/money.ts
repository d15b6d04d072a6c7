import { Decimal } from 'decimal.js';
import { exponentOf, isWholeOnly } from './currencies';

/**
 * An amount to charge: integer minor units of an ISO-4217 currency. 1999 EUR is €19.99, 1999 JPY is ¥1999.
 * Never a float; `minor` is always a safe integer.
 */
export interface Money {
  readonly minor: number;
  /** ISO-4217, upper case. */
  readonly currency: string;
}

/** @throws RangeError when `minor` is no safe integer, or the currency is unknown. */
export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  exponentOf(currency);
  return Object.freeze({ minor, currency });
}

/**
 * From decimal text in major units ("19.99"), rounded half away from zero to the currency's places.
 * @throws RangeError as `money`; decimal.js's Error for what is no decimal.
 */
export function moneyFromDecimal(major: Decimal.Value, currency: string): Money {
  const scaled = new Decimal(major).times(new Decimal(10).pow(exponentOf(currency)));
  return money(scaled.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), currency);
}

/**
 * A figure of a shop in the order's currency, rounded on its own: to whole units where nobody pays in less, else as
 * `moneyFromDecimal` does.
 */
export function shopMoney(major: Decimal, currency: string): Money {
  return moneyFromDecimal(isWholeOnly(currency) ? major.toDecimalPlaces(0, Decimal.ROUND_HALF_UP) : major, currency);
}

/** "19.99"; "1999" for a currency without decimals. */
export function toDecimalText(amount: Money): string {
  const exponent = exponentOf(amount.currency);
  return new Decimal(amount.minor).div(new Decimal(10).pow(exponent)).toFixed(exponent);
}

/** As a person types it into a field: "19.99", and "150000" where nobody pays in decimals. */
export function toTypedText(amount: Money): string {
  return new Decimal(toDecimalText(amount)).toFixed(placesShown(amount));
}

/** @throws RangeError when the currencies differ. */
export function subtract(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot subtract ${b.currency} from ${a.currency}`);
  return money(a.minor - b.minor, a.currency);
}

export function sameMoney(a: Money, b: Money): boolean {
  return a.minor === b.minor && a.currency === b.currency;
}

/**
 * For people: "€250.47" in the locale's own form, "Rp 150.000" where nobody pays in the decimals that ISO 4217 gives.
 * `locale` is BCP 47 ("nl-NL").
 */
export function formatMoney(amount: Money, locale: string): string {
  const text = numberFormat(locale, amount.currency, placesShown(amount)).format(
    toDecimalText(amount) as Intl.StringNumericLiteral,
  );
  // A minus sign, which is as wide as a figure; Intl writes a hyphen.
  return amount.minor < 0 ? text.replace('-', '\u2212') : text;
}

/** Nobody pays, or gives back, less than a unit of this currency, and this amount would need it. */
export function hasOddFraction({ minor, currency }: Money): boolean {
  return isWholeOnly(currency) && minor % 10 ** exponentOf(currency) !== 0;
}

/** A fraction that should not be there is shown all the same. */
function placesShown(amount: Money): number {
  return isWholeOnly(amount.currency) && !hasOddFraction(amount) ? 0 : exponentOf(amount.currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/** Building an Intl format costs 50 µs; a page formats dozens. */
function numberFormat(locale: string, currency: string, places: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${places}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
    formats.set(key, format);
  }
  return format;
}
