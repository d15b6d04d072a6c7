import type { Db, Tx } from '../db/table';
import { t } from '../db/table';
import { failureIn } from '../reason';
import type { JobRow } from './jobs';

/** A job that waits for its turn, or runs just now. */
export interface OpenJob {
  readonly id: number;
  /** UTC epoch ms. */
  readonly runAt: number;
  readonly claimed: boolean;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The next turn of any of them, UTC epoch ms; null while one runs, or without any. */
export function nextRunOf(jobs: readonly OpenJob[]): number | null {
  if (jobs.length === 0 || jobs.some(({ claimed }) => claimed)) return null;
  return Math.min(...jobs.map(({ runAt }) => runAt));
}

/** Jobs of these names about one of these ids: payloads are flat JSON of ids. */
export async function listOpenJobs(
  db: Db,
  names: readonly string[],
  about: { readonly name: string; readonly ids: readonly number[] },
): Promise<OpenJob[]> {
  const shapes = about.ids.flatMap((id) => [`%"${about.name}":${id},%`, `%"${about.name}":${id}}%`]);
  const rows = (await db<JobRow>(t(db, 'payment_link_outbox'))
    .whereIn('name', [...names])
    .whereNull('failed_at')
    .where((any) => shapes.forEach((shape) => any.orWhere('payload', 'like', shape)))
    .select('outbox_id', 'run_at', 'claimed_by', 'payload')) as JobRow[];
  return rows.map((row) => ({
    id: row.outbox_id,
    runAt: Number(row.run_at),
    claimed: row.claimed_by !== null,
    payload: JSON.parse(row.payload) as OpenJob['payload'],
  }));
}

/**
 * Due at once, and after another failure soon again; the day of tries counts on. What runs just now is left alone.
 * False when none waited.
 */
export async function hastenJobs(tx: Tx, jobs: readonly Pick<OpenJob, 'id'>[], now: number): Promise<boolean> {
  const changed = await tx<JobRow>(t(tx, 'payment_link_outbox'))
    .whereIn(
      'outbox_id',
      jobs.map(({ id }) => id),
    )
    .whereNull('claimed_by')
    .whereNull('failed_at')
    .update({ run_at: now, attempt: 0 });
  return changed > 0;
}

/** A job of this name and payload that was given up, with what it failed of. */
export async function findFailedJob(db: Db, name: string, payload: unknown): Promise<{ failure: string } | null> {
  const row = await db<JobRow>(t(db, 'payment_link_outbox'))
    .where({ name, payload: JSON.stringify(payload) })
    .whereNotNull('failed_at')
    .orderBy('outbox_id', 'desc')
    .first('last_error');
  return row ? { failure: failureIn(row.last_error).failure ?? '' } : null;
}
