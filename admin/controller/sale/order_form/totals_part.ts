import type { PricedOrder } from '../../../../extension/opencart/order/order_draft';
import { listOrderStatuses } from '../../../../extension/opencart/localisation/order_statuses';
import { shippingQuotes } from '../../../../extension/opencart/order/price_order';
import type { ShopTime } from '../../../../extension/opencart/shop_time';
import type { PaymentChoice } from '../../../../extension/payment_link/gateways/payment_choices';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { optionsOf, shown, type CurrencyShown, type FieldMaker } from './fields';
import type { OrderFormState } from './state';

export interface TotalsParts {
  /** In which staff read. */
  readonly languageId: number;
  readonly state: OrderFormState;
  readonly priced: PricedOrder | null;
  /** In the time zone of the order's store. */
  readonly now: ShopTime;
  readonly currency: CurrencyShown;
  readonly field: FieldMaker;
}

export async function totalsPart(app: Admin, visit: Visit, parts: TotalsParts): Promise<OrderFormView['totals']> {
  const { state, priced, currency } = parts;
  return {
    fields: await totalsFields(app, visit, parts),
    rows: (priced?.totals ?? []).map((row) => ({
      title: row.title,
      amount: shown(row.value, currency),
      strong: row.code === 'total',
    })),
    tellCustomer: state.orderId === 0 ? null : state.tellCustomer,
  };
}

async function totalsFields(app: Admin, visit: Visit, parts: TotalsParts) {
  const text = visit.texts('sale/order_form');
  const { state, field } = parts;
  const { draft } = state;
  // Beside a shop's own PHP, coupons and points are booked there.
  const own = app.orderBook.code === 'embedded';
  const [shipping, payment, status] = await Promise.all([
    shippingField(app, visit, parts),
    paymentField(app, visit, parts),
    statusField(app, visit, parts),
  ]);
  return [
    shipping,
    payment,
    ...(own ? [field('text', 'coupon_code', text.entry_coupon, draft.couponCode, { lengthMax: 20 })] : []),
    ...(own && draft.customerId > 0
      ? [field('number', 'reward_points', text.entry_reward, String(draft.rewardPoints), { min: 0 })]
      : []),
    status,
    field('textarea', 'comment', text.entry_comment, draft.comment, { wide: true, rows: 3 }),
  ];
}

async function shippingField(app: Admin, visit: Visit, { state, priced, currency, field, now }: TotalsParts) {
  const text = visit.texts('sale/order_form');
  const offers = await shippingQuotes(app.db, state.draft, now);
  const ships = priced?.needsShipping ?? offers.length > 0;
  const choices = offers.map(({ code, name, cost }) => ({ value: code, text: `${name} · ${shown(cost, currency)}` }));
  const { select } = visit.texts('common/form');
  const options = ships
    ? optionsOf(choices, state.draft.shippingCode ?? '', select)
    : [{ value: '', text: text.nothing_ships, selected: true }];
  return field('select', 'shipping_code', text.entry_shipping_method, '', { options });
}

async function paymentField(app: Admin, visit: Visit, { state: { draft }, field }: TotalsParts) {
  const payments = (await app.paymentChoices(draft.storeId)).filter(fits(draft));
  const choices = payments.map(({ code, name }) => ({ value: code, text: name }));
  const options = optionsOf(choices, draft.paymentCode, visit.texts('common/form').select);
  const label = visit.texts('sale/order_form').entry_payment_method;
  return field('select', 'payment_code', label, '', { required: true, options });
}

/** Says which of the statuses ask for a link. */
async function statusField(app: Admin, visit: Visit, { state: { draft }, field, languageId }: TotalsParts) {
  const text = visit.texts('sale/order_form');
  const statuses = await listOrderStatuses(app.db, languageId);
  const asking = await app.paymentRequestStatusIds(draft.storeId);
  const names = statuses.filter(({ statusId }) => asking.includes(statusId)).map(({ name }) => name);
  const choices = statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name }));
  return field('select', 'status_id', text.entry_order_status, '', {
    required: true,
    options: optionsOf(choices, String(draft.statusId)),
    ...(names.length > 0 ? { help: fill(text.help_order_status, { status: names.join(', ') }) } : {}),
  });
}

/** A method of other currencies is not offered; the one chosen stays, so that nothing changes behind one's back. */
function fits({ currencyCode, paymentCode }: OrderFormState['draft']): (choice: PaymentChoice) => boolean {
  return ({ code, currencies }) => currencies.length === 0 || currencies.includes(currencyCode) || code === paymentCode;
}
