import { RetryLater, type Job } from '../../system/outbox/job';
import { releaseKey, takeKey } from '../../system/outbox/jobs';
import type { PaymentLinks } from './context';
import { callFor, gatewayOf } from './gateways';
import { refreshKey } from './jobs';
import type { Link } from './link_row';
import { findLink } from './links';
import { fetchIfKnown } from './recover_link';
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
  if (!(await settle(context, link, seen ?? { ...none, amount: null }, readAt))) return 'overtaken';
  return (await findLink(context.db, linkId)) ?? 'gone';
}
