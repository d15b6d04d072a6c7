import { MINUTE_MS } from '../../../system/clock';
import { countJobs, oldestDueJob } from '../../../system/outbox/counts';
import type { PaymentLinks } from '../context';
import { readSweepPause } from '../sweep/sweep_pause';
import type { Check } from './run_checks';

/** A job that is due is taken within seconds; this long means that nobody takes any. */
const WAITING_MAX_MS = 2 * MINUTE_MS;

export function queueCheck(context: PaymentLinks): Check {
  return {
    topic: 'queue',
    async run(say) {
      const { db, clock } = context;
      const now = clock.now();
      const since = await oldestDueJob(db, now);
      const waited = since === null ? 0 : now - since;
      const { failed } = await countJobs(db, now);
      const paused = await readSweepPause(context);
      return [
        waited > WAITING_MAX_MS
          ? say('problem', 'queue_stuck', { minutes: Math.floor(waited / MINUTE_MS) })
          : say('ok', 'queue_moves'),
        ...(failed > 0 ? [say('warning', 'queue_failed', { count: failed })] : []),
        ...(paused === null ? [] : [say('problem', 'queue_paused', { count: paused.orderIds.length })]),
      ];
    },
  };
}
