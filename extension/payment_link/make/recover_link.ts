import { transaction } from '../../../system/db/transaction';
import { RetryLater } from '../../../system/outbox/job';
import { MINUTE_MS } from '../../../system/clock';
import type { PaymentLinks } from '../context';
import { GatewayError, type Call, type GatewayLink, type PaymentGateway } from '../gateway';
import { callFor, gatewayOf } from '../gateways/gateways';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { changeState } from '../link/links';
import { settle } from '../settle/settle';

/**
 * Finds out what became of a question whose answer was lost. The provider never tells a link's address again, so an
 * unpaid one is closed there (else it could be paid unnoticed) and the next attempt takes its place; one that was
 * paid is settled. @throws GatewayError
 */
export async function recoverLink(
  context: PaymentLinks,
  link: Link,
  signal: AbortSignal,
): Promise<'closed' | 'settled'> {
  const gateway = await gatewayOf(context, link);
  const readAt = context.clock.now();
  const call = callFor(link.reference, signal);
  const seen = await fetchIfKnown(gateway, link.reference, call);
  if (seen && hasMoney(seen)) {
    await settle(context, link, seen, readAt);
    return 'settled';
  }
  if (seen?.status === 'pending') throw new RetryLater(5 * MINUTE_MS, 'a payment is on its way');
  await gateway.cancelLink?.(link.reference, call);
  await transaction(context.db, async (tx) => {
    const now = context.clock.now();
    await changeState(tx, link.linkId, { to: 'replaced', from: ['requested'], now }, { closed_at: now, asking: 0 });
    await journalOf(context, tx, link, {
      event: 'link.recovered',
      by: 'system',
      details: { found: seen?.providerStatus ?? 'nothing' },
    });
  });
  return 'closed';
}

/** Null when the provider says that it never heard of the reference. */
export async function fetchIfKnown(
  gateway: PaymentGateway,
  reference: string,
  call: Call,
): Promise<GatewayLink | null> {
  try {
    const seen = await gateway.fetchLink(reference, call);
    return seen.status === 'unknown' && seen.payments.length === 0 ? null : seen;
  } catch (failed) {
    if (failed instanceof GatewayError && failed.details.unknownReference === true) return null;
    throw failed;
  }
}

/** Money came in by it, whatever became of that since. */
export function hasMoney(seen: GatewayLink): boolean {
  return seen.payments.some((payment) => payment.status !== 'pending' && payment.status !== 'failed');
}
