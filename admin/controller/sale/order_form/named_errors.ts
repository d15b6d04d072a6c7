import { summaryOf, under, type NamedField } from '../../../form/summary';
import type { FieldError } from '../../../form_errors';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { OrderFormState } from './state';

/** The summary above the form; what goes to the payment address is said once. */
export function namedErrors(view: OrderFormView, { shippingSame }: OrderFormState): FieldError[] {
  const errors = view.errors.filter(({ field }) => !(shippingSame && field.startsWith('shipping_address')));
  const led = errors.map((error) => ({ ...error, field: controlOf(error.field, view) }));
  return summaryOf(led, fieldsOf(view));
}

/** Where a person mends it: a line by its quantity, an order without lines by looking for a product. */
function controlOf(field: string, { products }: OrderFormView): string {
  if (field === 'lines') return products.pending === null ? 'product_search' : 'pending_quantity';
  const line = /^lines-\d+/.exec(field)?.[0];
  return line === undefined ? field : `${line}-quantity`;
}

function fieldsOf({ customer, payment, shipping, totals, products, text }: OrderFormView): NamedField[] {
  return [
    ...customer.fields,
    ...customer.shopFields,
    ...products.lines.map(({ quantity, name }) => ({ id: quantity.id, label: name })),
    ...(products.pending === null ? [] : [{ id: 'pending_quantity', label: products.pending.name }]),
    { id: 'product_search', label: text['step_products'] ?? '' },
    ...under(text['step_payment'] ?? '', payment.fields),
    ...under(text['step_shipping'] ?? '', shipping.fields),
    ...totals.fields,
  ];
}
