import { orderVersion } from '../../../../extension/payment_link/order/order_version';
import type { Answer } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { liveVersion } from '../../../live';
import type { Visit } from '../../../visit';

export function live(app: Admin, visit: Visit): Answer {
  const orderId = wholeIn(visit.query, 'order_id');
  return liveVersion(app, visit, () => orderVersion(app.db, orderId));
}
