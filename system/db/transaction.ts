import { AsyncLocalStorage } from 'node:async_hooks';
import { forgetKeptBy } from './kept';
import type { Db, Tx } from './table';

/**
 * Null in production: on Node.js 20 a store makes every promise of the program dearer, a tenth of an order's time, and
 * what it would find there the tests find before, in every flow and in real processes.
 */
const inside = process.env['NODE_ENV'] === 'production' ? null : new AsyncLocalStorage<true>();

/**
 * Opens a transaction, or joins the one that was passed. Work inside is marked, so that a network call made there
 * throws (see `assertOutsideTransaction`).
 */
export async function transaction<T>(db: Db | Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (isTransaction(db)) return work(db);
  let opened: Tx | null = null;
  const done = await db.transaction((tx) => {
    opened = tx;
    return inside ? inside.run(true, () => work(tx)) : work(tx);
  });
  if (opened !== null) forgetKeptBy(opened);
  return done;
}

function isTransaction(db: Db | Tx): db is Tx {
  return (db as { isTransaction?: boolean }).isTransaction === true;
}

/** @throws Error, outside production, while a transaction is open: a network call there would hold its locks. */
export function assertOutsideTransaction(what: string): void {
  if (inside?.getStore()) throw new Error(`${what} inside a transaction`);
}
