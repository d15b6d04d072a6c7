import { RetryLater, type Job } from '../../../system/outbox/job';
import { releaseKey, takeKey } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import type { GatewayLink, GatewayPayment, PaymentGateway } from '../gateway';
import { callFor, gatewayOf } from '../gateways/gateways';
import { refreshKey } from '../jobs';
import type { Link } from '../link/link_row';
import { findLink } from '../link/links';
import { listUnreadBodies } from '../notify/notifications';
import { listPayments } from './payments';
import { fetchIfKnown } from '../make/recover_link';
import { settle } from './settle';

/** The job `payment_link.refresh`: reads the link at the provider and settles what it says. */
export async function refreshJob(context: PaymentLinks, { linkId }: { linkId: number }, job: Job): Promise<void> {
  await releaseKey(context.db, job.id);
  try {
    const refreshed = await refreshLink(context, linkId, job.signal);
    if (refreshed === 'overtaken') throw new RetryLater(250, 'another read of this link was settled in between');
  } catch (failed) {
    // An outage must not pile up reads of one link: where another one waits, this one is done.
    if (await takeKey(context.db, job.id, refreshKey(linkId))) throw failed;
  }
}

/**
 * Reads and settles once. `overtaken`: another settlement came in between, this read counts for nothing.
 * @throws GatewayError
 */
export async function refreshLink(
  context: PaymentLinks,
  linkId: number,
  signal: AbortSignal,
): Promise<Link | 'overtaken' | 'gone'> {
  const link = await findLink(context.db, linkId);
  if (!link) return 'gone';
  const readAt = context.clock.now();
  const gateway = await gatewayOf(context, link);
  const seen = await fetchIfKnown(gateway, link.reference, callFor(`${link.reference}:read`, signal));
  // A reference that the provider does not know: nothing was opened or paid.
  const none = { reference: link.reference, status: 'unknown', providerStatus: '', payments: [], refunds: [] } as const;
  const all = seen ? await withPaymentsTold(context, gateway, link, seen, signal) : { ...none, amount: null };
  if (!(await settle(context, link, all, readAt))) return 'overtaken';
  return (await findLink(context.db, linkId)) ?? 'gone';
}

/** A link has a payment or two, and each is told several times. */
const TOLD_MAX = 50;

/** With the payments that verified notices told of and the provider's answer leaves out, each read by its own id. */
async function withPaymentsTold(
  context: PaymentLinks,
  gateway: PaymentGateway,
  link: Link,
  seen: GatewayLink,
  signal: AbortSignal,
): Promise<GatewayLink> {
  const { paymentTold, fetchPayment } = gateway;
  if (!paymentTold || !fetchPayment) return seen;
  const told = new Set((await listUnreadBodies(context.db, link.linkId, TOLD_MAX)).map((body) => paymentTold(body)));
  const known = [...seen.payments.map(({ id }) => id), ...(await knownIds(context, link))];
  const others: GatewayPayment[] = [];
  for (const id of told) {
    if (id === null || known.includes(id)) continue;
    const other = await fetchPayment(link.reference, id, callFor(`${link.reference}:read:${id}`, signal));
    if (other) others.push(other);
  }
  return others.length === 0 ? seen : { ...seen, payments: [...others, ...seen.payments] };
}

async function knownIds(context: PaymentLinks, link: Link): Promise<string[]> {
  return (await listPayments(context.db, link.linkId)).map(({ providerId }) => providerId);
}
