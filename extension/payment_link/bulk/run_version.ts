import { SECOND_MS } from '../../../system/clock';
import type { PaymentLinks } from '../context';
import { standstillOf } from './resume_run';
import { countRunLinks, firstAskedAt, RUN_LINK_STATES } from './run_links';
import { findRun } from './runs';

/** An answer takes a moment; who waits longer is told that something holds it up. */
export const SLOW_AFTER_MS = 20 * SECOND_MS;

/** Text that differs when a run has come further, or is held up: cheap enough to be asked every second. */
export async function runVersion({ db, clock }: Pick<PaymentLinks, 'db' | 'clock'>, runId: number): Promise<string> {
  const run = await findRun(db, runId);
  if (run === null) return 'none';
  const counts = await countRunLinks(db, runId);
  const slow = clock.now() - ((await firstAskedAt(db, runId)) ?? Infinity) > SLOW_AFTER_MS;
  const still = (await standstillOf(db, run)) !== null;
  const marks = [run.stoppedAt ?? 0, run.endedAt ?? 0, still, slow];
  return [...RUN_LINK_STATES.map((state) => counts[state]), ...marks].join('.');
}
