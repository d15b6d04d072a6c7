import { cartSum } from '../../../../extension/payment_link/cart/cart_sum';
import { findLink } from '../../../../extension/payment_link/link/links';
import type { Person } from '../../../../extension/payment_link/journal/person';
import { findPayment, type Payment } from '../../../../extension/payment_link/settle/payments';
import { askRefund, refundableMinor } from '../../../../extension/payment_link/refund/refund';
import { resolveRefund } from '../../../../extension/payment_link/refund/refund_job';
import {
  findRefund,
  listRefunds,
  type Refund,
  type RefundLine,
} from '../../../../extension/payment_link/refund/refunds';
import { exponentOf } from '../../../../system/currencies';
import { invalidForm, notFound } from '../../../../system/errors';
import type { Answer, Notice } from '../../../../system/http/answer';
import { decimalIn, textIn, wholeIn } from '../../../../system/http/input';
import { hasOddFraction, money, moneyFromDecimal, type Money } from '../../../../system/money';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { panelText, type Panel, type PanelOf } from './panel';
import { pressed } from './press';
import { REASON_LENGTH_MAX, refundableLines } from './refund_fold';

/** The payment the form is about; it must be one of the page's. @throws AppError `not_found` */
async function paymentIn(app: Admin, visit: Visit, panel: Panel): Promise<Payment> {
  const payment = await findPayment(app.db, wholeIn(visit.body, 'payment_id'));
  const link = payment && (await findLink(app.db, payment.linkId));
  if (!payment || !link || !panel.holds(link)) throw notFound();
  return payment;
}

/** Gives back an amount, or pieces of lines. One press of the form is one refund, however often it is sent. */
export function refund(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const payment = await paymentIn(app, visit, panel);
    const reason = textIn(visit.body, 'reason').slice(0, REASON_LENGTH_MAX);
    return pressed(app, visit, panel, {
      ...{ form: 'refund', id: payment.paymentId },
      async act(person) {
        const { amount, lines } = await wishIn(app, visit, panel, payment);
        return ask(app, visit, person, { payment, amount, lines, reason });
      },
    });
  };
}

/** All that is left of a payment that came on top. */
export function giveBack(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const payment = await paymentIn(app, visit, panel);
    return pressed(app, visit, panel, {
      ...{ form: 'give_back', id: payment.paymentId },
      async act(person) {
        const left = refundableMinor(payment, await listRefunds(app.db, payment.linkId));
        const lines = payment.needsCart ? await wholeCart(app, panel) : [];
        const amount = money(left, payment.amount.currency);
        return ask(app, visit, person, { payment, amount, lines, reason: visit.texts('sale/order_info').reason_twice });
      },
    });
  };
}

async function ask(
  app: Admin,
  visit: Visit,
  person: Person,
  { payment, ...wish }: { payment: Payment; amount: Money; lines: readonly RefundLine[]; reason: string },
): Promise<Notice> {
  const pressKey = textIn(visit.body, 'form_token');
  await askRefund(app.links, { paymentId: payment.paymentId, pressKey, ...wish }, person);
  return { kind: 'success', text: visit.texts('sale/order_info').refund_on_its_way };
}

async function wishIn(
  app: Admin,
  visit: Visit,
  panel: Panel,
  payment: Payment,
): Promise<{ amount: Money; lines: RefundLine[] }> {
  const { currency } = payment.amount;
  if (!payment.needsCart) return { amount: amountIn(visit, currency), lines: [] };
  const refunds = (await listRefunds(app.db, payment.linkId)).filter((one) => one.paymentId === payment.paymentId);
  const left = await cartLines(app, panel, refunds);
  const field = `line_${Math.max(0, left.findIndex(isLeft))}`;
  const chosen = left.map((line, index) => ({
    ...line,
    quantity: Math.min(line.quantity, Math.max(0, wholeIn(visit.body, `line_${index}`))),
  }));
  const lines = chosen.filter(({ quantity }) => quantity > 0);
  if (lines.length === 0) throw invalidForm({ fields: { [field]: 'error_lines' } });
  const amount = cartSum(lines, currency);
  if (hasOddFraction(amount)) throw invalidForm({ fields: { [field]: 'error_lines_whole' } });
  return { amount, lines: lines.map(({ id, quantity }) => ({ id, quantity })) };
}

const isLeft = ({ quantity }: { readonly quantity: number }): boolean => quantity > 0;

/**
 * "12.50" or "12,50", with at most the currency's places, and none where nobody pays in them.
 * @throws AppError `invalid_form`
 */
function amountIn(visit: Visit, currency: string): Money {
  const typed = decimalIn(visit.body, 'amount');
  const places = typed.split('.')[1]?.length ?? 0;
  if (!/^\d{1,10}(\.\d{1,4})?$/.test(typed) || places > exponentOf(currency)) {
    throw invalidForm({ fields: { amount: 'error_amount' } });
  }
  const amount = moneyFromDecimal(typed, currency);
  if (hasOddFraction(amount)) throw invalidForm({ fields: { amount: 'error_amount_whole' } });
  return amount;
}

async function cartLines(app: Admin, { orderId }: Panel, refunds: readonly Refund[]) {
  if (orderId === null) return [];
  const order = await app.orderBook.findOrder(app.db, orderId);
  if (!order) throw notFound();
  return refundableLines({ order }, refunds);
}

async function wholeCart(app: Admin, panel: Panel): Promise<RefundLine[]> {
  return (await cartLines(app, panel, [])).map(({ id, quantity }) => ({ id, quantity }));
}

/** A person looked a refund of unknown outcome up at the provider. */
export function resolve(panelOf: PanelOf) {
  return async (app: Admin, visit: Visit): Promise<Answer> => {
    const panel = await panelOf(app, visit);
    const found = await findRefund(app.db, wholeIn(visit.body, 'refund_id'));
    const link = found && (await findLink(app.db, found.linkId));
    if (!found || !link || !panel.holds(link)) throw notFound();
    const made = textIn(visit.body, 'made') === '1';
    return pressed(app, visit, panel, {
      ...{ form: 'resolve_refund', id: found.refundId },
      async act(person) {
        const changed = await resolveRefund(app.links, found.refundId, made, person);
        const text = panelText(visit, panel.page);
        return { kind: 'success', text: changed ? text.refund_resolved : text.pressed_before };
      },
    });
  };
}
