import { deleteJobsByKey } from '../../../system/outbox/jobs';
import { mappedStatus, unpaidStatuses } from '../gateways/gateway_settings';
import { sayOnce } from '../order/history';
import { isOpen, mayBecome, type LinkState } from '../link/link';
import { journalOf } from '../journal/link_journal';
import { changeState, listLinksOfOrder } from '../link/links';
import { expireKey, putFollow, remindKey } from '../jobs';
import { readOrderLinks } from '../order/order_links';
import { isReceived, type Payment } from './payments';
import { queueExpiredMail } from './settle_mails';
import type { Settling } from './settle_facts';
import { words } from './settle_paid';
import { sentence, type PaymentLinkTexts } from '../texts';

/** News of a link by which no money came in: a try that was declined, a session that ended, money on its way. */
export async function settleUnpaid(settling: Settling, payments: readonly Payment[]): Promise<void> {
  const { link, seen } = settling;
  if (!isOpen(link.state) || link.state === 'requested') return;
  const payment = payments.at(-1) ?? null;
  switch (seen.status) {
    case 'pending':
      if (link.state === 'declined') await move(settling, 'active');
      return say(settling, payment, payment ? 'history_pending' : null);
    case 'declined':
      if (await move(settling, 'declined')) await followAgain(settling);
      return say(settling, payment, 'history_declined');
    case 'cancelled':
    case 'expired':
      return close(settling, payment, seen.status);
    case 'open':
      return payment ? say(settling, payment, null) : undefined;
    case 'paid':
    case 'refunded':
    case 'partially_refunded':
    case 'charged_back':
    case 'unknown':
  }
}

/** Closed there by somebody else. What we are closing ourselves is no news: whoever does so will finish. */
async function close(settling: Settling, payment: Payment | null, to: 'cancelled' | 'expired'): Promise<void> {
  const { link, tx } = settling;
  if (link.closing !== null || !(await move(settling, to))) return;
  await deleteJobsByKey(tx, remindKey(link.linkId));
  await deleteJobsByKey(tx, expireKey(link.linkId));
  await say(settling, payment, to === 'expired' ? 'history_expired' : 'history_cancelled');
  if (to === 'expired') await queueExpiredMail(settling);
}

/** The order may have been edited while this try was not to be cut off. */
async function followAgain({ tx, link, now }: Settling): Promise<void> {
  if (link.orderId !== null) await putFollow(tx, link.orderId, now);
}

async function move({ context, tx, link, seen, now }: Settling, to: LinkState): Promise<boolean> {
  if (!mayBecome(link.state, to)) return false;
  const closed = isOpen(to) ? {} : { closed_at: now, closed_why: 'provider' };
  if (!(await changeState(tx, link.linkId, { to, from: [link.state], now }, closed))) return false;
  await journalOf(context, tx, link, { event: `link.${to}`, by: 'provider', details: { said: seen.providerStatus } });
  if (!isOpen(to)) await context.bus.announce(tx, 'payment_link.closed', { linkId: link.linkId, state: to });
  return true;
}

/** Moves the order as mapped and says why; without a mapping only news worth a line is said. */
async function say(
  settling: Settling,
  payment: Payment | null,
  key: Extract<keyof PaymentLinkTexts, `history_${string}`> | null,
): Promise<void> {
  const { context, tx, link, seen, facts } = settling;
  // An attempt that ended (expired, void) while its link lives on is a declined try, whatever the provider calls it.
  const word = seen.status === 'declined' ? 'declined' : seen.providerStatus;
  const mapped = mappedStatus(facts.gateway, seen.status, word);
  const statusId = (await mayMoveOrder(settling)) ? expiredChoice(settling, mapped) : 0;
  if (statusId === 0 && key === null) return;
  const values = payment ? words(settling, payment) : { provider: facts.provider.title, reference: link.reference };
  // A mapped status without a payment: the provider has begun with the customer, and knows no method yet.
  const said = key ?? (payment ? 'history_pending' : 'history_begun');
  const comment = sentence(link.snapshot.language, said, { method: '', id: '', ...values });
  const effect = `${seen.providerStatus}:${payment?.providerId ?? ''}`;
  await sayOnce(context, tx, link, { effect, statusId, comment, notify: false });
}

function expiredChoice({ seen, facts }: Settling, mapped: number): number {
  return seen.status === 'expired' && facts.links.expiredStatusId > 0 ? facts.links.expiredStatusId : mapped;
}

/** Only the newest attempt of an unpaid order that still is where links leave it. */
export async function mayMoveOrder({
  context,
  tx,
  link,
  facts,
}: Pick<Settling, 'context' | 'tx' | 'link' | 'facts'>): Promise<boolean> {
  if (link.orderId === null || link.purpose !== 'order') return false;
  const attempts = await listLinksOfOrder(tx, link.orderId, 'order');
  if (attempts.at(-1)?.linkId !== link.linkId) return false;
  const { payments } = await readOrderLinks(tx, link.orderId);
  if (payments.some((payment) => isReceived(payment.state))) return false;
  const order = await context.orderBook.findOrder(tx, link.orderId);
  return order !== null && [link.snapshot.statusId, ...unpaidStatuses(facts.gateway)].includes(order.statusId);
}
