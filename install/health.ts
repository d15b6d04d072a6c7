import type { RequestHandler } from 'express';
import { MINUTE_MS } from '../system/clock';
import type { ProgramParts } from './program_parts';

/** A worker that has not looked at its table for this long is stuck. */
const STUCK_MS = MINUTE_MS;

/** 200 when this process can serve: the database answers, and its worker (if it has one) is moving. */
export function healthRoute(parts: Pick<ProgramParts, 'db' | 'clock' | 'worker' | 'mailing'>): RequestHandler {
  return async (_request, response) => {
    const database = await parts.db.raw('SELECT 1').then(
      () => 'ok',
      () => 'unreachable',
    );
    const worker = workerState(parts);
    // Mail that is down is said, but keeps nobody from serving: mails wait in the queue.
    const mail = parts.mailing.state();
    const able = database === 'ok' && worker !== 'stuck';
    response
      .status(able ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ok: able, database, worker, mail });
  };
}

function workerState({
  worker,
  clock,
}: Pick<ProgramParts, 'worker' | 'clock'>): 'ok' | 'elsewhere' | 'starting' | 'stuck' {
  if (worker === null) return 'elsewhere';
  if (worker.lastLookAt === 0) return 'starting';
  return clock.now() - worker.lastLookAt > STUCK_MS ? 'stuck' : 'ok';
}
