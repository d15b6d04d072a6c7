import { Decimal } from '../../../../system/decimal';
import type { ShippingQuestion, ShippingQuote } from './quote';
import { shipsThere } from './quote';

export function pickup(question: ShippingQuestion): ShippingQuote[] {
  if (!shipsThere(question, 'pickup')) return [];
  return [{ code: 'pickup.pickup', name: question.titles.pickup, cost: new Decimal(0), taxClassId: 0 }];
}
