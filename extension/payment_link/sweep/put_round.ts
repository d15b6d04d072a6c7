import { transaction } from '../../../system/db/transaction';
import type { Db } from '../../../system/db/table';
import { deleteFailedJobs, putJob } from '../../../system/outbox/jobs';

/**
 * Puts a job that comes back for ever, unless it is waiting already. One that was given up (a process of an older
 * version did not know it, or a stop came between its claim and its run) would hold its key for good: it begins anew.
 */
export async function putRound(
  db: Db,
  round: { readonly name: string; readonly payload: object },
  now: number,
): Promise<void> {
  const { name, payload } = round;
  await transaction(db, async (tx) => {
    await deleteFailedJobs(tx, name, payload);
    await putJob(tx, { name, payload, runAt: now, now, uniqueKey: name });
  });
}
