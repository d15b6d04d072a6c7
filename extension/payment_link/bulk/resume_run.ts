import type { Db } from '../../../system/db/table';
import { findFailedJob, listOpenJobs } from '../../../system/outbox/open_jobs';
import { deleteFailedJobs, putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import { JOBS } from '../jobs';
import { writeJournal } from '../journal/journal';
import { onPress, type Person } from '../journal/person';
import { findRun, type BulkRun } from './runs';

/** Nobody does the links of this run any more: its job failed for a day and was given up, or a person dropped it. */
export interface Standstill {
  /** What the job failed of at last; empty where the job is gone. */
  readonly reason: string;
}

/** Null of a run that goes on, or has ended. */
export async function standstillOf(db: Db, { runId, endedAt }: BulkRun): Promise<Standstill | null> {
  if (endedAt !== null || (await hasJob(db, runId))) return null;
  const failed = await findFailedJob(db, JOBS.bulk, { runId });
  return { reason: failed?.failure ?? '' };
}

async function hasJob(db: Db, runId: number): Promise<boolean> {
  return (await listOpenJobs(db, [JOBS.bulk], { name: 'runId', ids: [runId] })).length > 0;
}

/** A person's "Go on" of a run that stands still. False when it does not (any more). @throws AppError `pressed_before` */
export async function resumeRun(context: PaymentLinks, runId: number, person: Person): Promise<boolean> {
  return onPress(context, person, async (tx, now) => {
    const run = await findRun(tx, runId);
    if (run === null || (await standstillOf(tx, run)) === null) return false;
    await deleteFailedJobs(tx, JOBS.bulk, { runId });
    await putJob(tx, { name: JOBS.bulk, payload: { runId }, runAt: now, now });
    await writeJournal(tx, { event: 'bulk.resumed', actor: person.name, ip: person.ip, at: now });
    return true;
  });
}
