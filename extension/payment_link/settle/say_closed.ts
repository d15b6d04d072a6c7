import { mappedStatus } from '../gateways/gateway_settings';
import { sayOnce } from '../order/history';
import type { CloseJob } from '../jobs';
import type { Settling } from './settle_facts';
import { queueExpiredMail } from './settle_mails';
import { mayMoveOrder } from './settle_unpaid';
import { sentence } from '../texts';

/** What the order's history and the customer hear when a link is closed here. A replaced link is told with its heir. */
export async function sayClosed(closing: Omit<Settling, 'seen'>, wish: CloseJob): Promise<void> {
  if (wish.to === 'replaced') return;
  const { context, tx, link, facts } = closing;
  const expired = wish.to === 'expired';
  const values = { provider: facts.provider.title, reference: link.reference };
  const comment = sentence(link.snapshot.language, expired ? 'history_expired' : 'history_closed', values);
  const statusId = expired && (await mayMoveOrder(closing)) ? expiredStatus(closing) : 0;
  await sayOnce(context, tx, link, { effect: `closed:${wish.to}`, statusId, comment, notify: false });
  if (expired) await queueExpiredMail(closing);
}

/** The owner's choice for links, else the gateway's mapping; 0 leaves the order, and its stock, where they are. */
function expiredStatus({ facts }: Omit<Settling, 'seen'>): number {
  return facts.links.expiredStatusId || mappedStatus(facts.gateway, 'expired', 'expired');
}
