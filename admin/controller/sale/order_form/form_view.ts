import { findCurrency } from '../../../../extension/opencart/localisation/currencies';
import { findLanguageId } from '../../../../extension/opencart/localisation/languages';
import { previewOrder } from '../../../../extension/opencart/order/price_order';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { toShopTime } from '../../../../extension/opencart/shop_time';
import { fill, plural } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { FieldErrors } from '../../../form_errors';
import type { OrderFormView, StepView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { addressPart } from './address_part';
import { customerPart } from './customer_part';
import { fieldsWith, shown } from './fields';
import { namedErrors } from './named_errors';
import { productsPart } from './products_part';
import { STEPS, type OrderFormState, type Step } from './state';
import { totalsPart } from './totals_part';

const HOME = '/admin/sale/order';

/** Names are in the language of who reads the page; what is saved is in the customer's. */
export async function staffLanguageId(app: Admin, visit: Visit): Promise<number> {
  return (await findLanguageId(app.db, visit.language)) ?? 1;
}

export async function formView(
  app: Admin,
  visit: Visit,
  state: OrderFormState,
  errors: FieldErrors,
): Promise<OrderFormView> {
  const text = visit.texts('sale/order_form');
  const { draft } = state;
  const now = toShopTime(app.clock.now(), (await readSettings(app.db, draft.storeId)).timeZone);
  const priced = await previewOrder(app.db, draft, now, { orderId: state.orderId });
  const rate = (await findCurrency(app.db, draft.currencyCode))?.value ?? '1';
  const currency = { code: draft.currencyCode, value: rate, locale: visit.locale };
  const field = fieldsWith(errors);
  const languageId = await staffLanguageId(app, visit);
  const address = { customerId: draft.customerId, languageId, field };
  const title = state.orderId === 0 ? text.title_add : fill(text.title_edit, { order: state.orderId });
  const view: OrderFormView = {
    title,
    crumbs: [
      { text: text.orders, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { order_id: state.orderId || null }) },
    ],
    scripts: ['order_form.js'],
    text: { ...visit.texts('common/form'), ...text },
    action: visit.href(`${HOME}/form`),
    cancelHref: state.orderId === 0 ? visit.href(HOME) : visit.href(`${HOME}/info`, { order_id: state.orderId }),
    hidden: [
      { name: 'order_id', value: String(state.orderId) },
      { name: 'form_token', value: state.formToken },
      { name: 'defaults_of', value: String(state.defaultsOf) },
      { name: 'seen', value: state.seen },
      { name: 'seen_status_id', value: String(state.seenStatusId) },
      { name: 'step', value: state.step },
      { name: 'customer_id', value: String(draft.customerId) },
      { name: 'pending_product_id', value: String(state.pendingProductId) },
    ],
    errors: errors.list,
    steps: stepsView(visit, state, errors),
    customer: await customerPart(app, visit, state, field, languageId),
    products: await productsPart(app, visit, { languageId, state, priced, currency, field, errors }),
    payment: await addressPart(app, visit, { kind: 'payment', address: draft.paymentAddress, ...address }),
    shipping: {
      ...(await addressPart(app, visit, {
        kind: 'shipping',
        address: draft.shippingAddress ?? draft.paymentAddress,
        ...address,
      })),
      same: state.shippingSame,
    },
    totals: await totalsPart(app, visit, { languageId, state, priced, currency, field, now }),
    runningTotal: priced === null || draft.lines.length === 0 ? '—' : shown(priced.total, currency),
    lineCount: plural(visit.locale, draft.lines.length, text.line_count),
  };
  return { ...view, errors: namedErrors(view, state) };
}

function stepsView(visit: Visit, state: OrderFormState, errors: FieldErrors): StepView[] {
  const text = visit.texts('sale/order_form');
  return STEPS.map((key, index) => {
    const next = STEPS[index + 1] ?? null;
    return {
      key,
      number: String(index + 1),
      text: text[`step_${key}`],
      current: key === state.step,
      wrong: errors.list.some((error) => stepOf(error.field) === key),
      next,
      nextText: next === null ? '' : fill(text.continue, { step: text[`step_${next}`] }),
    };
  });
}

/** Which step a field with an error stands on, so that a refused Save opens the first of them. */
export function stepOf(field: string): Step {
  if (field.startsWith('lines') || field.startsWith('pending')) return 'products';
  if (field.startsWith('payment_address')) return 'payment';
  if (field.startsWith('shipping_address')) return 'shipping';
  return CUSTOMER_FIELDS.has(field) ? 'customer' : 'totals';
}

const CUSTOMER_FIELDS = new Set([
  'store_id',
  'currency_code',
  'language_id',
  'customer_id',
  'customer_group_id',
  'firstname',
  'lastname',
  'email',
  'telephone',
]);
