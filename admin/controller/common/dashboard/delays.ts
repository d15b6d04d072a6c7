import { listLinks } from '../../../../extension/payment_link/list/link_lists';
import { listMailsInState } from '../../../../extension/payment_link/mail/mails';
import { closed, plural } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { DelayView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';

/** A first try that fails is no news; what fails for a minute is an outage or a wrong setting. */
const PATIENCE_MS = 60_000;
/** Looked at, oldest first; the exact number of more matters to nobody. */
const LOOKED_AT = 100;
const OLDEST = { sort: 'created_at', descending: false, limit: LOOKED_AT, offset: 0 } as const;

/** What is tried again by itself for a day, said before the day is over: customers wait meanwhile. */
export async function delaysPart(app: Admin, visit: Visit): Promise<DelayView[]> {
  const text = visit.texts('common/dashboard');
  const before = app.clock.now() - PATIENCE_MS;
  const late = ({ createdAt, failure }: { createdAt: number; failure: string | null }): boolean =>
    createdAt < before && failure !== null && failure !== '';
  const mails = (await listMailsInState(app.db, 'waiting', LOOKED_AT)).filter(late);
  const links = (await listLinks(app.db, { states: ['requested'] }, OLDEST)).filter(late);
  return [
    ...delay(visit, 'envelope-exclamation', text.mails_delayed, mails),
    ...delay(visit, 'cloud-slash', text.links_delayed, links),
  ];
}

interface Late {
  readonly orderId: number | null;
  readonly failure: string | null;
  readonly remedy: string | null;
}

function delay(visit: Visit, icon: string, sentence: string, late: readonly Late[]): DelayView[] {
  const [first] = late;
  if (first === undefined) return [];
  return [
    {
      icon,
      text: `${plural(visit.locale, late.length, sentence)} ${closed(visit.said(first.failure ?? ''))}`,
      remedy: visit.said(first.remedy ?? ''),
      href: first.orderId === null ? null : visit.href('/admin/sale/order/info', { order_id: first.orderId }),
    },
  ];
}
