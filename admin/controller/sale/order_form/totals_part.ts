import type { PricedOrder } from '../../../../extension/opencart/order_draft';
import { listOrderStatuses } from '../../../../extension/opencart/order_statuses';
import { shippingQuotes } from '../../../../extension/opencart/price_order';
import type { ShopTime } from '../../../../extension/opencart/shop_time';
import type { PaymentChoice } from '../../../../extension/payment_link/payment_choices';
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

async function totalsFields(
  app: Admin,
  visit: Visit,
  { state, priced, currency, field, now, languageId }: TotalsParts,
) {
  const text = visit.texts('sale/order_form');
  const select = visit.texts('common/form').select;
  const { draft } = state;
  // Beside a shop's own PHP, coupons and points are booked there.
  const own = app.orderBook.code === 'embedded';
  const [statuses, payments, offers, request] = await Promise.all([
    listOrderStatuses(app.db, languageId),
    app.paymentChoices(draft.storeId),
    shippingQuotes(app.db, draft, now),
    app.paymentRequestStatusIds(draft.storeId),
  ]);
  const requestNames = statuses.filter(({ statusId }) => request.includes(statusId)).map(({ name }) => name);
  const ships = priced?.needsShipping ?? offers.length > 0;
  return [
    field('select', 'shipping_code', text.entry_shipping_method, '', {
      options: ships
        ? (optionsOf(
            offers.map((offer) => ({ value: offer.code, text: `${offer.name} · ${shown(offer.cost, currency)}` })),
            draft.shippingCode ?? '',
            select,
          ) ?? [])
        : [{ value: '', text: text.nothing_ships, selected: true }],
    }),
    field('select', 'payment_code', text.entry_payment_method, '', {
      required: true,
      options:
        optionsOf(
          payments.filter(fits(draft)).map(({ code, name }) => ({ value: code, text: name })),
          draft.paymentCode,
          select,
        ) ?? [],
    }),
    ...(own ? [field('text', 'coupon_code', text.entry_coupon, draft.couponCode, { lengthMax: 20 })] : []),
    ...(own && draft.customerId > 0
      ? [field('number', 'reward_points', text.entry_reward, String(draft.rewardPoints), { min: 0 })]
      : []),
    field('select', 'status_id', text.entry_order_status, '', {
      required: true,
      options:
        optionsOf(
          statuses.map(({ statusId, name }) => ({ value: String(statusId), text: name })),
          String(draft.statusId),
        ) ?? [],
      ...(requestNames.length > 0 ? { help: fill(text.help_order_status, { status: requestNames.join(', ') }) } : {}),
    }),
    field('textarea', 'comment', text.entry_comment, draft.comment, { wide: true, rows: 3 }),
  ];
}

/** A method of other currencies is not offered; the one chosen stays, so that nothing changes behind one's back. */
function fits({ currencyCode, paymentCode }: OrderFormState['draft']): (choice: PaymentChoice) => boolean {
  return ({ code, currencies }) => currencies.length === 0 || currencies.includes(currencyCode) || code === paymentCode;
}
