import { findLink } from '../../../../extension/payment_link/link/links';
import { notFound } from '../../../../system/errors';
import { wholeIn } from '../../../../system/http/input';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import type { Panel } from '../order_info/panel';
import { freePage } from './free_facts';
import { infoAgain } from './free_info';

/** The panel on the page of a link without an order. @throws AppError `not_found` */
export async function freePanel(app: Admin, visit: Visit): Promise<Panel> {
  const linkId = wholeIn(visit.query, 'link_id');
  const found = await findLink(app.db, linkId);
  if (found === null || found.orderId !== null) throw notFound();
  return {
    page: freePage(linkId),
    orderId: null,
    holds: ({ token }) => token === found.token,
    again: (again) => infoAgain(app, visit, linkId, again),
  };
}
