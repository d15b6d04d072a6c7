import { setTimeout } from 'node:timers/promises';
import type { Db, Tx } from './table';
import { transaction } from './transaction';

/** A victim of a deadlock waits a moment of chance, so that the two do not meet again. */
const PAUSE_MAX_MS = 40;
const TRIES_MAX = 6;

/**
 * As `transaction`; begun again from the start when the server chose it to end a deadlock (or a cluster refused its
 * commit), which rolled all of it back. `work` must therefore change nothing but the database.
 */
export async function retryingTransaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction(db, work);
    } catch (thrown) {
      if (tries >= TRIES_MAX || !isDeadlock(thrown)) throw thrown;
      await setTimeout(Math.ceil(Math.random() * PAUSE_MAX_MS));
    }
  }
}

function isDeadlock(thrown: unknown): boolean {
  return (thrown as { code?: unknown } | null)?.code === 'ER_LOCK_DEADLOCK';
}
