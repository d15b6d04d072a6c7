import type { GatewayRefund } from '../gateway';
import { listPayments } from './payments';
import { changeRefund, insertRefund, listRefunds, type Refund, type RefundState } from '../refund/refunds';
import type { Settling } from './settle_facts';

/** Brings the refunds we asked for up to date, and notes those that were made at the provider itself. */
export async function settleRefunds(settling: Settling): Promise<void> {
  const { tx, link, seen } = settling;
  if (seen.refunds.length === 0) return;
  const known = await listRefunds(tx, link.linkId);
  const taken = new Set<number>();
  for (const news of seen.refunds) {
    const ours = findOurs(known, news, taken);
    if (ours) taken.add(ours.refundId);
    await (ours ? update(settling, ours, news) : note(settling, news));
  }
}

/** By the provider's id, or by our own name for it. Null: one of another. */
export function findOurs(
  known: readonly Refund[],
  news: GatewayRefund,
  taken: ReadonlySet<number> = new Set(),
): Refund | null {
  const free = known.filter((refund) => !taken.has(refund.refundId));
  return (
    free.find((refund) => refund.providerId === news.id) ??
    free.find((refund) => news.reference !== null && refund.reference === news.reference) ??
    null
  );
}

async function update({ context, tx, link, now }: Settling, refund: Refund, news: GatewayRefund): Promise<void> {
  const to: RefundState = news.status;
  if (refund.state === to && refund.providerId === news.id) return;
  const from: RefundState[] = ['asked', 'asking', 'unknown', 'pending', ...(to === 'failed' ? ['done' as const] : [])];
  if (refund.state === to) from.push(to);
  const changed = await changeRefund(tx, refund.refundId, { from, to, providerId: news.id, now });
  if (changed && to === 'done' && refund.state !== 'done') {
    await context.bus.announce(tx, 'payment_link.refunded', { linkId: link.linkId, refundId: refund.refundId });
  }
}

async function note({ context, tx, link, now }: Settling, news: GatewayRefund): Promise<void> {
  const payments = await listPayments(tx, link.linkId);
  const payment = payments.find((one) => one.refunded.minor > 0) ?? payments[0];
  if (!payment) return;
  const refundId = await insertRefund(
    tx,
    {
      linkId: link.linkId,
      paymentId: payment.paymentId,
      pressKey: `${link.gateway}:${news.id}`.slice(0, 64),
      reference: (news.reference ?? news.id).slice(0, 50),
      providerId: news.id,
      amount: news.amount,
      lines: [],
      reason: '',
      state: news.status,
      createdBy: 'provider',
    },
    now,
  );
  if (news.status === 'done') {
    await context.bus.announce(tx, 'payment_link.refunded', { linkId: link.linkId, refundId });
  }
}
