import { AsyncLocalStorage } from 'node:async_hooks';
import { forgetKeptBy } from './kept';
import type { Db, Tx } from './table';
import { dialectOf } from './table';

const inside = new AsyncLocalStorage<true>();

/**
 * Opens a transaction, or joins the one that was passed. Work inside is marked, so that a network call made there
 * throws (see `assertOutsideTransaction`).
 */
export async function transaction<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return work(db);
  const isolation = dialectOf(db) === 'mysql' ? ({ isolationLevel: 'read committed' } as const) : undefined;
  let opened: Tx | null = null;
  const done = await db.transaction((tx) => {
    opened = tx;
    return inside.run(true, () => work(tx));
  }, isolation);
  if (opened !== null) forgetKeptBy(opened);
  return done;
}

function isTransaction(db: Db | Tx): db is Tx {
  return (db as { isTransaction?: boolean }).isTransaction === true;
}

/** @throws Error when called while a transaction is open: a network call there would hold its locks. */
export function assertOutsideTransaction(what: string): void {
  if (inside.getStore()) throw new Error(`${what} inside a transaction`);
}
