import type { ShippingQuestion, ShippingQuote } from './quote';
import { shipsThere } from './quote';

/** One price for each piece that ships. */
export function item(question: ShippingQuestion): ShippingQuote[] {
  if (!shipsThere(question, 'item')) return [];
  const pieces = question.cart.lines.filter((line) => line.ships).reduce((sum, line) => sum + line.quantity, 0);
  return [
    {
      code: 'item.item',
      name: question.titles.item,
      cost: question.settings.decimal('shipping_item_cost').times(pieces),
      taxClassId: question.settings.number('shipping_item_tax_class_id'),
    },
  ];
}
