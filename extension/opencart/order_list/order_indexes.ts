import type { Knex } from 'knex';
import type { Db } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import { shopDialect } from '../dialect';

/**
 * Own indexes of table `order` on the embedded shop, by which lists stay fast at a million orders. They are named,
 * because the lists name the index to read: planners guess wrong about `order_status_id > 0`, which most rows meet.
 */
export const ORDER_INDEXES = {
  /** What filters look at, in order of ids: a tenth of the table's size. */
  narrow: ['order_id', 'order_status_id', 'store_id', 'date_added', 'date_modified', 'total', 'firstname', 'lastname'],
  by_status: ['order_status_id', 'order_id'],
  by_store: ['store_id', 'order_id'],
  by_date_added: ['date_added', 'order_id'],
  by_date_modified: ['date_modified', 'order_id'],
  by_total: ['total', 'order_id'],
  by_customer: ['firstname', 'lastname', 'order_id'],
} as const;

export type OrderIndex = keyof typeof ORDER_INDEXES;

export function orderIndexName(db: Db, index: OrderIndex): string {
  return `${t(db, 'order')}_${index}`;
}

/** Table `order`, read by that index; null, and always on somebody else's tables: by its primary key. */
export function ordersBy(db: Db, index: OrderIndex | null): Knex.QueryBuilder {
  const table = t(db, 'order');
  const sqlite = dialectOf(db) === 'sqlite';
  if (index === null || !shopDialect(db).ownTables)
    return db.from(db.raw(sqlite ? '?? not indexed' : '?? force index (primary)', [table]));
  return db.from(db.raw(sqlite ? '?? indexed by ??' : '?? force index (??)', [table, orderIndexName(db, index)]));
}
