import { findLink } from '../../../extension/payment_link/link/links';
import type { Link } from '../../../extension/payment_link/link/link_row';
import { findMail } from '../../../extension/payment_link/mail/mails';
import { findRefund } from '../../../extension/payment_link/refund/refunds';
import type { Admin } from '../../admin';
import { linkHref } from '../../link_href';
import type { Visit } from '../../visit';

/** What a job is about, and the page that shows it; nothing for the rounds, which are about everything. */
export interface JobAbout {
  readonly text: string;
  readonly href: string | null;
}

const IDS = /"(orderId|mailId|linkId|refundId|runId)":(\d{1,9})\b/;

/** Payloads are flat JSON of ids; those of mails, links and refunds lead to the order or the link they are about. */
export async function aboutOf({ db }: Admin, visit: Visit, payload: string): Promise<JobAbout> {
  const [, kind, digits] = IDS.exec(payload) ?? [];
  const id = Number(digits);
  const plain: JobAbout = { text: digits === undefined ? '' : `${kind} ${id}`, href: null };
  switch (kind) {
    case 'orderId':
      return aboutOrder(visit, id);
    case 'runId':
      return { text: `#${id}`, href: visit.href('/admin/sale/payment_link/run', { run_id: id }) };
    case 'linkId':
      return aboutLink(visit, await findLink(db, id)) ?? plain;
    case 'refundId': {
      const refund = await findRefund(db, id);
      return (refund && aboutLink(visit, await findLink(db, refund.linkId))) ?? plain;
    }
    case 'mailId': {
      const mail = await findMail(db, id);
      if (mail?.orderId) return aboutOrder(visit, mail.orderId);
      return (mail?.linkId && aboutLink(visit, await findLink(db, mail.linkId))) || plain;
    }
    case undefined:
    default:
      return plain;
  }
}

function aboutOrder(visit: Visit, orderId: number): JobAbout {
  return { text: `#${orderId}`, href: visit.href('/admin/sale/order/info', { order_id: orderId }) };
}

/** A link without an order is called by its reference. */
function aboutLink(visit: Visit, link: Link | null): JobAbout | null {
  if (link === null) return null;
  return { text: link.orderId === null ? link.reference : `#${link.orderId}`, href: linkHref(visit, link) };
}
