import type { Knex } from 'knex';
import type { Db } from '../db/table';
import { t } from '../db/table';
import { failureIn } from '../reason';
import type { JobRow } from './jobs';

/** What a person sees of the outbox. Times are UTC epoch ms. */
export interface ListedJob {
  readonly id: number;
  readonly name: string;
  /** JSON of ids. */
  readonly payload: string;
  readonly runAt: number;
  readonly attempt: number;
  readonly failedAt: number | null;
  readonly running: boolean;
  readonly failure: string | null;
  /** What the machine said of it. */
  readonly failureCause: string | null;
  readonly createdAt: number;
}

export type JobsShown = 'failed' | 'waiting';

/** Given up: the latest first. Waiting or running: what is due first. */
export async function listJobs(
  db: Db,
  shown: JobsShown,
  page: { readonly now: number; readonly limit: number; readonly offset: number },
): Promise<ListedJob[]> {
  const jobs = (await jobsOf(db, shown)
    .orderBy(shown === 'failed' ? 'failed_at' : 'run_at', shown === 'failed' ? 'desc' : 'asc')
    .orderBy('outbox_id')
    .limit(page.limit)
    .offset(page.offset)) as JobRow[];
  return jobs.map((row) => ({
    id: row.outbox_id,
    name: row.name,
    payload: row.payload,
    runAt: Number(row.run_at),
    attempt: row.attempt,
    failedAt: row.failed_at === null ? null : Number(row.failed_at),
    running: Number(row.claimed_until ?? 0) > page.now,
    ...failureIn(row.last_error),
    createdAt: Number(row.created_at),
  }));
}

/** Counts no further than `atMost` and one. */
export async function countListedJobs(db: Db, shown: JobsShown, atMost: number): Promise<number> {
  const some = jobsOf(db, shown)
    .select('outbox_id')
    .limit(atMost + 1)
    .as('some');
  const [row] = (await db.from(some).count({ n: '*' })) as { n: number }[];
  return Number(row?.n ?? 0);
}

/** A person gives a failed job up for good. False when it had not failed (any more). */
export async function dropFailedJob(db: Db, id: number): Promise<boolean> {
  const dropped = await db<JobRow>(t(db, 'payment_link_outbox'))
    .where({ outbox_id: id })
    .whereNotNull('failed_at')
    .whereNull('claimed_by')
    .delete();
  return dropped > 0;
}

function jobsOf(db: Db, shown: JobsShown): Knex.QueryBuilder {
  const jobs = db<JobRow>(t(db, 'payment_link_outbox'));
  return shown === 'failed' ? jobs.whereNotNull('failed_at') : jobs.whereNull('failed_at');
}
