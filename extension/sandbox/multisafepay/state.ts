import type { Attempt, Order, Session } from './order';

/** Statuses in which money came, at some time. */
const PAID = new Set(['completed', 'shipped', 'partial_refunded', 'refunded', 'chargedback']);

export function isPaid(attempt: Attempt): boolean {
  return PAID.has(attempt.status);
}

/** The attempt that speaks for the order: the newest paid one, else the newest under review, else the newest. */
export function decisiveAttempt(order: Order): Attempt | null {
  const newestFirst = [...order.attempts].reverse();
  return (
    newestFirst.find(isPaid) ?? newestFirst.find((attempt) => attempt.status === 'uncleared') ?? newestFirst[0] ?? null
  );
}

export function newestSession(order: Order): Session {
  const session = order.sessions.at(-1);
  if (!session) throw new Error(`order ${order.orderId} has no session`);
  return session;
}

export function sessionOf(order: Order, attempt: Attempt | null): Session {
  return order.sessions.find((session) => session.id === attempt?.sessionId) ?? newestSession(order);
}

/** What the provider calls the order's status, seen from one attempt, or from none. */
export function orderStatus(order: Order, attempt: Attempt | null, now: number): string {
  if (attempt && (isPaid(attempt) || attempt.status === 'uncleared')) return attempt.status;
  if (order.cancelledAt !== null) return 'cancelled';
  if (attempt) return attempt.status;
  return isExpired(newestSession(order), now) ? 'expired' : 'initialized';
}

function isExpired(session: Session, now: number): boolean {
  return session.expired || session.expiresAt <= now;
}

/** A link opens this many times, then it is dead. */
export const OPENS_MAX = 20;

/** Why nothing can be paid through this link any more; null when it can. */
export function whyClosed(
  order: Order,
  session: Session,
  now: number,
): 'paid' | 'cancelled' | 'expired' | 'used' | null {
  if (order.attempts.some(isPaid)) return 'paid';
  if (session.cancelled) return 'cancelled';
  if (isExpired(session, now)) return 'expired';
  return session.opens > OPENS_MAX ? 'used' : null;
}

/** What of the attempt's amount is neither given back nor promised, in minor units. */
export function refundable(order: Order, attempt: Attempt): number {
  return attempt.amount - refunded(order, attempt, (status) => status !== 'void');
}

/** What was really given back, in minor units. */
export function refundedAmount(order: Order, attempt: Attempt): number {
  return refunded(order, attempt, (status) => status === 'completed');
}

function refunded(order: Order, attempt: Attempt, counts: (status: string) => boolean): number {
  return order.related
    .filter((related) => related.type === 'refund' && related.attemptId === attempt.id && counts(related.status))
    .reduce((total, related) => total + related.amount, 0);
}
