import type { TaxTable } from '../tax';
import type { TotalContext, TotalEffect } from './total';

/** One row per rate that has anything above zero left. */
export function tax({ taxes, taxTable }: TotalContext): TotalEffect {
  const names = rateNames(taxTable);
  return {
    rows: [...taxes]
      .filter(([, value]) => value.greaterThan(0))
      .map(([taxRateId, value]) => ({ title: names.get(taxRateId) ?? '', value })),
    taxes: [],
  };
}

function rateNames(table: TaxTable): Map<number, string> {
  return new Map([...table.values()].flat().map((rate) => [rate.taxRateId, rate.name]));
}
