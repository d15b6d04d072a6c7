import { DAY_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { reasonOf } from '../../../system/errors';
import { RetryLater, type Job } from '../../../system/outbox/job';
import type { PaymentLinks } from '../context';
import { flagLink } from '../journal/flag_link';
import { GatewayError, type GatewayRefund, type PaymentGateway } from '../gateway';
import { callFor, gatewayOf } from '../gateways/gateways';
import { putRefresh } from '../jobs';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { findLink, settleFlags } from '../link/links';
import { listPayments } from '../settle/payments';
import { onPress, type Person } from '../journal/person';
import { SAME_AMOUNT_PAUSE_MS } from './refund';
import { changeRefund, findRefund, listRefunds, type Refund } from './refunds';
import { findOurs } from '../settle/settle_refunds';

/**
 * The job `payment_link.refund`. A refund that the provider may already have is looked for there before it is ever
 * asked again; where reading cannot tell, a person must: money is never repeated on a guess.
 */
export async function refundJob(context: PaymentLinks, { refundId }: { refundId: number }, job: Job): Promise<void> {
  const refund = await findRefund(context.db, refundId);
  const link = refund && (await findLink(context.db, refund.linkId));
  if (!refund || !link) return;
  const gateway = await gatewayOf(context, link);
  if (refund.state === 'asking') return readBack(context, gateway, link, refund, job);
  if (refund.state !== 'asked') return;
  await waitForSameAmount(context, refund);
  const now = context.clock.now();
  if (!(await changeRefund(context.db, refundId, { from: ['asked'], to: 'asking', now }))) return;
  crashPoint('refund.asking');
  await ask(context, gateway, link, refund, job);
}

async function ask(
  context: PaymentLinks,
  gateway: PaymentGateway,
  link: Link,
  refund: Refund,
  job: Job,
): Promise<void> {
  const { amount, reason, lines, reference } = refund;
  try {
    if (!gateway.refund) throw new GatewayError('rejected', 'this provider offers no refunds here');
    const paymentId = await paymentIdOf(context, refund);
    const request = { reference: link.reference, refundReference: reference, amount, reason, lines, ...paymentId };
    const made = await gateway.refund(request, callFor(reference, job.signal));
    crashPoint('refund.made');
    await record(context, link, refund, made);
  } catch (failed) {
    if (!(failed instanceof GatewayError) || failed.outcome === 'unknown') throw failed;
    const now = context.clock.now();
    const given = failed.outcome === 'rejected' || now - job.createdAt >= DAY_MS;
    if (given) return fail(context, link, refund, failed);
    await changeRefund(context.db, refund.refundId, {
      from: ['asking'],
      to: 'asked',
      failure: reasonOf(failed),
      now,
    });
    throw failed;
  }
}

/** Named where the link had several payments. */
async function paymentIdOf(context: PaymentLinks, refund: Refund): Promise<{ paymentId?: string }> {
  const payments = await listPayments(context.db, refund.linkId);
  const own = payments.find((payment) => payment.paymentId === refund.paymentId);
  return own && payments.length > 1 ? { paymentId: own.providerId } : {};
}

/** The provider was asked and the answer is lost: is it there? */
async function readBack(
  context: PaymentLinks,
  gateway: PaymentGateway,
  link: Link,
  refund: Refund,
  job: Job,
): Promise<void> {
  const seen = await gateway.fetchLink(link.reference, callFor(`${link.reference}:read`, job.signal));
  const known = await listRefunds(context.db, link.linkId);
  const others = known.filter((other) => other.refundId !== refund.refundId);
  const strange = seen.refunds.filter((news) => findOurs(others, news) === null);
  const found =
    strange.find((news) => news.reference === refund.reference) ??
    strange.find((news) => news.reference === null && news.amount.minor === refund.amount.minor);
  if (found) return record(context, link, refund, found);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    await changeRefund(tx, refund.refundId, { from: ['asking'], to: 'unknown', now });
    await journalOf(context, tx, link, {
      event: 'refund.unknown',
      by: 'system',
      details: { refund: refund.reference },
    });
    await flagLink(context, tx, link, ['refund_unknown']);
  });
}

async function record(context: PaymentLinks, link: Link, refund: Refund, made: GatewayRefund): Promise<void> {
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const to = made.status;
    const change = { from: ['asking', 'unknown'] as const, to, providerId: made.id, failure: null, now };
    if (!(await changeRefund(tx, refund.refundId, change))) return;
    await journalOf(context, tx, link, { event: `refund.${to}`, by: 'provider', details: { refund: made.id } });
    if (to === 'done') {
      const { refundId, linkId } = refund;
      await context.bus.announce(tx, 'payment_link.refunded', { linkId, refundId });
    }
    await putRefresh(tx, link.linkId, now, now);
  });
  crashPoint('refund.recorded');
  context.wake();
}

async function fail(context: PaymentLinks, link: Link, refund: Refund, failed: GatewayError): Promise<void> {
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    const failure = [reasonOf(failed), failed.details.remedy].filter(Boolean).join('\n');
    await changeRefund(tx, refund.refundId, { from: ['asking', 'asked'], to: 'failed', failure, now });
    await journalOf(context, tx, link, {
      event: 'refund.failed',
      by: 'provider',
      details: { reason: reasonOf(failed) },
    });
    await context.bus.announce(tx, 'payment_link.needs_person', { linkId: link.linkId, reason: 'refund_failed' });
  });
}

async function waitForSameAmount(context: PaymentLinks, refund: Refund): Promise<void> {
  const now = context.clock.now();
  const others = await listRefunds(context.db, refund.linkId);
  const twin = others.find(
    (other) =>
      other.refundId < refund.refundId &&
      other.paymentId === refund.paymentId &&
      other.amount.minor === refund.amount.minor &&
      other.state !== 'failed' &&
      now - other.createdAt < SAME_AMOUNT_PAUSE_MS,
  );
  if (twin) throw new RetryLater(twin.createdAt + SAME_AMOUNT_PAUSE_MS - now, 'a refund of this amount was just made');
}

/**
 * A person looked at the provider: it was made, or it was not (then it may be asked again). False when nobody had to
 * look (any more). @throws AppError `pressed_before`
 */
export async function resolveRefund(
  context: PaymentLinks,
  refundId: number,
  made: boolean,
  person: Person,
): Promise<boolean> {
  return onPress(context, person, async (tx, now) => {
    const refund = await findRefund(tx, refundId);
    const link = refund && (await findLink(tx, refund.linkId));
    if (!link || !(await changeRefund(tx, refundId, { from: ['unknown'], to: made ? 'pending' : 'failed', now }))) {
      return false;
    }
    await journalOf(context, tx, link, { event: 'refund.resolved', by: person, details: { made } });
    if (await isAllSeenTo(tx, link)) await settleFlags(tx, link.linkId, now);
    await putRefresh(tx, link.linkId, now, now);
    return true;
  });
}

/** What made the link wait for a person was refunds alone, and no other one is unknown. */
async function isAllSeenTo(tx: Tx, link: Link): Promise<boolean> {
  if (link.flags.some((flag) => flag !== 'refund_unknown')) return false;
  return (await listRefunds(tx, link.linkId)).every((refund) => refund.state !== 'unknown');
}
