import { isFormTaken } from '../../../../extension/payment_link/forms';
import type { Person } from '../../../../extension/payment_link/journal/person';
import { AppError, badRequest } from '../../../../system/errors';
import { redirect, type Answer, type Notice } from '../../../../system/http/answer';
import { textIn, wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { attempt, FieldErrors } from '../../../form_errors';
import type { Visit } from '../../../visit';
import { panelPath, panelText, type Panel } from './panel';

export function orderIdOf(visit: Visit): number {
  return wholeIn(visit.query, 'order_id') || wholeIn(visit.body, 'order_id');
}

export function personOf(visit: Visit): Person {
  return { name: visit.user.username, ip: visit.ip };
}

/** The person with the press of the form that was sent. @throws AppError `bad_request` where no page made its token */
export function presserOf(visit: Visit): Person {
  const token = textIn(visit.body, 'form_token');
  if (!/^[0-9a-f]{32}$/.test(token)) throw badRequest();
  return { ...personOf(visit), press: { token, userId: visit.user.userId } };
}

export function toOrder(orderId: number, notice: Notice | null): Answer {
  return redirect(`/admin/sale/order/info?order_id=${orderId}`, notice);
}

export interface Pressed {
  /** Name of the form, and of the link or payment it belongs to: it comes back open when refused. */
  readonly form: string;
  readonly id: number;
  /** Takes the person's press in its own transaction. What it answers is said on the page. */
  act(person: Person): Promise<Notice>;
}

/**
 * One press of one of the page's forms: sent twice it acts once, and after a crash it can be sent again. A refusal
 * brings the page back with what was typed.
 */
export async function pressed(app: Admin, visit: Visit, panel: Panel, press: Pressed): Promise<Answer> {
  const text = panelText(visit, panel.page);
  const person = presserOf(visit);
  const before: Notice = { kind: 'info', text: text.pressed_before };
  if (person.press && (await isFormTaken(app.db, person.press.token))) return toPanel(panel, before);
  const done = await attempt(
    visit,
    () => press.act(person).catch((failed: unknown) => whenPressed(failed, before)),
    text,
  );
  if (!(done instanceof FieldErrors)) return toPanel(panel, done);
  return panel.again({ form: press.form, id: press.id, body: visit.body, errors: done });
}

export function toPanel({ page }: Panel, notice: Notice | null): Answer {
  return redirect(panelPath(page), notice);
}

/** The other one of two presses in the same moment. */
export function whenPressed(failed: unknown, before: Notice): Notice {
  if (failed instanceof AppError && failed.code === 'pressed_before') return before;
  throw failed;
}
