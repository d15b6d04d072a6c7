import type { Db } from '../../system/db/table';

/**
 * Has the first statement like that fail as one that the server chose to end a deadlock; its transaction is rolled
 * back. Answers whether it came to that.
 */
export function deadlockOnce(db: Db, statement: RegExp): () => boolean {
  let met = false;
  db.on('query', ({ sql }: { sql: string }) => {
    if (met || !statement.test(sql)) return;
    met = true;
    throw Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });
  });
  return () => met;
}
