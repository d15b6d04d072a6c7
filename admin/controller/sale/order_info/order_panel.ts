import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import { infoAgain } from './info';
import type { Panel } from './panel';
import { orderIdOf } from './press';

/** The panel on an order's page. */
export async function orderPanel(app: Admin, visit: Visit): Promise<Panel> {
  const orderId = orderIdOf(visit);
  return {
    page: { route: 'sale/order', ids: { order_id: orderId } },
    orderId,
    holds: (link) => link.orderId === orderId,
    again: (again) => infoAgain(app, visit, orderId, again),
  };
}
