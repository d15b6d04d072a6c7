import type { GatewayPayment } from '../gateway';
import type { PaymentState } from '../link/link';
import { findPayment, insertPayment, isReceived, listPayments, updatePayment, type Payment } from './payments';
import type { Settling } from './settle_facts';

export interface PaymentChange {
  readonly after: Payment;
  /** Money had come in by it before this settlement. */
  readonly wasReceived: boolean;
  readonly refundedBefore: number;
}

/** Writes what is new about each payment that the provider named; answers those that changed. */
export async function recordPayments(settling: Settling): Promise<PaymentChange[]> {
  const { tx, link, seen } = settling;
  const known = await listPayments(tx, link.linkId);
  const changes: PaymentChange[] = [];
  for (const news of seen.payments) {
    const before = known.find((payment) => payment.providerId === news.id);
    const paymentId = before ? await change(settling, before, news) : await add(settling, news);
    const after = paymentId === null ? null : await findPayment(tx, paymentId);
    if (!after) continue;
    const wasReceived = before !== undefined && isReceived(before.state);
    changes.push({ after, wasReceived, refundedBefore: before?.refunded.minor ?? 0 });
  }
  return changes;
}

async function add({ tx, link, now }: Settling, news: GatewayPayment): Promise<number> {
  const { id, status, method, amount, refunded, needsCart, reason } = news;
  const paidAt = isReceived(status) ? now : null;
  const { linkId, gateway } = link;
  const row = { linkId, gateway, providerId: id, state: status, method, amount, refunded, needsCart, reason, paidAt };
  return insertPayment(tx, row, now);
}

/** Null when nothing is new. */
async function change({ tx, now }: Settling, before: Payment, news: GatewayPayment): Promise<number | null> {
  const state = nextState(before.state, news.status);
  const refunded = Math.max(before.refunded.minor, news.refunded.minor);
  const same = state === before.state && refunded === before.refunded.minor && news.method === before.method;
  if (same) return null;
  const paidAt = before.paidAt ?? (isReceived(state) ? now : null);
  const { amount, needsCart, reason } = news;
  const method = news.method ?? before.method;
  const row = { state, method, amount, refunded: { ...news.refunded, minor: refunded }, needsCart, reason, paidAt };
  await updatePayment(tx, before.paymentId, row, now);
  return before.paymentId;
}

/**
 * What one payment becomes. Money that came in does not become "on its way" again, and what was given back stays
 * given back; a received payment that the provider now calls failed was taken back (void after completed).
 */
export function nextState(before: PaymentState, news: PaymentState): PaymentState {
  if (before === 'charged_back') return news === 'pending' || news === 'failed' ? before : news;
  if (!isReceived(before)) return news;
  if (news === 'failed') return 'charged_back';
  if (news === 'pending') return before;
  const rank: readonly PaymentState[] = ['paid', 'partially_refunded', 'refunded', 'charged_back'];
  return rank.indexOf(news) >= rank.indexOf(before) ? news : before;
}
