import type { Tx } from '../../../system/db/table';
import { reasonOf } from '../../../system/errors';
import { retryingTransaction } from '../../../system/db/retry';
import type { PaymentLinks } from '../context';
import { presentAccount } from '../free/free_gateway';
import { flagLink } from '../journal/flag_link';
import { GatewayError } from '../gateway';
import { againOf, putRequest } from '../jobs';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { changeState, findLink } from '../link/links';
import type { Person } from '../journal/person';

/** The link could not be made: refused, or a day of trying. Kept with the provider's words and the remedy. */
export async function failLink(
  context: PaymentLinks,
  tx: Tx,
  link: Link,
  why: { readonly failed: unknown; readonly unknown: boolean },
): Promise<void> {
  const now = context.clock.now();
  const details = why.failed instanceof GatewayError ? why.failed.details : {};
  const failure = reasonOf(why.failed).slice(0, 1000);
  const changed = await changeState(
    tx,
    link.linkId,
    { to: 'failed', from: ['requested'], now },
    {
      failure,
      failure_code: details.code?.slice(0, 32) ?? null,
      remedy: details.remedy ?? null,
      asking: why.unknown ? 2 : 0,
      closed_at: now,
    },
  );
  if (!changed) return;
  await journalOf(context, tx, link, {
    event: 'link.failed',
    by: 'system',
    details: { failure, code: details.code ?? null },
  });
  await context.bus.announce(tx, 'payment_link.failed', { linkId: link.linkId });
  if (why.unknown) await flagLink(context, tx, link, ['outcome_unknown']);
  else await context.bus.announce(tx, 'payment_link.needs_person', { linkId: link.linkId, reason: 'failed' });
}

/**
 * A person's Retry of a failed link: the same attempt is asked for again, with the key that is set now where the
 * provider surely has nothing under the old one. False when it had not failed.
 */
export async function retryLink(context: PaymentLinks, linkId: number, person: Person): Promise<boolean> {
  const link = await findLink(context.db, linkId);
  if (link?.state !== 'failed') return false;
  const key = link.asking === 'no' ? await presentAccount(context, link) : {};
  const revived = await retryingTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const back = { failure: null, failure_code: null, remedy: null, closed_at: null, ...key };
    if (!(await changeState(tx, linkId, { to: 'requested', from: ['failed'], now }, back))) return false;
    await journalOf(context, tx, link, { event: 'link.retried', by: person });
    await putRequest(tx, { ...againOf(link), actor: person.name }, now);
    return true;
  });
  context.wake();
  return revived;
}
