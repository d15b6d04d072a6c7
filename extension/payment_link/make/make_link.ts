import { MINUTE_MS, DAY_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import { transaction } from '../../../system/db/transaction';
import { reasonOf } from '../../../system/errors';
import { RetryLater, type Job } from '../../../system/outbox/job';
import { activateLink } from './activate_link';
import { buildFreeRequest, buildRequest } from './build_request';
import { hasConsent } from '../mail/consents';
import type { PaymentLinks } from '../context';
import { failLink } from './fail_link';
import { GatewayError, type CreatedLink } from '../gateway';
import { callFor, gatewayOf, settingsOf } from '../gateways/gateways';
import type { Link } from '../link/link_row';
import { beginAsking, endAsking } from '../link/links';
import type { Order } from '../order_book';
import type { Prepared } from './prepare_link';
import { giveWay, stillFits } from './outdated_link';
import { recoverLink } from './recover_link';

/** Somebody who asks for longer than this was killed: calls end well before. */
const ASKING_LASTS_MS = 2 * MINUTE_MS;
/** How long an outage is waited out before a person is asked. */
const GIVE_UP_AFTER_MS = DAY_MS;

/** What a link is to be made for. */
export interface LinkSubject {
  /** Null for a link without an order. */
  readonly order: Order | null;
  /** False when another mail will tell the customer. */
  readonly mail: boolean;
  /** Writes the attempt that takes the place of one that was closed; null when none is due any more. */
  nextAttempt(): Promise<Prepared | null>;
}

/**
 * Asks the provider for a link whose row is written, and records the answer. Repeating it is safe at every step; an
 * attempt whose outcome is unknown is read and closed at the provider before a new one is made.
 */
export async function makeLink(
  context: PaymentLinks,
  prepared: Prepared,
  subject: LinkSubject,
  job: Job,
): Promise<void> {
  if (prepared.isNew) return ask(context, prepared.link, subject, job);
  return resume(context, prepared.link, subject, job);
}

/** An attempt that is there already: asked in vain, being asked just now, or left by a killed process. */
async function resume(context: PaymentLinks, link: Link, subject: LinkSubject, job: Job): Promise<void> {
  if (link.state !== 'requested') return;
  const now = context.clock.now();
  const leftMs = link.requestedAt + ASKING_LASTS_MS - now;
  if (link.asking === 'yes' && leftMs > 0) throw new RetryLater(leftMs, 'another job asks for this link just now');
  if (!(await beginAsking(context.db, link, now))) throw new RetryLater(1000, 'another job took this link over');
  crashPoint('request.taken_over');
  if (link.asking === 'no') {
    if (stillFits(link, subject.order)) return ask(context, link, subject, job);
    if (!(await giveWay(context, link))) return;
  } else {
    const outcome = await withCare(context, link, job, 'unknown', () => recoverLink(context, link, job.signal));
    if (outcome !== 'closed') return;
  }
  crashPoint('request.recovered');
  const next = await subject.nextAttempt();
  if (next?.isNew) await ask(context, next.link, subject, job);
}

async function ask(context: PaymentLinks, link: Link, subject: LinkSubject, job: Job): Promise<void> {
  crashPoint('request.row_written');
  const created = await withCare(context, link, job, 'no', () => create(context, link, subject.order, job.signal));
  if (!created) return;
  crashPoint('request.link_created');
  await activateLink(context, link, { created, mail: subject.mail });
  crashPoint('request.recorded');
}

async function create(
  context: PaymentLinks,
  link: Link,
  order: Order | null,
  signal: AbortSignal,
): Promise<CreatedLink> {
  const { gateway: settings } = await settingsOf(context, link);
  const request = order
    ? buildRequest(context, link, order, { settings, consent: await hasConsent(context.db, order.orderId) })
    : buildFreeRequest(context, link, { settings, shop: await context.shops.identityOf(link.storeId) });
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
