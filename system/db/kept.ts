import type { Db } from './table';

/** How long something read is believed, ms: what another process wrote is seen within this. */
const KEEP_MS = 1000;
/** Addresses and customer groups are part of some keys: a shop with customers all over the world has many. */
const VALUES_MAX = 2000;

interface Pool {
  readonly values: Map<string, { readonly readAt: number; readonly value: unknown }>;
  /** Raised by every forgetting: what was being read meanwhile is not kept. */
  generation: number;
}

/** By the pool's configuration object, which its transactions share. */
const pools = new WeakMap<object, Pool>();
/** Transactions that wrote something kept: until they commit, others still read what was before. */
const writers = new WeakSet<object>();

/**
 * What changes once a month and is asked for a dozen times an order, read once a second. Whoever writes it calls
 * `forgetKept` with its transaction, so that this process sees its own change as soon as it is committed.
 */
export function kept<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  return keptLonger(db, key, read, { ms: KEEP_MS, keeps: () => true });
}

/** As `kept`, for `ms`, and only values that `keeps` says will still do then. */
export async function keptLonger<T>(
  db: Db,
  key: string,
  read: () => Promise<T>,
  { ms, keeps }: { readonly ms: number; readonly keeps: (value: T) => boolean },
): Promise<T> {
  const pool = poolOf(db);
  const known = pool.values.get(key);
  if (known && performance.now() - known.readAt < ms) return known.value as T;
  const { generation } = pool;
  const readAt = performance.now();
  const value = await read();
  if (pool.generation !== generation || !keeps(value)) return value;
  if (pool.values.size >= VALUES_MAX) pool.values.clear();
  pool.values.set(key, { readAt, value });
  return value;
}

/** For decisions that a value of a second ago would make wrongly: whatever is read from here on is read anew. */
export function readAnew(db: Db): void {
  const pool = poolOf(db);
  pool.values.clear();
  pool.generation++;
}

export function forgetKept(db: Db): void {
  readAnew(db);
  writers.add(db.client as object);
}

/** To be called when a transaction has committed. */
export function forgetKeptBy(tx: Db): void {
  if (writers.has(tx.client as object)) forgetKept(tx);
}

function poolOf(db: Db): Pool {
  const key = (db.client as { config: object }).config;
  const known = pools.get(key);
  if (known) return known;
  const fresh = { values: new Map<string, { readAt: number; value: unknown }>(), generation: 0 };
  pools.set(key, fresh);
  return fresh;
}
