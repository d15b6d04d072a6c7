import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { entryBusy } from './errors';

/** Longer than any save takes. */
const WAIT_SECONDS = 20;

/** Whoever waits in this process waits here, and holds no connection meanwhile. */
const queues = new WeakMap<Db, Promise<unknown>>();

/**
 * One save at a time on this shop, by whichever process: where nothing can be undone, two must not both count on the
 * last piece. A process that dies lets go with its connection. @throws AppError `entry_busy`
 */
export async function withEntryLock<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const before = queues.get(db) ?? Promise.resolve();
  const mine = before.then(() => locked(db, work));
  // Who waits behind waits for the end, good or bad; the failure itself goes to the caller.
  queues.set(
    db,
    mine.catch(() => undefined),
  );
  return mine;
}

async function locked<T>(db: Db, work: () => Promise<T>): Promise<T> {
  // Locks are the server's, not the database's.
  const place = t(db, 'order');
  return transaction(db, async (tx) => {
    const [[row]] = (await tx.raw(
      "select get_lock(concat('payment_link_entry_', sha1(concat(database(), ?))), ?) as got",
      [place, WAIT_SECONDS],
    )) as [{ got: number | null }[]];
    if (row?.got !== 1) throw entryBusy();
    try {
      return await work();
    } finally {
      await tx.raw("select release_lock(concat('payment_link_entry_', sha1(concat(database(), ?))))", [place]);
    }
  });
}
