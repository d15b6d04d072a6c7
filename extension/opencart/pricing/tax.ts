import { Decimal } from '../../../system/decimal';
import type { TaxRate } from '../../payment_link/order_book';

/** A tax rate as it holds for one address and customer group. */
export interface Rate {
  readonly taxRateId: number;
  readonly name: string;
  /** Percent (P), or the amount per piece (F). */
  readonly rate: Decimal;
  readonly type: 'P' | 'F';
}

/** Tax class → its rates. Rates of a class add up; none compounds on another. */
export type TaxTable = ReadonlyMap<number, readonly Rate[]>;

export interface ClassRate extends Rate {
  readonly taxClassId: number;
}

/** In the order in which the rates were found; a rate that two rules of a class lead to counts once. */
export function taxTable(found: readonly ClassRate[]): TaxTable {
  const table = new Map<number, Rate[]>();
  for (const { taxClassId, ...rate } of found) {
    const rates = table.get(taxClassId) ?? [];
    if (!rates.some((known) => known.taxRateId === rate.taxRateId)) rates.push(rate);
    table.set(taxClassId, rates);
  }
  return table;
}

export interface TaxAmount {
  readonly taxRateId: number;
  readonly amount: Decimal;
}

/** What each rate of the class asks on an amount: percent of it, or its fixed amount once. */
export function taxesOn(amount: Decimal, taxClassId: number, table: TaxTable): TaxAmount[] {
  return (table.get(taxClassId) ?? []).map(({ taxRateId, rate, type }) => ({
    taxRateId,
    amount: type === 'P' ? amount.times(rate).div(100) : rate,
  }));
}

/** What a discount takes off: percent rates only, fixed amounts stay due. */
export function taxesOffDiscount(discount: Decimal, taxClassId: number, table: TaxTable): TaxAmount[] {
  return (table.get(taxClassId) ?? [])
    .filter((rate) => rate.type === 'P')
    .map(({ taxRateId, rate }) => ({ taxRateId, amount: discount.times(rate).div(-100) }));
}

export function sumOf(amounts: readonly TaxAmount[]): Decimal {
  return amounts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
}

/** Tax per rate, in the order in which the rates were met. */
export type TaxSums = ReadonlyMap<number, Decimal>;

export function addTaxes(sums: TaxSums, amounts: readonly TaxAmount[], times = 1): TaxSums {
  const added = new Map(sums);
  for (const { taxRateId, amount } of amounts) {
    added.set(taxRateId, (added.get(taxRateId) ?? new Decimal(0)).plus(amount.times(times)));
  }
  return added;
}

export function taxRatesOf(taxClassId: number, table: TaxTable): TaxRate[] {
  return (table.get(taxClassId) ?? []).map((rate) => ({ ...rate, rate: rate.rate.toFixed(4) }));
}
