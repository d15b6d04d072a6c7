import { taxesOn } from '../tax';
import type { TotalContext, TotalEffect } from './total';
import { NOTHING, oneRow } from './total';

/** Asked when the sub-total is above the limit `total_handling_total`. */
export function handling({ cart, settings, taxTable, titles, handlingFree = false }: TotalContext): TotalEffect {
  if (handlingFree) return NOTHING;
  const limit = settings.decimal('total_handling_total');
  if (!cart.subTotal.greaterThan(limit) || !cart.subTotal.greaterThan(0)) return NOTHING;
  const fee = settings.decimal('total_handling_fee');
  const taxClassId = settings.number('total_handling_tax_class_id');
  return oneRow(titles.handling, fee, taxesOn(fee, taxClassId, taxTable));
}
