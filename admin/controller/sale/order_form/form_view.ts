import { fill, plural } from '../../../../system/language';
import type { OrderFormView, StepView } from '../../../view/sale/order_form';
import { addressPart } from './address_part';
import { customerPart } from './customer_part';
import { shown } from './fields';
import { namedErrors } from './named_errors';
import type { OrderParts } from './parts';
import { productsPart } from './products_part';
import { STEPS, type OrderFormState, type Step } from './state';
import { totalsPart } from './totals_part';

const HOME = '/admin/sale/order';

export async function formView(parts: OrderParts): Promise<OrderFormView> {
  const { visit, text, state, refused, priced, currency } = parts;
  const { orderId, draft } = state;
  const title = orderId === 0 ? text.title_add : fill(text.title_edit, { order: orderId });
  const view: OrderFormView = {
    title,
    crumbs: [
      { text: text.orders, href: visit.href(HOME) },
      { text: title, href: visit.href(`${HOME}/form`, { order_id: orderId || null }) },
    ],
    scripts: ['order_form.js'],
    text,
    action: visit.href(`${HOME}/form`),
    cancelHref: orderId === 0 ? visit.href(HOME) : visit.href(`${HOME}/info`, { order_id: orderId }),
    hidden: hiddenFields(state),
    errors: refused.list,
    steps: stepsView(parts),
    customer: await customerPart(parts),
    products: await productsPart(parts),
    payment: await addressPart(parts, 'payment'),
    shipping: { ...(await addressPart(parts, 'shipping')), same: state.shippingSame },
    totals: await totalsPart(parts),
    runningTotal: priced === null || draft.lines.length === 0 ? '—' : shown(priced.total, currency),
    lineCount: plural(visit.locale, draft.lines.length, text.line_count),
  };
  return { ...view, errors: namedErrors(view, state) };
}

/** What the form carries along unseen. */
function hiddenFields(state: OrderFormState): OrderFormView['hidden'] {
  const carried = {
    order_id: state.orderId,
    form_token: state.formToken,
    defaults_of: state.defaultsOf,
    seen: state.seen,
    seen_status_id: state.seenStatusId,
    step: state.step,
    customer_id: state.draft.customerId,
    pending_product_id: state.pendingProductId,
  };
  return Object.entries(carried).map(([name, value]) => ({ name, value: String(value) }));
}

function stepsView({ text, state, errors }: OrderParts): StepView[] {
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

/** Which step a field with an error stands on, so that a refused Save opens the first of them; null for the whole form. */
export function stepOf(field: string): Step | null {
  if (field.startsWith('lines') || field.startsWith('pending')) return 'products';
  if (field.startsWith('payment_address')) return 'payment';
  if (field.startsWith('shipping_address')) return 'shipping';
  if (field === 'content') return null;
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
