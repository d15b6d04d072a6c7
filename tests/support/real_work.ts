import { setTimeout as sleep } from 'node:timers/promises';
import { MINUTE_MS } from '../../system/clock';
import { retryingTransaction } from '../../system/db/retry';
import { t, type Db } from '../../system/db/table';
import type { JobRow } from '../../system/outbox/jobs';

/** Jobs that come back for ever. */
const ROUNDS = ['payment_link.poll', 'payment_link.sweep', 'payment_link.methods'];
/** Waits shorter than this are skipped; longer ones are plans (an expiry, a reminder). */
const PLANS_ARE_LATER_THAN_MS = 30 * MINUTE_MS;

/** A shop whose work is done by real processes. */
export interface RealWork {
  readonly db: Db;
  readonly sandbox: { readonly control: { idle(): Promise<void> } };
  /** As the processes see it, UTC epoch ms. */
  now(): number;
}

/** What is still to be done soon, jobs that were given up included. */
async function jobsLeft({ db, now }: RealWork): Promise<Pick<JobRow, 'name' | 'payload' | 'last_error'>[]> {
  return db<JobRow>(t(db, 'payment_link_outbox'))
    .whereNotIn('name', ROUNDS)
    .where('run_at', '<', now() + PLANS_ARE_LATER_THAN_MS)
    .select('name', 'payload', 'last_error');
}

/**
 * Skips waits, and comes back when nothing is left to do but rounds and plans. A round may put new work a moment later.
 * @throws Error naming what is left after `patienceMs`
 */
export async function quiet(shop: RealWork, patienceMs = 40_000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (let looks = 0; looks < 3;) {
    const jobs = await jobsLeft(shop);
    if (jobs.length > 0 && Date.now() > end) throw new Error(`still to be done: ${JSON.stringify(jobs.slice(0, 10))}`);
    looks = jobs.length === 0 ? looks + 1 : 0;
    await skipWaits(shop);
    await shop.sandbox.control.idle();
    await sleep(30);
  }
}

async function skipWaits({ db, now }: RealWork): Promise<void> {
  await retryingTransaction(db, (tx) =>
    tx<JobRow>(t(tx, 'payment_link_outbox'))
      .whereNotIn('name', ROUNDS)
      .whereNull('claimed_by')
      .whereBetween('run_at', [now() + 1, now() + PLANS_ARE_LATER_THAN_MS])
      .update({ run_at: now() }),
  );
}
