import { withQuery } from '../deliver';
import type { Attempt, Order, Session } from './order';

const FAILED = new Set(['declined', 'void', 'cancelled', 'expired']);

/**
 * Where the buyer goes after an attempt: `cancel_url` when it failed, else `redirect_url`, money or not, each with the
 * merchant's order id as `transactionid`. Null when the shop named none.
 */
export function returnUrl(order: Order, session: Session, attempt: Attempt): string | null {
  const { redirectUrl, cancelUrl } = session.request;
  const url = FAILED.has(attempt.status) ? cancelUrl : redirectUrl;
  return url === '' ? null : withQuery(url, { transactionid: order.orderId });
}
