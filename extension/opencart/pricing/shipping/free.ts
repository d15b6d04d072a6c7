import { Decimal } from '../../../../system/decimal';
import type { ShippingQuestion, ShippingQuote } from './quote';
import { shipsThere } from './quote';

/** From the sub-total `shipping_free_total` on. */
export function free(question: ShippingQuestion): ShippingQuote[] {
  const enough = question.cart.subTotal.greaterThanOrEqualTo(question.settings.decimal('shipping_free_total'));
  if (!enough || !shipsThere(question, 'free')) return [];
  return [{ code: 'free.free', name: question.titles.free, cost: new Decimal(0), taxClassId: 0 }];
}
