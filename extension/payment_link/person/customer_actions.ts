import { DAY_MS, MINUTE_MS } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import { unpaidStatuses } from '../gateways/gateway_settings';
import { settingsOf } from '../gateways/gateways';
import { countJournalAbout } from '../journal/journal';
import { againOf, putClose, putRequest } from '../jobs';
import { isOpen } from '../link/link';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { countOpening, findNewestByToken, listAttempts, lockLink } from '../link/links';

/** The provider's page opens twenty times (facts of MultiSafepay's links); the last few are kept for reloads there. */
const OPENINGS_MAX = 18;
/** A hundred and eighty openings in a day are no customer's. */
const ATTEMPTS_PER_DAY = 10;
/** A new link on request: not more often than this, and so many in a day. */
const NEW_LINK_PAUSE_MS = 10 * MINUTE_MS;
const NEW_LINKS_PER_DAY = 3;

export type PayAnswer =
  /** Send the customer there. */
  | { readonly kind: 'go'; readonly url: string }
  /** A new attempt is being made behind the same address; look again in a moment. */
  | { readonly kind: 'being_made' }
  /** Not payable (any more): the page of the address says why. */
  | { readonly kind: 'closed' }
  | { readonly kind: 'unknown' };

/**
 * The Pay button: the provider's page while its session lives, a new attempt when that is used up. `byStaff` opens it
 * for the customer on the phone and does not count.
 */
export async function openForCustomer(
  context: PaymentLinks,
  token: string,
  options: { readonly byStaff?: string } = {},
): Promise<PayAnswer> {
  const link = await findNewestByToken(context.db, token);
  if (!link) return { kind: 'unknown' };
  if (link.state === 'requested') return { kind: 'being_made' };
  const now = context.clock.now();
  if (!isOpen(link.state) || link.url === null || (link.expiresAt ?? 0) <= now) return { kind: 'closed' };
  if (isUsedUp(link)) {
    if (await mayMakeAnother(context, link, now)) return makeAnother(context, link, now);
    return { kind: 'go', url: link.url };
  }
  if (options.byStaff === undefined) await countOpening(context.db, link.linkId, now);
  await journalOf(context, context.db, link, { event: 'link.opened', by: options.byStaff ?? 'customer' });
  return { kind: 'go', url: link.url };
}

/** The next press of Pay has another attempt made behind the same address. */
export function isUsedUp({ opens }: Pick<Link, 'opens'>): boolean {
  return opens >= OPENINGS_MAX;
}

/** Else whoever has the address could keep this shop and its provider busy by pressing. */
async function mayMakeAnother({ db }: PaymentLinks, { token }: Link, now: number): Promise<boolean> {
  const lately = (await listAttempts(db, token)).filter(({ createdAt }) => createdAt > now - DAY_MS);
  return lately.length < ATTEMPTS_PER_DAY;
}

async function makeAnother(context: PaymentLinks, link: Link, now: number): Promise<PayAnswer> {
  const lifetimeSeconds = Math.max(60, Math.round(((link.expiresAt ?? now) - now) / 1000));
  const then = { ...againOf(link), mail: false, lifetimeSeconds };
  await putClose(context.db, { linkId: link.linkId, to: 'replaced', actor: 'customer', why: 'used_up', then }, now);
  context.wake();
  return { kind: 'being_made' };
}

export type NewLinkAnswer = 'on_its_way' | 'too_often' | 'not_possible';

/**
 * "Send me a new link": goes to the address on file only. Possible when the link ended by itself or at the provider
 * and the order still waits for money; what staff closed stays closed.
 */
export async function requestNewLink(context: PaymentLinks, token: string): Promise<NewLinkAnswer> {
  const link = await findNewestByToken(context.db, token);
  if (!link || !(await mayAskForNewLink(context, link))) return 'not_possible';
  const now = context.clock.now();
  return transaction(context.db, async (tx) => {
    // Held, so that two presses at the same moment count each other.
    await lockLink(tx, link.linkId);
    const lately = await countJournalAbout(tx, link, 'link.asked_by_customer', now - NEW_LINK_PAUSE_MS);
    const today = await countJournalAbout(tx, link, 'link.asked_by_customer', now - DAY_MS);
    if (lately > 0 || today >= NEW_LINKS_PER_DAY) return 'too_often';
    await journalOf(context, tx, link, { event: 'link.asked_by_customer', by: 'customer' });
    await putRequest(tx, { ...againOf(link), actor: 'customer' }, now);
    return 'on_its_way';
  }).finally(() => context.wake());
}

/** Whether "Send me a new link" would be heard, throttling aside. `link`: the newest attempt behind its address. */
export async function mayAskForNewLink(context: PaymentLinks, link: Link): Promise<boolean> {
  const ended = link.state === 'expired' || (link.state === 'cancelled' && link.closedWhy === 'provider');
  if (!ended || link.email === '') return false;
  const { gateway, links } = await settingsOf(context, link);
  if (link.orderId === null) return gateway.on;
  const order = await context.orderBook.findOrder(context.db, link.orderId);
  const statuses = [...unpaidStatuses(gateway), links.expiredStatusId, link.snapshot.statusId];
  return order !== null && gateway.on && statuses.includes(order.statusId);
}
