import { createHash } from 'node:crypto';
import { crashPoint } from '../../../system/crash_point';
import { transaction } from '../../../system/db/transaction';
import { findFormResult, recordFormResult, takeFormToken } from '../../payment_link/forms';
import type { OrderDraft } from '../order/order_draft';
import { findOrderHead, newestOrderId } from '../order/orders';
import type { Press } from '../order/press';
import type { SteppedEntry } from './attached_entry';
import { cleanMarked, putClean } from './clean_entry';
import { withEntryLock } from './entry_lock';
import { finishEntry, putFinish } from './finish_entry';
import { noteSaved } from './save_attached';
import { computeAttached, writeUnconfirmed, type Computed } from './write_attached';

/**
 * A new order on a shop whose tables cannot undo, in OpenCart's own order: all of it in status 0, which PHP hides;
 * then it is recorded as complete; then it enters its status. A crash before the record leaves an order nobody sees,
 * which is removed; after it, one that is finished a minute later. A second press of the same form answers the first
 * one's order.
 */
export async function saveInSteps(entry: SteppedEntry, draft: OrderDraft, press: Press): Promise<{ orderId: number }> {
  return withEntryLock(entry.db, async () => {
    const made = await findFormResult(entry.aside, press.formToken);
    if (made !== null) return again(entry, Number(made), draft.statusId);
    const wanted = await transaction(entry.aside, (tx) =>
      entry.bus.filter(tx, 'order.saving', { orderId: null, draft }),
    );
    const computed = await computeAttached(entry.db, entry, wanted.draft);
    const orderId = await writeMarked(entry, computed, press);
    await record(entry, orderId, computed, press);
    crashPoint('entry.recorded');
    await finishEntry(entry, { orderId, statusId: computed.draft.statusId });
    return { orderId };
  });
}

/** The first press may have ended before its order entered its status. */
async function again(entry: SteppedEntry, orderId: number, statusId: number): Promise<{ orderId: number }> {
  const order = await findOrderHead(entry.db, orderId);
  if (order?.order_status_id === 0) await finishEntry(entry, { orderId, statusId });
  return { orderId };
}

async function writeMarked(entry: SteppedEntry, computed: Computed, press: Press): Promise<number> {
  const digest = createHash('sha256').update(press.formToken).digest('hex');
  const mark = { mark: `payment-links ${digest.slice(0, 32)}`, formToken: press.formToken };
  const aboveOrderId = await newestOrderId(entry.db);
  await putClean(entry.aside, { ...mark, aboveOrderId }, entry.clock.now());
  try {
    return await transaction(entry.db, (tx) =>
      writeUnconfirmed(tx, entry, computed, { ip: press.ip, mark: mark.mark }),
    );
  } catch (failed) {
    await cleanMarked(entry, { ...mark, aboveOrderId });
    throw failed;
  }
}

/** From here on the order is finished, whatever happens to this process. */
async function record(entry: SteppedEntry, orderId: number, computed: Computed, press: Press): Promise<void> {
  const now = entry.clock.now();
  await transaction(entry.aside, async (tx) => {
    await takeFormToken(tx, press.formToken, press.user.userId, now);
    await recordFormResult(tx, press.formToken, String(orderId));
    await noteSaved(tx, entry, orderId, computed, press);
    await putFinish(tx, { orderId, statusId: computed.draft.statusId }, now);
  });
}
