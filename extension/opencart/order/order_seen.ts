import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../../system/db/table';
import type { OrderDraft } from './order_draft';
import { orderChangedMeanwhile } from './order_errors';
import { draftOfOrder } from './order_to_draft';

/** What an edit form was filled with, in short: another value means that the order has changed since. */
export function seenOf(draft: OrderDraft): string {
  return createHash('sha256').update(JSON.stringify(draft)).digest('base64url').slice(0, 22);
}

/** Null when there is no such order. */
export async function orderSeen(db: Db, orderId: number): Promise<{ seen: string; statusId: number } | null> {
  const draft = await draftOfOrder(db, orderId);
  return draft === null ? null : { seen: seenOf(draft), statusId: draft.statusId };
}

/**
 * Nobody writes over what somebody else, or a payment, changed meanwhile. The order is locked.
 * @throws AppError `order_changed_meanwhile`
 */
export async function assertSeen(tx: Tx, orderId: number, seen: string | undefined): Promise<void> {
  if (seen === undefined) return;
  const present = await orderSeen(tx, orderId);
  if (present !== null && present.seen !== seen) throw orderChangedMeanwhile({ values: { order_id: orderId } });
}
