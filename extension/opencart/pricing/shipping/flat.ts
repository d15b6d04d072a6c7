import type { ShippingQuestion, ShippingQuote } from './quote';
import { shipsThere } from './quote';

/** One price an order. */
export function flat(question: ShippingQuestion): ShippingQuote[] {
  if (!shipsThere(question, 'flat')) return [];
  return [
    {
      code: 'flat.flat',
      name: question.titles.flat,
      cost: question.settings.decimal('shipping_flat_cost'),
      taxClassId: question.settings.number('shipping_flat_tax_class_id'),
    },
  ];
}
