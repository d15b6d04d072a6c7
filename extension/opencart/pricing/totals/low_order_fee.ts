import { taxesOn } from '../tax';
import type { TotalContext, TotalEffect } from './total';
import { NOTHING, oneRow } from './total';

/** Asked when the sub-total is above nothing and below the limit `total_low_order_fee_total`. */
export function lowOrderFee({ cart, settings, taxTable, titles }: TotalContext): TotalEffect {
  const limit = settings.decimal('total_low_order_fee_total');
  if (cart.subTotal.isZero() || !cart.subTotal.lessThan(limit)) return NOTHING;
  const fee = settings.decimal('total_low_order_fee_fee');
  const taxClassId = settings.number('total_low_order_fee_tax_class_id');
  return oneRow(titles.lowOrderFee, fee, taxesOn(fee, taxClassId, taxTable));
}
