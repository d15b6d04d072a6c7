import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { money, type Money } from '../../../system/money';
import type { PaymentState } from '../link/link';

/** Table `payment_link_payment`: every payment a provider told about, by its own id. */
interface PaymentRow {
  payment_id: number;
  link_id: number;
  gateway: string;
  provider_id: string;
  state: PaymentState;
  method: string | null;
  amount_minor: number;
  currency: string;
  refunded_minor: number;
  paid_twice: number;
  needs_cart: number;
  reason: string | null;
  created_at: number;
  paid_at: number | null;
  updated_at: number;
}

export interface Payment {
  readonly paymentId: number;
  readonly linkId: number;
  readonly gateway: string;
  readonly providerId: string;
  readonly state: PaymentState;
  readonly method: string | null;
  readonly amount: Money;
  readonly refunded: Money;
  readonly paidTwice: boolean;
  /** Refunds of it must name lines. */
  readonly needsCart: boolean;
  readonly reason: string | null;
  readonly createdAt: number;
  readonly paidAt: number | null;
}

const payments = (db: Db) => db<PaymentRow>(t(db, 'payment_link_payment'));

export async function insertPayment(
  tx: Tx,
  payment: Omit<Payment, 'paymentId' | 'paidTwice' | 'createdAt'>,
  now: number,
): Promise<number> {
  const [id] = await payments(tx).insert({
    link_id: payment.linkId,
    gateway: payment.gateway,
    provider_id: payment.providerId,
    state: payment.state,
    method: payment.method,
    amount_minor: payment.amount.minor,
    currency: payment.amount.currency,
    refunded_minor: payment.refunded.minor,
    needs_cart: payment.needsCart ? 1 : 0,
    reason: payment.reason,
    created_at: now,
    paid_at: payment.paidAt,
    updated_at: now,
  });
  return Number(id);
}

export interface PaymentNews {
  readonly state: PaymentState;
  readonly method: string | null;
  readonly amount: Money;
  readonly refunded: Money;
  readonly needsCart: boolean;
  readonly reason: string | null;
  readonly paidAt: number | null;
}

export async function updatePayment(tx: Tx, paymentId: number, news: PaymentNews, now: number): Promise<void> {
  await payments(tx)
    .where({ payment_id: paymentId })
    .update({
      state: news.state,
      method: news.method,
      amount_minor: news.amount.minor,
      currency: news.amount.currency,
      refunded_minor: news.refunded.minor,
      needs_cart: news.needsCart ? 1 : 0,
      reason: news.reason,
      paid_at: news.paidAt,
      updated_at: now,
    });
}

export async function markPaidTwice(tx: Tx, paymentId: number, now: number): Promise<void> {
  await payments(tx).where({ payment_id: paymentId }).update({ paid_twice: 1, updated_at: now });
}

export async function findPayment(db: Db, paymentId: number): Promise<Payment | null> {
  const row = await payments(db).where({ payment_id: paymentId }).first();
  return row ? read(row) : null;
}

export async function listPayments(db: Db, linkId: number): Promise<Payment[]> {
  return (await payments(db).where({ link_id: linkId }).orderBy('payment_id')).map(read);
}

/** Of all attempts of several links, oldest first. */
export async function listPaymentsOfLinks(db: Db, linkIds: readonly number[]): Promise<Payment[]> {
  return (
    await payments(db)
      .whereIn('link_id', [...linkIds])
      .orderBy('payment_id')
  ).map(read);
}

/** Money that came in and was not taken back whole by the bank. */
export function isReceived(state: PaymentState): boolean {
  return state === 'paid' || state === 'partially_refunded' || state === 'refunded';
}

function read(row: PaymentRow): Payment {
  return {
    paymentId: row.payment_id,
    linkId: row.link_id,
    gateway: row.gateway,
    providerId: row.provider_id,
    state: row.state,
    method: row.method,
    amount: money(Number(row.amount_minor), row.currency),
    refunded: money(Number(row.refunded_minor), row.currency),
    paidTwice: row.paid_twice === 1,
    needsCart: row.needs_cart === 1,
    reason: row.reason,
    createdAt: Number(row.created_at),
    paidAt: row.paid_at === null ? null : Number(row.paid_at),
  };
}
