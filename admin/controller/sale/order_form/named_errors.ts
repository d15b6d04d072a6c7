import type { FieldError } from '../../../form_errors';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { OrderFormState } from './state';

/**
 * The summary above the form, where "Please fill this in." does not say what: each sentence with the field it is
 * about, and an address's fields with the step they stand on. What goes to the payment address is said once.
 */
export function namedErrors(view: OrderFormView, { shippingSame }: OrderFormState): FieldError[] {
  const names = fieldNames(view);
  return view.errors
    .filter(({ field }) => !(shippingSame && field.startsWith('shipping_address')))
    .map(({ field, text }) => {
      const name = names.get(field);
      return { field, text: name === undefined ? text : `${name}: ${text}` };
    });
}

function fieldNames(view: OrderFormView): Map<string, string> {
  const { customer, payment, shipping, totals, products, text } = view;
  const under = (step: string) => (field: { id: string; label: string }) =>
    [field.id, `${step}, ${field.label}`] as const;
  return new Map([
    ...[...customer.fields, ...customer.shopFields, ...totals.fields].map(({ id, label }) => [id, label] as const),
    ...payment.fields.map(under(text['step_payment'] ?? '')),
    ...shipping.fields.map(under(text['step_shipping'] ?? '')),
    ...products.lines.map(({ quantity, name }) => [quantity.id, name] as const),
  ]);
}
