import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/**
 * Which lines of a PHP shop's `order_history` are an order's. The table has no index but its primary key, in any
 * version, so that finding them reads all of it: a fifth of a second at 200,000 lines on MyISAM, where writers wait
 * meanwhile. It is read once for an order; from then on only what was added since.
 */
interface Known {
  readonly ids: readonly number[];
  /** The newest id of the table when it was read. */
  readonly readTo: number;
}

/** Orders that somebody looks at, or that are being paid. */
const ORDERS_MAX = 1000;
/** Ids are handed out before a row is visible, so a lower one may appear later: so many are looked at every time. */
const OVERLAP = 200;

/** By the pool's configuration, which its transactions share. */
const shelves = new WeakMap<object, Map<number, Known>>();

/** Oldest first. Those of lines that were deleted since are still among them. */
export async function historyIdsOf(db: Db, orderId: number): Promise<readonly number[]> {
  const shelf = shelfOf(db);
  const newest = await newestId(db);
  const known = shelf.get(orderId);
  // Far lower than before: the table was restored, and the ids are other lines' now.
  const before = known && known.readTo - newest <= OVERLAP ? known : { ids: [], readTo: 0 };
  const added = await idsAfter(db, orderId, Math.min(before.readTo, newest) - OVERLAP);
  const ids = [...new Set([...before.ids, ...added])].sort((a, b) => a - b);
  shelf.delete(orderId);
  shelf.set(orderId, { ids, readTo: newest });
  const [oldest] = shelf.keys();
  if (shelf.size > ORDERS_MAX && oldest !== undefined) shelf.delete(oldest);
  return ids;
}

/** The same where the order was looked at before, else null: no table is read as a whole for it. */
export async function knownHistoryIdsOf(db: Db, orderId: number): Promise<readonly number[] | null> {
  return shelfOf(db).has(orderId) ? historyIdsOf(db, orderId) : null;
}

async function newestId(db: Db): Promise<number> {
  const row = (await rows(db).max('order_history_id as id').first()) as { id: number | null } | undefined;
  return Number(row?.id ?? 0);
}

async function idsAfter(db: Db, orderId: number, afterId: number): Promise<number[]> {
  const found = (await rows(db)
    .where('order_history_id', '>', afterId)
    .andWhere('order_id', orderId)
    .select('order_history_id')) as { order_history_id: number }[];
  return found.map((row) => row.order_history_id);
}

const rows = (db: Db) => db(t(db, 'order_history'));

function shelfOf(db: Db): Map<number, Known> {
  const { config } = db.client as { config: object };
  const shelf = shelves.get(config) ?? new Map<number, Known>();
  shelves.set(config, shelf);
  return shelf;
}
