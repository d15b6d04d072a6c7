import { isDuplicate } from '../../../system/db/duplicate';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { freeLinkWrong } from './check_free_link';
import type { PaymentLinks } from '../context';
import { presentAccount } from './free_gateway';
import type { FreeRequestJob } from '../jobs';
import { settingsOf } from '../gateways/gateways';
import { freeReferenceOf, isOpen } from '../link/link';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { findLink, insertLink, listAttempts, nameLink, type NewLink } from '../link/links';
import { newToken } from './pay_names';
import type { Prepared } from '../make/prepare_link';

/**
 * The attempt a link without an order is to be made by: the newest one as long as it is open, else, where `again` is
 * wished, the next. Null when it is paid, or closed and nobody wants another.
 */
export async function nextFreeAttempt(context: PaymentLinks, wish: FreeRequestJob): Promise<Prepared | null> {
  const link = await findLink(context.db, wish.linkId);
  if (!link) return null;
  const { gateway } = await settingsOf(context, link);
  const account = await presentAccount(context, link);
  return transaction(context.db, async (tx) => {
    const attempts = await listAttempts(tx, link.token);
    const newest = attempts.at(-1) ?? link;
    if (isOpen(newest.state)) return { link: newest, isNew: false };
    if (wish.again !== true || attempts.some((attempt) => attempt.state === 'completed')) return null;
    const firstLinkId = attempts[0]?.linkId ?? link.linkId;
    const reference = freeReferenceOf(gateway.referencePrefix, firstLinkId, newest.attempt + 1);
    const next = await repeatAttempt(context, tx, { ...newest, ...account, reference }, wish);
    return next && { link: next, isNew: true };
  });
}

async function repeatAttempt(
  context: PaymentLinks,
  tx: Tx,
  newest: Link,
  { actor = 'system', lifetimeSeconds = newest.lifetimeSeconds }: FreeRequestJob,
): Promise<Link | null> {
  const now = context.clock.now();
  const { amount, ...link } = newest;
  const next = await insertLink(tx, {
    store_id: link.storeId,
    order_id: null,
    purpose: 'free',
    attempt: link.attempt + 1,
    token: link.token,
    slug: link.slug,
    notify_token: newToken(),
    gateway: link.gateway,
    reference: link.reference,
    environment: link.environment,
    account: link.account,
    method: link.method,
    amount_minor: amount.minor,
    currency: amount.currency,
    description: link.description,
    lifetime_seconds: lifetimeSeconds,
    snapshot: JSON.stringify(link.snapshot),
    requested_at: now,
    customer: link.customer,
    email: link.email,
    created_by: actor.slice(0, 64),
    created_at: now,
  });
  await noteRequest(context, tx, next, actor);
  return next;
}

/**
 * The first attempt, with a reference that holds its own id. Its job is the caller's to put.
 * @throws AppError `free_link_wrong` when another link has its slug
 */
export async function firstFreeAttempt(
  context: PaymentLinks,
  tx: Tx,
  wish: { readonly row: Omit<NewLink, 'reference'>; readonly prefix: string; readonly actor: string },
): Promise<Link> {
  const link = await insertLink(tx, { ...wish.row, reference: newToken() }, 'no').catch((failed: unknown) => {
    // Of what is unique in a first attempt, the slug alone is not random.
    throw wish.row.slug && isDuplicate(failed) ? freeLinkWrong({ fields: { slug: 'error_slug_taken' } }) : failed;
  });
  const reference = freeReferenceOf(wish.prefix, link.linkId, 1);
  await nameLink(tx, link.linkId, reference);
  await noteRequest(context, tx, { ...link, reference }, wish.actor);
  return { ...link, reference };
}

async function noteRequest(context: PaymentLinks, tx: Tx, link: Link, actor: string): Promise<void> {
  const { minor, currency } = link.amount;
  await journalOf(context, tx, link, {
    event: 'link.requested',
    by: actor,
    details: { reference: link.reference, minor, currency },
  });
}
