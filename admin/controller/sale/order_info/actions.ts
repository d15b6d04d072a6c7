import { addHistoryByPerson } from '../../../../extension/opencart/order/add_history';
import type { Answer } from '../../../../system/http/answer';
import { flagIn, textIn, wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { attempt, FieldErrors } from '../../../form_errors';
import type { Visit } from '../../../visit';
import { COMMENT_LENGTH_MAX } from './history_part';
import { infoAgain } from './info';
import { orderIdOf, toOrder } from './press';

export async function addHistory(app: Admin, visit: Visit): Promise<Answer> {
  const orderId = orderIdOf(visit);
  const text = visit.texts('sale/order_info');
  const { userId, username } = visit.user;
  const entry = {
    orderId,
    statusId: wholeIn(visit.body, 'status_id'),
    comment: textIn(visit.body, 'comment').slice(0, COMMENT_LENGTH_MAX),
    notify: flagIn(visit.body, 'notify'),
  };
  const press = { formToken: textIn(visit.body, 'form_token').slice(0, 64), user: { userId, username }, ip: visit.ip };
  const { db, bus, clock, orderBook: book } = app;
  const added = await attempt(visit, () => addHistoryByPerson({ db, bus, clock, book }, entry, press), text);
  if (added instanceof FieldErrors) {
    return infoAgain(app, visit, orderId, { form: 'history', id: 0, body: visit.body, errors: added });
  }
  app.wake();
  return toOrder(orderId, { kind: 'success', text: added.applied ? text.history_added : text.pressed_before });
}
