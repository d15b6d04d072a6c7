import { reasonOf } from '../errors';
import type { Log } from '../log';
import { RetryLater, type JobHandler } from './job';

/**
 * A job that never ends: it is given back to itself after each round, whatever came of the round. Put once, with a
 * unique key (see `putJob`). `everyMs` is the pause between rounds.
 */
export function recurring(name: string, everyMs: number, log: Log, round: JobHandler['run']): JobHandler {
  return {
    name,
    async run(payload, job) {
      await round(payload, job).catch((failed: unknown) => log.error({ err: failed, job: name }, reasonOf(failed)));
      throw new RetryLater(everyMs, 'the next round');
    },
  };
}
