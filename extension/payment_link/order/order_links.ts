import type { Db } from '../../../system/db/table';
import { isOpen, type StoredPurpose } from '../link/link';
import type { Link } from '../link/link_row';
import { listAttempts, listLinksOfOrder } from '../link/links';
import { isReceived, listPaymentsOfLinks, type Payment } from '../settle/payments';

/** What is known of an order's links: every attempt and every payment of it. */
export interface OrderLinks {
  readonly links: readonly Link[];
  readonly payments: readonly Payment[];
}

export async function readOrderLinks(db: Db, orderId: number): Promise<OrderLinks> {
  return withPayments(db, await listLinksOfOrder(db, orderId));
}

export async function withPayments(db: Db, links: readonly Link[]): Promise<OrderLinks> {
  const linkIds = links.map((link) => link.linkId);
  return { links, payments: linkIds.length > 0 ? await listPaymentsOfLinks(db, linkIds) : [] };
}

/** Every attempt for what this link is for, oldest first: of an order and a purpose, or behind one address. */
export async function readSiblings(db: Db, { orderId, purpose, token }: Link): Promise<OrderLinks> {
  return withPayments(db, await (orderId === null ? listAttempts(db, token) : listLinksOfOrder(db, orderId, purpose)));
}

/** The attempt a customer can pay through, or is about to be. */
export function openLinkOf(order: Pick<OrderLinks, 'links'>, purpose: StoredPurpose): Link | null {
  return order.links.find((link) => link.purpose === purpose && isOpen(link.state)) ?? null;
}

export function newestLinkOf(order: OrderLinks, purpose: StoredPurpose): Link | null {
  return order.links.filter((link) => link.purpose === purpose).at(-1) ?? null;
}

/**
 * The attempt failed, or somebody ended it, after that moment: a job from before (its process died, or it waited out
 * an outage) must not begin anew. What gave way to another attempt goes on.
 */
export function endedSince(order: OrderLinks, purpose: StoredPurpose, since: number): boolean {
  const newest = newestLinkOf(order, purpose);
  return newest !== null && newest.state !== 'replaced' && (newest.closedAt ?? 0) > since;
}

/** What stays with the shop of all that was paid, in minor units of `currency`. */
export function receivedMinor(payments: readonly Payment[], currency: string): number {
  return payments
    .filter((payment) => isReceived(payment.state) && payment.amount.currency === currency)
    .reduce((sum, payment) => sum + payment.amount.minor - payment.refunded.minor, 0);
}
