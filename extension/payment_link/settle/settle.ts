import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { crashPoint } from '../../../system/crash_point';
import type { PaymentLinks } from '../context';
import type { GatewayLink } from '../gateway';
import type { Link } from '../link/link_row';
import { lockLink, planPoll, raiseVersion } from '../link/links';
import { isOpen } from '../link/link';
import { markNotificationsRead } from '../notify/notifications';
import { isReceived, listPayments } from './payments';
import { nextPollAt, nextPollOfClosed, nextPollOfPaid, nextPollOfRefund } from './poll_plan';
import { recordPayments } from './record_payments';
import { gatherFacts, type SettleFacts, type Settling } from './settle_facts';
import { settleMoneyBack } from './settle_money_back';
import { settlePaid } from './settle_paid';
import { settleRefunds } from './settle_refunds';
import { settleUnpaid } from './settle_unpaid';

/**
 * The only way money becomes truth: applies what was read at the provider, in one transaction. `link` is the row as
 * it was at `readAt` (UTC epoch ms), before the read; false when another settlement came in between, and the caller
 * must read again.
 */
export async function settle(context: PaymentLinks, link: Link, seen: GatewayLink, readAt: number): Promise<boolean> {
  const facts = await gatherFacts(context, link, seen, readAt);
  crashPoint('settle.read');
  const settled = await transaction(context.db, (tx) => settleLink(context, tx, link, seen, facts));
  crashPoint('settle.recorded');
  context.wake();
  return settled;
}

/**
 * The same within a transaction. Rules: a payment is known by its own id, and none is ever pulled back by news about
 * another; only a change is acted on; unpaid news never moves an order that is paid.
 */
async function settleLink(
  context: PaymentLinks,
  tx: Tx,
  before: Link,
  seen: GatewayLink,
  facts: SettleFacts,
): Promise<boolean> {
  const now = context.clock.now();
  if (!(await raiseVersion(tx, before.linkId, before.version, now))) return false;
  const link = await lockLink(tx, before.linkId);
  if (!link) return false;
  const settling: Settling = { context, tx, link, seen, facts, now };
  const changes = await recordPayments(settling);
  const cameIn = changes.filter(({ after, wasReceived }) => isReceived(after.state) && !wasReceived);
  const yetToSettle = new Set(cameIn.map(({ after }) => after.paymentId));
  for (const change of changes) {
    if (yetToSettle.delete(change.after.paymentId)) await settlePaid(settling, change.after, yetToSettle);
    await settleMoneyBack(settling, change);
  }
  await settleRefunds(settling);
  const payments = await listPayments(tx, link.linkId);
  if (!payments.some((payment) => isReceived(payment.state))) await settleUnpaid(settling, payments);
  crashPoint('settle.applied');
  await markNotificationsRead(tx, link.linkId, facts.readAt, now);
  await planNextPoll(settling);
  return true;
}

async function planNextPoll({ tx, link, seen, now }: Settling): Promise<void> {
  const after = await lockLink(tx, link.linkId);
  if (!after) return;
  const since = after.activatedAt ?? after.createdAt;
  if (isOpen(after.state)) return planPoll(tx, link.linkId, nextPollAt({ since, now }));
  const closed = { closedAt: after.closedAt ?? now, now };
  const refunding = seen.refunds.some(({ status }) => status === 'pending');
  const next = after.state === 'completed' ? nextPollOfPaid(closed) : nextPollOfClosed(closed);
  await planPoll(tx, link.linkId, refunding ? nextPollOfRefund(next, now) : next);
}
