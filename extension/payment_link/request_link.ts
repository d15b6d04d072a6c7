import { MINUTE_MS, DAY_MS } from '../../system/clock';
import { crashPoint } from '../../system/crash_point';
import { transaction } from '../../system/db/transaction';
import { isDuplicate } from '../../system/db/duplicate';
import { reasonOf } from '../../system/errors';
import { RetryLater, type Job } from '../../system/outbox/job';
import { activateLink } from './activate_link';
import { buildRequest } from './build_request';
import { hasConsent } from './consents';
import type { PaymentLinks } from './context';
import { failLink } from './fail_link';
import { GatewayError, type CreatedLink } from './gateway';
import { callFor, gatewayOf, settingsOf } from './gateways';
import type { RequestJob } from './jobs';
import type { Link } from './link_row';
import { beginAsking, endAsking } from './links';
import type { Order } from './order_book';
import { prepareLink } from './prepare_link';
import { recoverLink } from './recover_link';

/** Somebody who asks for longer than this was killed: calls end well before. */
const ASKING_LASTS_MS = 2 * MINUTE_MS;
/** How long an outage is waited out before a person is asked. */
const GIVE_UP_AFTER_MS = DAY_MS;

/**
 * The job `payment_link.request`: writes the attempt, asks the provider, records the answer. Repeating it is safe at
 * every step; an attempt whose outcome is unknown is read and closed at the provider before a new one is made.
 */
export async function requestLink(context: PaymentLinks, wish: RequestJob, job: Job): Promise<void> {
  const order = await context.orderBook.findOrder(context.db, wish.orderId);
  if (!order) return;
  const prepared = await prepare(context, order, wish);
  if (!prepared) return;
  if (prepared.isNew) return ask(context, prepared.link, order, wish, job);
  return resume(context, prepared.link, order, wish, job);
}

async function prepare(context: PaymentLinks, order: Order, wish: RequestJob) {
  try {
    return await prepareLink(context, order, wish);
  } catch (failed) {
    if (!isDuplicate(failed)) throw failed;
    throw new RetryLater(100, 'another job made this attempt in the same moment');
  }
}

/** An attempt that is there already: asked in vain, being asked just now, or left by a killed process. */
async function resume(context: PaymentLinks, link: Link, order: Order, wish: RequestJob, job: Job): Promise<void> {
  if (link.state !== 'requested') return;
  const now = context.clock.now();
  const leftMs = link.requestedAt + ASKING_LASTS_MS - now;
  if (link.asking === 'yes' && leftMs > 0) throw new RetryLater(leftMs, 'another job asks for this link just now');
  if (!(await beginAsking(context.db, link, now))) throw new RetryLater(1000, 'another job took this link over');
  crashPoint('request.taken_over');
  if (link.asking === 'no') return ask(context, link, order, wish, job);
  const outcome = await withCare(context, link, job, 'unknown', () => recoverLink(context, link, job.signal));
  if (outcome !== 'closed') return;
  crashPoint('request.recovered');
  const next = await prepare(context, order, { ...wish, again: true });
  if (next?.isNew) await ask(context, next.link, order, wish, job);
}

async function ask(context: PaymentLinks, link: Link, order: Order, wish: RequestJob, job: Job): Promise<void> {
  crashPoint('request.row_written');
  const created = await withCare(context, link, job, 'no', () => create(context, link, order, job.signal));
  if (!created) return;
  crashPoint('request.link_created');
  await activateLink(context, link, { created, mail: wish.mail !== false });
  crashPoint('request.recorded');
}

async function create(context: PaymentLinks, link: Link, order: Order, signal: AbortSignal): Promise<CreatedLink> {
  const { gateway: settings } = await settingsOf(context, link);
  const consent = await hasConsent(context.db, order.orderId);
  const request = buildRequest(context, link, order, { settings, consent });
  const gateway = await gatewayOf(context, link);
  try {
    return await gateway.createLink(request, callFor(link.reference, signal));
  } catch (failed) {
    throw failed instanceof GatewayError ? failed : new GatewayError('unknown', reasonOf(failed), { cause: failed });
  }
}

/**
 * Runs a step that talks to the provider and records how it failed, so that the next try knows what is safe.
 * `otherwise` is what a failure that is not the provider's own says about the link. Null: given up, a person is told.
 */
async function withCare<T>(
  context: PaymentLinks,
  link: Link,
  job: Job,
  otherwise: 'no' | 'unknown',
  step: () => Promise<T>,
): Promise<T | null> {
  try {
    return await step();
  } catch (failed) {
    const now = context.clock.now();
    const outcome = failed instanceof GatewayError ? failed.outcome : null;
    if (outcome === 'rejected' && otherwise === 'no') return fail(context, link, failed as GatewayError, false);
    const asking = outcome === 'unknown' ? 'unknown' : otherwise;
    await endAsking(context.db, link.linkId, { asking, failure: reasonOf(failed), now });
    if (now - job.createdAt >= GIVE_UP_AFTER_MS) return fail(context, link, failed, asking === 'unknown');
    const retryAfterMs = failed instanceof GatewayError ? failed.details.retryAfterMs : undefined;
    throw retryAfterMs === undefined ? failed : new RetryLater(retryAfterMs, reasonOf(failed));
  }
}

async function fail(context: PaymentLinks, link: Link, failed: unknown, unknown: boolean): Promise<null> {
  await transaction(context.db, (tx) => failLink(context, tx, link, { failed, unknown }));
  crashPoint('request.failed');
  return null;
}
