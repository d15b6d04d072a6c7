import type { AttachedEntry } from './attached_entry';
import type { JobHandler } from '../../../system/outbox/job';
import { deleteAttachedOrder } from './delete_attached';
import { editAttachedOrder } from './edit_attached';
import { entryJobs } from './finish_entry';
import { entryNotAllowed } from './errors';
import { entryRefusal } from './entry_refusal';
import type { OrderDesk } from './order_desk';
import { saveAttachedOrder } from './save_attached';
import { saveInSteps } from './save_in_steps';

/**
 * Orders entered beside a shop's own PHP. Where the tables undo, an order is one transaction. Where they do not, a new
 * order is written in steps that leave nothing visible before the last one; an edit or a deletion has no such steps,
 * so those are left to PHP.
 */
export function attachedDesk(entry: AttachedEntry): OrderDesk {
  const refusal = (storeId: number) => entryRefusal(entry.db, entry.columns, storeId);
  const { aside } = entry;
  if (!entry.dialect.rollsBack) {
    if (!aside) throw new Error('a shop whose tables cannot undo needs connections aside');
    return { refusal, save: (draft, press) => granted(saveInSteps({ ...entry, aside }, draft, press)) };
  }
  return {
    refusal,
    save: (draft, press) => granted(saveAttachedOrder(entry, draft, press)),
    edit: (orderId, draft, press) => granted(editAttachedOrder(entry, orderId, draft, press)),
    remove: (orderId, press) => granted(deleteAttachedOrder(entry, orderId, press)),
  };
}

/** The owner may have left out the privileges for it. @throws AppError `entry_not_allowed` */
async function granted<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (failed) {
    if ((failed as { code?: unknown } | null)?.code !== 'ER_TABLEACCESS_DENIED_ERROR') throw failed;
    throw entryNotAllowed({ cause: failed });
  }
}

/** Where the tables undo, an order is written at once: nothing is left to finish. */
export function entryJobsOf(entry: AttachedEntry): readonly JobHandler[] {
  const { aside } = entry;
  return aside === undefined ? [] : entryJobs({ ...entry, aside });
}
