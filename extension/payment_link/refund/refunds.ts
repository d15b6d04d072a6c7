import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { money, type Money } from '../../../system/money';
import { failureIn } from '../../../system/reason';

/**
 * Table `payment_link_refund`: `asked` (row written, provider not yet asked) → `asking` (the provider may have it) →
 * `pending` (the provider has it) → `done`; or `failed` (refused), or `unknown` (reading could not tell: a person must).
 */
export type RefundState = 'asked' | 'asking' | 'pending' | 'done' | 'failed' | 'unknown';

interface RefundRow {
  refund_id: number;
  link_id: number;
  payment_id: number;
  press_key: string;
  reference: string;
  provider_id: string | null;
  amount_minor: number;
  currency: string;
  /** JSON. */
  lines: string | null;
  reason: string | null;
  state: RefundState;
  failure: string | null;
  created_by: string;
  created_at: number;
  updated_at: number;
}

export interface RefundLine {
  readonly id: string;
  readonly quantity: number;
}

export interface Refund {
  readonly refundId: number;
  readonly linkId: number;
  readonly paymentId: number;
  /** One press of the button. */
  readonly pressKey: string;
  /** Our name for it at the provider. */
  readonly reference: string;
  readonly providerId: string | null;
  readonly amount: Money;
  readonly lines: readonly RefundLine[];
  readonly reason: string;
  readonly state: RefundState;
  readonly failure: string | null;
  /** What the machine said of it. */
  readonly failureCause: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
}

const refunds = (db: Db) => db<RefundRow>(t(db, 'payment_link_refund'));

/** @throws a duplicate error (see `isDuplicate`) when this press was already taken. */
export async function insertRefund(
  tx: Tx,
  refund: Omit<Refund, 'refundId' | 'failure' | 'failureCause' | 'createdAt'>,
  now: number,
): Promise<number> {
  const [id] = await refunds(tx).insert({
    link_id: refund.linkId,
    payment_id: refund.paymentId,
    press_key: refund.pressKey,
    reference: refund.reference,
    provider_id: refund.providerId,
    amount_minor: refund.amount.minor,
    currency: refund.amount.currency,
    lines: refund.lines.length > 0 ? JSON.stringify(refund.lines) : null,
    reason: refund.reason,
    state: refund.state,
    created_by: refund.createdBy,
    created_at: now,
    updated_at: now,
  });
  return Number(id);
}

export async function findRefund(db: Db, refundId: number): Promise<Refund | null> {
  const row = await refunds(db).where({ refund_id: refundId }).first();
  return row ? read(row) : null;
}

export async function findRefundByPress(db: Db, pressKey: string): Promise<Refund | null> {
  const row = await refunds(db).where({ press_key: pressKey }).first();
  return row ? read(row) : null;
}

export async function listRefunds(db: Db, linkId: number): Promise<Refund[]> {
  return (await refunds(db).where({ link_id: linkId }).orderBy('refund_id')).map(read);
}

/** False when the refund was in none of the states `from`. */
export async function changeRefund(
  db: Db,
  refundId: number,
  change: { from: readonly RefundState[]; to: RefundState; providerId?: string; failure?: string | null; now: number },
): Promise<boolean> {
  const changed = await refunds(db)
    .where({ refund_id: refundId })
    .whereIn('state', [...change.from])
    .update({
      state: change.to,
      ...(change.providerId === undefined ? {} : { provider_id: change.providerId }),
      ...(change.failure === undefined ? {} : { failure: change.failure }),
      updated_at: change.now,
    });
  return changed > 0;
}

function read(row: RefundRow): Refund {
  return {
    refundId: row.refund_id,
    linkId: row.link_id,
    paymentId: row.payment_id,
    pressKey: row.press_key,
    reference: row.reference,
    providerId: row.provider_id,
    amount: money(Number(row.amount_minor), row.currency),
    lines: row.lines === null ? [] : (JSON.parse(row.lines) as RefundLine[]),
    reason: row.reason ?? '',
    state: row.state,
    ...failureIn(row.failure),
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
  };
}
