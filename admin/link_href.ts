import type { Link } from '../extension/payment_link/link/link_row';
import type { Visit } from './visit';

/** The page that shows a link: its order's, or, without an order, its own. */
export function linkHref(visit: Visit, { linkId, orderId }: Pick<Link, 'linkId' | 'orderId'>): string {
  return orderId === null
    ? visit.href('/admin/sale/payment_link/info', { link_id: linkId })
    : visit.href('/admin/sale/order/info', { order_id: orderId });
}
