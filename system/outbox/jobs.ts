import { isDuplicate } from '../db/duplicate';
import type { Db, Tx } from '../db/table';
import { t } from '../db/table';

/** Table `payment_link_outbox`: what is still to be done. A finished job's row is deleted; the journal keeps the fact. */
export interface JobRow {
  outbox_id: number;
  name: string;
  /** JSON of ids. */
  payload: string;
  /** At most one waiting job per key; null where repeats are fine. */
  unique_key: string | null;
  run_at: number;
  attempt: number;
  claimed_by: string | null;
  claimed_until: number | null;
  /** Set when nobody will try again by itself. */
  failed_at: number | null;
  last_error: string | null;
  created_at: number;
}

export interface NewJob {
  readonly name: string;
  readonly payload: unknown;
  /** UTC epoch ms; a job due now is taken within milliseconds by a worker of this process. */
  readonly runAt: number;
  readonly now: number;
  /** A second job with a key that is still waiting is not put. */
  readonly uniqueKey?: string;
}

/** Within a transaction the job exists exactly when the change it follows from does. */
export async function putJob(tx: Tx | Db, job: NewJob): Promise<void> {
  await putJobs(tx, [job]);
}

/** As `putJob`, in one statement. */
export async function putJobs(tx: Tx | Db, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const insert = tx<JobRow>(t(tx, 'payment_link_outbox')).insert(jobs.map(newRow));
  const keyed = jobs.some(({ uniqueKey }) => uniqueKey !== undefined);
  await (keyed ? insert.onConflict('unique_key').ignore() : insert);
}

function newRow(job: NewJob) {
  return {
    name: job.name,
    payload: JSON.stringify(job.payload),
    unique_key: job.uniqueKey ?? null,
    run_at: job.runAt,
    attempt: 0,
    // A day of tries counts from when it is first due, not from when it was planned.
    created_at: Math.max(job.now, job.runAt),
  };
}

/** Takes back waiting jobs of a name and key that has become pointless (a reminder of a paid link). */
export async function deleteJobsByKey(db: Db, uniqueKey: string): Promise<void> {
  await db<JobRow>(t(db, 'payment_link_outbox')).where({ unique_key: uniqueKey }).whereNull('claimed_by').delete();
}

/** Takes back given-up jobs of a name and payload, before the same work is put again. */
export async function deleteFailedJobs(tx: Tx, name: string, payload: unknown): Promise<void> {
  await tx<JobRow>(t(tx, 'payment_link_outbox'))
    .where({ name, payload: JSON.stringify(payload) })
    .whereNotNull('failed_at')
    .delete();
}

/** Which of these keys a waiting job has. */
export async function listWaitingKeys(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db<JobRow>(t(db, 'payment_link_outbox'))
    .whereIn('unique_key', [...keys])
    .whereNull('failed_at')
    .select('unique_key');
  return rows.flatMap((row) => row.unique_key ?? []);
}

/** Lets a running job's key be used again: what is asked for from now on needs a run of its own. */
export async function releaseKey(db: Db, id: number): Promise<void> {
  await db<JobRow>(t(db, 'payment_link_outbox')).where({ outbox_id: id }).update({ unique_key: null });
}

/** Takes the key again, before the job is given back. False when another waiting job has it: that one will do. */
export async function takeKey(db: Db, id: number, uniqueKey: string): Promise<boolean> {
  try {
    await db<JobRow>(t(db, 'payment_link_outbox')).where({ outbox_id: id }).update({ unique_key: uniqueKey });
    return true;
  } catch (failed) {
    if (isDuplicate(failed)) return false;
    throw failed;
  }
}

/** Gives the job back to be tried at `runAt`. */
export async function returnJob(
  db: Db,
  id: number,
  owner: string,
  change: { runAt: number; attempt: number; lastError: string | null },
): Promise<void> {
  await db<JobRow>(t(db, 'payment_link_outbox')).where({ outbox_id: id, claimed_by: owner }).update({
    run_at: change.runAt,
    attempt: change.attempt,
    last_error: change.lastError,
    claimed_by: null,
    claimed_until: null,
  });
}

/** Keeps the job for a person to look at. */
export async function failJob(db: Db, id: number, owner: string, failedAt: number, lastError: string): Promise<void> {
  await db<JobRow>(t(db, 'payment_link_outbox'))
    .where({ outbox_id: id, claimed_by: owner })
    .update({ failed_at: failedAt, last_error: lastError, claimed_by: null, claimed_until: null });
}

/** A person's Retry: due now, with a fresh count of attempts. */
export async function retryJob(db: Db, id: number, now: number): Promise<boolean> {
  const changed = await db<JobRow>(t(db, 'payment_link_outbox'))
    .where({ outbox_id: id })
    .whereNull('claimed_by')
    .update({ run_at: now, attempt: 0, failed_at: null, created_at: now });
  return changed > 0;
}
