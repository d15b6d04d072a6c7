import type { Db } from './table';

/** How long something read is believed, ms: what another process wrote is seen within this. */
const KEEP_MS = 1000;

interface Kept {
  readonly readAt: number;
  readonly value: unknown;
}

/** By pool: its transactions share the configuration object. */
const keptByPool = new WeakMap<object, Map<string, Kept>>();

/**
 * What changes once a month and is asked for a dozen times an order, read once a second. Whoever writes it calls
 * `forgetKept`, so that this process sees its own change at once.
 */
export async function kept<T>(db: Db, key: string, read: () => Promise<T>): Promise<T> {
  const known = keptOf(db).get(key);
  if (known && performance.now() - known.readAt < KEEP_MS) return known.value as T;
  const readAt = performance.now();
  const value = await read();
  keptOf(db).set(key, { readAt, value });
  return value;
}

export function forgetKept(db: Db): void {
  keptOf(db).clear();
}

function keptOf(db: Db): Map<string, Kept> {
  const pool = (db.client as { config: object }).config;
  const known = keptByPool.get(pool);
  if (known) return known;
  const fresh = new Map<string, Kept>();
  keptByPool.set(pool, fresh);
  return fresh;
}
