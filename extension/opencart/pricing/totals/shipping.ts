import { taxesOn } from '../tax';
import type { TotalContext, TotalEffect } from './total';
import { NOTHING, oneRow } from './total';

export function shipping({ shipping: method, taxTable }: TotalContext): TotalEffect {
  if (!method) return NOTHING;
  return oneRow(method.name, method.cost, taxesOn(method.cost, method.taxClassId, taxTable));
}
