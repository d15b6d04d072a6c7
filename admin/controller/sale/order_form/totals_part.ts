import { listOrderStatuses } from '../../../../extension/opencart/localisation/order_statuses';
import { shippingQuotes } from '../../../../extension/opencart/order/price_order';
import type { PaymentChoice } from '../../../../extension/payment_link/gateways/payment_choices';
import { fill } from '../../../../system/language';
import type { FieldView } from '../../../view/partial/field';
import type { OrderFormView } from '../../../view/sale/order_form';
import { optionsOf, shown } from './fields';
import type { OrderParts } from './parts';
import type { OrderFormState } from './state';

export async function totalsPart(parts: OrderParts): Promise<OrderFormView['totals']> {
  const { state, priced, currency } = parts;
  return {
    fields: await totalsFields(parts),
    rows: (priced?.totals ?? []).map((row) => ({
      title: row.title,
      amount: shown(row.value, currency),
      strong: row.code === 'total',
    })),
    tellCustomer: state.orderId === 0 ? null : state.tellCustomer,
  };
}

async function totalsFields(parts: OrderParts): Promise<FieldView[]> {
  const { text, state, field } = parts;
  const [shipping, payment, status] = await Promise.all([
    shippingField(parts),
    paymentField(parts),
    statusField(parts),
  ]);
  const comment = { value: state.draft.comment, wide: true, rows: 3 };
  return [
    shipping,
    payment,
    ...discountFields(parts),
    status,
    field({ kind: 'textarea', path: 'comment', label: text.entry_comment, ...comment }),
  ];
}

/** Beside a shop's own PHP, coupons and points are booked there. */
function discountFields({ app, text, field, state: { draft } }: OrderParts): FieldView[] {
  if (app.orderBook.code !== 'embedded') return [];
  const coupon = field({ path: 'coupon_code', label: text.entry_coupon, value: draft.couponCode, lengthMax: 20 });
  if (draft.customerId === 0) return [coupon];
  const points = { value: String(draft.rewardPoints), min: 0 };
  return [coupon, field({ kind: 'number', path: 'reward_points', label: text.entry_reward, ...points })];
}

async function shippingField({ app, text, state, priced, currency, field, now }: OrderParts): Promise<FieldView> {
  const offers = await shippingQuotes(app.db, state.draft, now);
  const ships = priced?.needsShipping ?? offers.length > 0;
  const choices = offers.map(({ code, name, cost }) => ({ value: code, text: `${name} · ${shown(cost, currency)}` }));
  const options = ships
    ? optionsOf(choices, state.draft.shippingCode ?? '', text.select)
    : [{ value: '', text: text.nothing_ships, selected: true }];
  return field({ kind: 'select', path: 'shipping_code', label: text.entry_shipping_method, options });
}

async function paymentField({ app, text, field, state: { draft } }: OrderParts): Promise<FieldView> {
  const payments = (await app.paymentChoices(draft.storeId)).filter(fits(draft));
  const choices = payments.map(({ code, name }) => ({ value: code, text: name }));
  const options = optionsOf(choices, draft.paymentCode, text.select);
  return field({ kind: 'select', path: 'payment_code', label: text.entry_payment_method, required: true, options });
}

/** Says which of the statuses ask for a link. */
async function statusField({ app, text, field, languageId, state: { draft } }: OrderParts): Promise<FieldView> {
  const statuses = await listOrderStatuses(app.db, languageId);
  const asking = await app.paymentRequestStatusIds(draft.storeId);
  const names = statuses.filter(({ statusId }) => asking.includes(statusId)).map(({ name }) => name);
  const choices = statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name }));
  return field({
    kind: 'select',
    path: 'status_id',
    label: text.entry_order_status,
    required: true,
    options: optionsOf(choices, String(draft.statusId)),
    ...(names.length > 0 ? { help: fill(text.help_order_status, { status: names.join(', ') }) } : {}),
  });
}

/** A method of other currencies is not offered; the one chosen stays, so that nothing changes behind one's back. */
function fits({ currencyCode, paymentCode }: OrderFormState['draft']): (choice: PaymentChoice) => boolean {
  return ({ code, currencies }) => currencies.length === 0 || currencies.includes(currencyCode) || code === paymentCode;
}
