import { MINUTE_MS } from '../../../system/clock';
import { isDuplicate } from '../../../system/db/duplicate';
import type { Tx } from '../../../system/db/table';
import { defineError } from '../../../system/errors';
import { formatMoney, hasOddFraction, money, type Money } from '../../../system/money';
import { putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import { JOBS } from '../jobs';
import { journalOf } from '../journal/link_journal';
import { lockLink } from '../link/links';
import { findPayment, isReceived, type Payment } from '../settle/payments';
import { onPress, type Person } from '../journal/person';
import { findRefundByPress, insertRefund, listRefunds, type Refund, type RefundLine } from './refunds';

export const refundTooMuch = defineError(
  'refund_too_much',
  422,
  'At most {left} can be refunded of this payment.',
  'Enter a smaller amount.',
);
export const refundNothing = defineError('refund_nothing', 422, 'The amount to refund must be above zero.');
export const refundNotWhole = defineError(
  'refund_not_whole',
  422,
  'This currency is given back in whole units only.',
  'Choose an amount without decimals.',
);
export const refundNotPossible = defineError(
  'refund_not_possible',
  409,
  'This payment cannot be refunded: it was not received, or its provider does not offer refunds here.',
);
export const refundNeedsLines = defineError(
  'refund_needs_lines',
  422,
  'This payment method refunds by order lines.',
  'Choose the lines that are given back.',
);

export interface RefundWish {
  readonly paymentId: number;
  readonly amount: Money;
  /** Lines given back, for methods that need the cart. */
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  /** One press of one button: repeated, it is the same refund. */
  readonly pressKey: string;
}

/**
 * Writes down a refund and leaves the rest to its job. One press makes one refund; all refunds of a payment that have
 * not failed never exceed what was paid. Answers the refund's id. @throws AppError, also `pressed_before`
 */
export async function askRefund(context: PaymentLinks, wish: RefundWish, person: Person): Promise<number> {
  if (wish.amount.minor <= 0) throw refundNothing();
  if (hasOddFraction(wish.amount)) throw refundNotWhole();
  try {
    return await onPress(context, person, (tx) => write(context, tx, wish, person));
  } catch (failed) {
    const pressed = isDuplicate(failed) ? await findRefundByPress(context.db, wish.pressKey) : null;
    if (!pressed) throw failed;
    return pressed.refundId;
  }
}

async function write(context: PaymentLinks, tx: Tx, wish: RefundWish, person: Person): Promise<number> {
  const now = context.clock.now();
  const pressed = await findRefundByPress(tx, wish.pressKey);
  if (pressed) return pressed.refundId;
  const payment = await findPayment(tx, wish.paymentId);
  const link = payment && (await lockLink(tx, payment.linkId));
  if (!payment || !link || !isReceived(payment.state)) throw refundNotPossible();
  const refunds = await listRefunds(tx, link.linkId);
  check(payment, refunds, wish);
  const refundId = await insertRefund(tx, rowOf(payment, refunds, wish, person), now);
  const details = { minor: wish.amount.minor, currency: wish.amount.currency, reason: wish.reason };
  await journalOf(context, tx, link, { event: 'refund.asked', by: person, at: now, details });
  await putJob(tx, { name: JOBS.refund, payload: { refundId }, runAt: now, now });
  return refundId;
}

function rowOf(payment: Payment, refunds: readonly Refund[], wish: RefundWish, person: Person) {
  return {
    linkId: payment.linkId,
    paymentId: payment.paymentId,
    pressKey: wish.pressKey.slice(0, 64),
    reference: `refund-${payment.paymentId}-${refunds.length + 1}`,
    providerId: null,
    amount: wish.amount,
    lines: wish.lines,
    reason: wish.reason.slice(0, 200),
    state: 'asked' as const,
    createdBy: person.name,
  };
}

function check(payment: Payment, refunds: readonly Refund[], wish: RefundWish): void {
  if (payment.needsCart && wish.lines.length === 0) throw refundNeedsLines();
  const left = refundableMinor(payment, refunds);
  if (wish.amount.currency === payment.amount.currency && wish.amount.minor <= left) return;
  const most = money(Math.max(0, left), payment.amount.currency);
  throw refundTooMuch({ values: { left: formatMoney(most, 'en-GB') } });
}

/**
 * What can still be given back, in minor units. Refunds under way count; the provider's own figure does where it is
 * higher, so that a refund made there is not overlooked.
 */
export function refundableMinor(payment: Payment, refunds: readonly Refund[]): number {
  const ours = refunds.filter((refund) => refund.paymentId === payment.paymentId && refund.state !== 'failed');
  const asked = ours.reduce((sum, refund) => sum + refund.amount.minor, 0);
  return payment.amount.minor - Math.max(asked, payment.refunded.minor);
}

/** Same amount within five minutes is refused by MultiSafepay as a double click: the job waits that long. */
export const SAME_AMOUNT_PAUSE_MS = 5 * MINUTE_MS;
