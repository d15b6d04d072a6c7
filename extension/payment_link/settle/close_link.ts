import { MINUTE_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import { transaction } from '../../../system/db/transaction';
import { RetryLater, type Job } from '../../../system/outbox/job';
import { deleteJobsByKey, releaseKey } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import type { GatewayLink } from '../gateway';
import { callFor, gatewayOf } from '../gateways/gateways';
import { isOpen } from '../link/link';
import { expireKey, putExpire, putRequest, remindKey, type CloseJob } from '../jobs';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { changeState, findLink, markClosing } from '../link/links';
import { nextPollOfClosed } from './poll_plan';
import { fetchIfKnown, hasMoney } from '../make/recover_link';
import { settle } from './settle';
import { gatherFacts } from './settle_facts';
import { sayClosed } from './say_closed';

export type Closing = 'closed' | 'kept' | 'already';

/** The job `payment_link.close`. */
export async function closeJob(context: PaymentLinks, wish: CloseJob, job: Job): Promise<void> {
  await releaseKey(context.db, job.id);
  await closeLink(context, wish, job.signal);
}

/**
 * Closes a link at the provider and here. The provider is read first: money that came in is settled instead, money on
 * its way keeps the link (unless a person insists). @throws GatewayError
 */
export async function closeLink(context: PaymentLinks, wish: CloseJob, signal: AbortSignal): Promise<Closing> {
  const link = await findLink(context.db, wish.linkId);
  if (!link) return 'already';
  if (!isOpen(link.state) && link.state !== 'failed') return closeStray(context, link, wish, signal);
  if (link.state !== 'active' && link.state !== 'declined') return closeUnmade(context, link, wish, signal);
  const gateway = await gatewayOf(context, link);
  const readAt = context.clock.now();
  const seen = await fetchIfKnown(gateway, link.reference, callFor(`${link.reference}:read`, signal));
  if (seen && isKept(seen, wish)) return keepLink(context, link, seen, wish, readAt);
  await markClosing(context.db, link.linkId, wish.to, context.clock.now());
  crashPoint('close.marked');
  if (seen?.status !== 'expired' && seen?.status !== 'cancelled') {
    await gateway.cancelLink?.(link.reference, callFor(`${link.reference}:cancel`, signal));
  }
  crashPoint('close.cancelled_there');
  await recordClosed(context, link, wish, readAt);
  crashPoint('close.recorded');
  return 'closed';
}

function isKept(seen: GatewayLink, wish: CloseJob): boolean {
  return hasMoney(seen) || (seen.status === 'pending' && wish.evenIfPending !== true);
}

async function keepLink(
  context: PaymentLinks,
  link: Link,
  seen: GatewayLink,
  wish: CloseJob,
  readAt: number,
): Promise<Closing> {
  if (link.closing !== null) await markClosing(context.db, link.linkId, null, context.clock.now());
  if (!(await settle(context, link, seen, readAt))) throw new RetryLater(250, 'another read was settled in between');
  await journalOf(context, context.db, link, {
    event: 'link.kept',
    by: wish.actor,
    details: { why: wish.why, found: seen.providerStatus },
  });
  return 'kept';
}

async function recordClosed(context: PaymentLinks, link: Link, wish: CloseJob, readAt: number): Promise<void> {
  const facts = await gatherFacts(context, link, null, readAt);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const also = {
      closed_at: now,
      closed_why: wish.why,
      closing: null,
      poll_at: nextPollOfClosed({ closedAt: now, now }),
    };
    const from = ['active', 'declined'] as const;
    if (!(await changeState(tx, link.linkId, { to: wish.to, from, now }, also))) return;
    await journalOf(context, tx, link, { event: `link.${wish.to}`, by: wish.actor, details: { why: wish.why } });
    await deleteJobsByKey(tx, remindKey(link.linkId));
    await deleteJobsByKey(tx, expireKey(link.linkId));
    await sayClosed({ context, tx, link, facts, now }, wish);
    if (wish.then) await putRequest(tx, wish.then, now);
    await context.bus.announce(tx, 'payment_link.closed', { linkId: link.linkId, state: wish.to });
  });
  context.wake();
}

/** An attempt that is still being asked for, or that failed: closed here at once, there as far as it exists. */
async function closeUnmade(context: PaymentLinks, link: Link, wish: CloseJob, signal: AbortSignal): Promise<Closing> {
  const to = wish.to === 'expired' ? 'cancelled' : wish.to;
  const closed = await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const from = [link.state];
    // One that the provider may have can still be paid there, as any other that is closed.
    const poll = link.asking === 'no' ? {} : { poll_at: nextPollOfClosed({ closedAt: now, now }) };
    const also = { closed_at: now, closed_why: wish.why, ...poll };
    if (!(await changeState(tx, link.linkId, { to, from, now }, also))) return false;
    await journalOf(context, tx, link, { event: `link.${to}`, by: wish.actor, details: { why: wish.why } });
    if (wish.then) await putRequest(tx, wish.then, now);
    return true;
  });
  if (!closed) throw new RetryLater(250, 'the link changed in the same moment');
  if (link.asking !== 'no') await closeStray(context, link, wish, signal);
  context.wake();
  return 'closed';
}

/** Closed here, but perhaps alive at the provider: its answer came after the order had gone. */
async function closeStray(context: PaymentLinks, link: Link, wish: CloseJob, signal: AbortSignal): Promise<Closing> {
  if (wish.why !== 'not_wanted' && link.asking === 'no') return 'already';
  const gateway = await gatewayOf(context, link);
  await gateway.cancelLink?.(link.reference, callFor(`${link.reference}:cancel`, signal));
  return 'already';
}

/** How long a payment on its way is waited for before the link's end is looked at again. */
const LOOK_AGAIN_MS = 60 * MINUTE_MS;

/** The job `payment_link.expire`: a payment on its way keeps the order and its stock. */
export async function expireJob(context: PaymentLinks, { linkId }: { linkId: number }, job: Job): Promise<void> {
  const link = await findLink(context.db, linkId);
  if (!link || (link.state !== 'active' && link.state !== 'declined')) return;
  const wish: CloseJob = { linkId, to: 'expired', actor: 'system', why: 'lifetime' };
  const closing = await closeLink(context, wish, job.signal);
  const after = closing === 'kept' ? await findLink(context.db, linkId) : null;
  const now = context.clock.now();
  if (!after || !isOpen(after.state)) return;
  await releaseKey(context.db, job.id);
  await putExpire(context.db, linkId, now + LOOK_AGAIN_MS, now);
}
