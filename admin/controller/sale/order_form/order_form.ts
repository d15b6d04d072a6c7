import { randomBytes } from 'node:crypto';
import { orderSeen } from '../../../../extension/opencart/order/order_seen';
import { invalidForm, notFound, type AppError } from '../../../../system/errors';
import { redirect, view, type Answer } from '../../../../system/http/answer';
import { textIn, wholeIn } from '../../../../system/http/input';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { attempt, FieldErrors, noErrors } from '../../../form_errors';
import type { OrderFormView } from '../../../view/sale/order_form';
import type { Visit } from '../../../visit';
import { applyAction, withPayer } from './actions';
import { formView, stepOf } from './form_view';
import { newState, stateOfOrder } from './initial_state';
import { assertPaymentOffered } from './offered_payment';
import { partsOf, staffLanguageId } from './parts';
import { withOnlyShipping } from './only_shipping';
import { followStore } from './store_defaults';
import { parseForm, STEPS, type OrderFormState } from './state';

async function formOf(app: Admin, visit: Visit, state: OrderFormState, refused = noErrors): Promise<OrderFormView> {
  return formView(await partsOf(app, visit, { state, refused }));
}

/** GET: an empty form, or the order as it is. */
export async function form(app: Admin, visit: Visit): Promise<Answer> {
  const orderId = wholeIn(visit.query, 'order_id');
  if (orderId !== 0 && !app.desk.edit) throw notFound();
  const formToken = newFormToken();
  const state = orderId === 0 ? await newState(app, formToken) : await stateOfOrder(app, orderId, formToken);
  if (state === null) throw notFound();
  return view('sale/order_form', await formOf(app, visit, state));
}

/** POST: one of the form's buttons. Save writes the order; every other one shows the form again. */
export async function submit(app: Admin, visit: Visit): Promise<Answer> {
  const state = parseForm(visit.body);
  const action = textIn(visit.body, 'act');
  if (action === 'save') return save(app, visit, withPayer(state));
  const acted = await applyAction(app, state, {
    action,
    body: visit.body,
    languageId: await staffLanguageId(app, visit),
  });
  const pressed = await withOnlyShipping(app, await followStore(app, acted));
  return view('sale/order_form', await formOf(app, visit, pressed));
}

async function save(app: Admin, visit: Visit, state: OrderFormState): Promise<Answer> {
  const text = visit.texts('sale/order_form');
  const { userId, username } = visit.user;
  const press = {
    formToken: state.formToken,
    user: { userId, username },
    ip: visit.ip,
    tellCustomer: state.tellCustomer,
    ...(state.seen === '' ? {} : { seen: state.seen }),
  };
  const { desk } = app;
  const write = async () => {
    assertNothingPending(state);
    await assertPaymentOffered(app, state);
    if (state.orderId === 0) return desk.save(state.draft, press);
    if (!desk.edit) throw notFound();
    return desk.edit(state.orderId, state.draft, press);
  };
  const saved = await attempt(visit, write, text);
  if (saved instanceof FieldErrors) {
    const wrong = STEPS.find((step) => saved.list.some((error) => stepOf(error.field) === step));
    const present = await seenNow(app, state, saved.refusal);
    const led = present === state ? saved : leadingTo(visit, present.orderId, saved);
    const shown = await formOf(app, visit, { ...present, step: wrong ?? state.step }, led);
    return view('sale/order_form', shown, saved.status);
  }
  app.wake();
  const notice = { kind: 'success' as const, text: fill(text.saved, { order: saved.orderId }) };
  return redirect(`/admin/sale/order/info?order_id=${saved.orderId}`, notice);
}

/** A product that was chosen but not added would be missing from the order without a word. @throws AppError */
function assertNothingPending({ pendingProductId }: OrderFormState): void {
  if (pendingProductId > 0) throw invalidForm({ fields: { pending_quantity: 'error_pending' } });
}

/**
 * An order that was changed meanwhile, or that this form has saved before: what was typed stays and the next Save
 * changes the order as it is now. A status that nobody chose here is the one that it has by then.
 */
async function seenNow(app: Admin, state: OrderFormState, refusal: AppError | null): Promise<OrderFormState> {
  if (refusal === null || !app.desk.edit || !AGAINST_AN_ORDER.has(refusal.code)) return state;
  const orderId = Number(refusal.details.values?.['order_id']);
  const present = await orderSeen(app.db, orderId);
  if (present === null) return state;
  const { draft, seenStatusId } = state;
  const chosen = seenStatusId !== 0 && draft.statusId !== seenStatusId;
  const statusId = chosen ? draft.statusId : present.statusId;
  const seen = { formToken: newFormToken(), seen: present.seen, seenStatusId: present.statusId };
  return { ...state, ...seen, orderId, draft: { ...draft, statusId } };
}

/** With the order itself a click away, beside what was typed. */
function leadingTo(visit: Visit, orderId: number, { list, status, refusal }: FieldErrors): FieldErrors {
  const text = fill(visit.texts('sale/order_form').look_at_order, { order: orderId });
  const link = { text, href: visit.href('/admin/sale/order/info', { order_id: orderId }) };
  return new FieldErrors(
    list.map((error) => ({ ...error, link })),
    status,
    refusal,
  );
}

const AGAINST_AN_ORDER = new Set(['order_changed_meanwhile', 'form_used']);

function newFormToken(): string {
  return randomBytes(16).toString('hex');
}
