import type { Db } from '../db/table';
import { t } from '../db/table';

/** How many jobs are due, planned for later, being run, and given up. UTC epoch ms. */
export async function countJobs(
  db: Db,
  now: number,
): Promise<{ due: number; later: number; running: number; failed: number }> {
  const rows = (await db(t(db, 'payment_link_outbox'))
    .select('run_at', 'claimed_until', 'failed_at')
    .limit(COUNTED_MAX)) as {
    run_at: number;
    claimed_until: number | null;
    failed_at: number | null;
  }[];
  const counts = { due: 0, later: 0, running: 0, failed: 0 };
  for (const row of rows) {
    if (row.failed_at !== null) counts.failed++;
    else if (Number(row.claimed_until ?? 0) > now) counts.running++;
    else if (Number(row.run_at) > now) counts.later++;
    else counts.due++;
  }
  return counts;
}

/** Since when the longest waiting job is due, UTC epoch ms; null when none waits. Jobs being run do not wait. */
export async function oldestDueJob(db: Db, now: number): Promise<number | null> {
  const row = (await db(t(db, 'payment_link_outbox'))
    .whereNull('failed_at')
    .where('run_at', '<=', now)
    .where((free) => free.whereNull('claimed_until').orWhere('claimed_until', '<=', now))
    .orderBy('run_at')
    .first('run_at')) as { run_at: number } | undefined;
  return row ? Number(row.run_at) : null;
}

/** Beyond this the exact number matters to nobody, and reading on would cost. */
const COUNTED_MAX = 20_000;
