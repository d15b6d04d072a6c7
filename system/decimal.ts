import { Decimal } from 'decimal.js';

/**
 * The shop's own figures (prices, taxes, totals, rates): exact decimals, stored with four places. This is the one
 * place that reads and writes them; on SQLite they are text, and no SQL does arithmetic on them.
 */
Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

export { Decimal };

/** From a database column. Null and the empty string, which OpenCart leaves in numbers, read as zero. */
export function decimal(value: string | number | null | undefined): Decimal {
  return new Decimal(value === null || value === undefined || value === '' ? 0 : value);
}

/** For a `decimal(15,4)` column: "254.4000", rounded half away from zero as the database would. */
export function decimal4(value: Decimal.Value): string {
  return new Decimal(value).toFixed(4, Decimal.ROUND_HALF_UP);
}

/** For a `decimal(15,8)` column (rates, weights). */
export function decimal8(value: Decimal.Value): string {
  return new Decimal(value).toFixed(8, Decimal.ROUND_HALF_UP);
}
