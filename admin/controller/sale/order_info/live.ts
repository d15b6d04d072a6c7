import type { Answer } from '../../../../system/http/answer';
import { wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import { liveVersion } from '../../../live';
import type { Visit } from '../../../visit';
import { pageVersion } from './page_version';

export function live(app: Admin, visit: Visit): Answer {
  const orderId = wholeIn(visit.query, 'order_id');
  return liveVersion(app, visit, () => pageVersion(app.db, orderId));
}
