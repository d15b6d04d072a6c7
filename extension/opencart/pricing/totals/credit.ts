import { Decimal } from '../../../../system/decimal';
import type { TotalContext, TotalEffect } from './total';
import { NOTHING, oneRow } from './total';

/** The customer's store credit pays as far as it goes. */
export function credit({ balance, total, titles }: TotalContext): TotalEffect {
  const paid = Decimal.min(balance, total);
  return paid.greaterThan(0) ? oneRow(titles.credit, paid.negated()) : NOTHING;
}
