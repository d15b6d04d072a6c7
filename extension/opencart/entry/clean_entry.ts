import { MINUTE_MS } from '../../../system/clock';
import type { Db, Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { putJob } from '../../../system/outbox/jobs';
import { findFormResult } from '../../payment_link/forms';
import { deleteOrderOptions } from '../order/order_options';
import { deleteOrderProducts } from '../order/order_products';
import { deleteOrderTotals } from '../order/order_totals';
import { deleteOrderRow, listUnconfirmed } from '../order/orders';
import { withEntryLock } from './entry_lock';
import type { SteppedEntry } from './attached_entry';

/** Stored with the jobs: never rename. */
export const CLEAN_JOB = 'shop.clean_entry';

/** What a press leaves behind when it ends before its order is recorded. */
export interface CleanJob {
  readonly mark: string;
  readonly formToken: string;
  readonly aboveOrderId: number;
}

/** A second press of the form by then has made an order, or nobody wants one any more. */
const CLEAN_AFTER_MS = 10 * MINUTE_MS;

export async function putClean(db: Db, payload: CleanJob, now: number): Promise<void> {
  const uniqueKey = `${CLEAN_JOB}:${payload.mark}`;
  await putJob(db, { name: CLEAN_JOB, payload, runAt: now + CLEAN_AFTER_MS, now, uniqueKey });
}

/** The job: while nobody is saving. */
export async function cleanEntry(entry: SteppedEntry, left: CleanJob): Promise<void> {
  await withEntryLock(entry.db, () => cleanMarked(entry, left));
}

/** Removes orders of status 0 that carry the press's mark, but not the one that it was recorded to have made. */
export async function cleanMarked({ db, aside }: SteppedEntry, left: CleanJob): Promise<void> {
  const made = Number((await findFormResult(aside, left.formToken)) ?? 0);
  const orderIds = await listUnconfirmed(db, left.aboveOrderId, left.mark);
  for (const orderId of orderIds.filter((id) => id !== made)) await transaction(db, (tx) => remove(tx, orderId));
}

async function remove(tx: Tx, orderId: number): Promise<void> {
  await deleteOrderOptions(tx, orderId);
  await deleteOrderProducts(tx, orderId);
  await deleteOrderTotals(tx, orderId);
  await deleteOrderRow(tx, orderId);
}
