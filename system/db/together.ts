import type { Db } from './table';
import { t } from './table';

/** Reads many by key with one statement. A key without a value is one that is not there. */
export type ReadMany<K, V> = (db: Db, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;

interface Batch<K, V> {
  readonly keys: Set<K>;
  readonly values: Promise<ReadonlyMap<K, V>>;
}

/**
 * Makes a read of one out of a read of many: what is asked of the pool in one turn of the event loop (jobs claimed
 * together go through the same steps together) is one statement, and a single question waits for nobody. Inside a
 * transaction everything is asked by itself, at once: there a read has its place among the writes.
 */
export function together<K, V>(readMany: ReadMany<K, V>): (db: Db, key: K) => Promise<V | undefined> {
  const open = new WeakMap<Db, Batch<K, V>>();
  const openBatch = (db: Db): Batch<K, V> => {
    const keys = new Set<K>();
    const values = endOfTurn().then(() => {
      open.delete(db);
      return readMany(db, [...keys]);
    });
    const batch = { keys, values };
    open.set(db, batch);
    return batch;
  };
  return async (db, key) => {
    if (db.isTransaction) return (await readMany(db, [key])).get(key);
    const { keys, values } = open.get(db) ?? openBatch(db);
    keys.add(key);
    return (await values).get(key);
  };
}

/** Rows of one table by the column that names them. `table` without its prefix. */
export function rowTogether<Row extends object, Column extends keyof Row & string>(
  table: string,
  column: Column,
): (db: Db, key: Row[Column]) => Promise<Row | undefined> {
  return together<Row[Column], Row>(async (db, keys) => {
    const rows = (await db(t(db, table)).whereIn(column, [...keys] as never)) as Row[];
    return new Map(rows.map((row) => [row[column], row]));
  });
}

/** Of lists: those of a key that has none are empty. */
export function listTogether<K, V>(readMany: ReadMany<K, V[]>): (db: Db, key: K) => Promise<V[]> {
  const find = together(readMany);
  return async (db, key) => (await find(db, key)) ?? [];
}

function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
