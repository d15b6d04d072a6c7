import { takeFormToken } from '../../../../extension/payment_link/forms';
import type { Person } from '../../../../extension/payment_link/person_actions';
import { transaction } from '../../../../system/db/transaction';
import { badRequest } from '../../../../system/errors';
import { redirect, type Answer, type Notice } from '../../../../system/http/answer';
import { textIn, wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { attempt, FieldErrors } from '../../../form_errors';
import type { Visit } from '../../../visit';
import { infoAgain } from './info';

export function orderIdOf(visit: Visit): number {
  return wholeIn(visit.query, 'order_id') || wholeIn(visit.body, 'order_id');
}

export function personOf(visit: Visit): Person {
  return { name: visit.user.username, ip: visit.ip };
}

export function toOrder(orderId: number, notice: Notice | null): Answer {
  return redirect(`/admin/sale/order/info?order_id=${orderId}`, notice);
}

export interface Pressed {
  /** Name of the form, and of the link or payment it belongs to: it comes back open when refused. */
  readonly form: string;
  readonly id: number;
  /** What the act answered is said on the order page. Null: the form's words for "done already". */
  act(): Promise<Notice | null>;
}

/**
 * One press of one of the page's forms, taken once: the same form sent twice acts once. A refusal brings the page back
 * with what was typed.
 */
export async function pressed(app: Admin, visit: Visit, press: Pressed): Promise<Answer> {
  const orderId = orderIdOf(visit);
  const text = visit.texts('sale/order_info');
  const token = textIn(visit.body, 'form_token');
  if (!/^[0-9a-f]{32}$/.test(token)) throw badRequest();
  const first = await transaction(app.db, (tx) => takeFormToken(tx, token, visit.user.userId, app.clock.now()));
  if (!first) return toOrder(orderId, { kind: 'info', text: text.pressed_before });
  const done = await attempt(visit, () => press.act(), text);
  if (!(done instanceof FieldErrors)) return toOrder(orderId, done);
  return infoAgain(app, visit, orderId, { form: press.form, id: press.id, body: visit.body, errors: done });
}
