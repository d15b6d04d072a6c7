import { ORDER_INDEXES, orderIndexName, type OrderIndex } from '../../extension/opencart/order_list/order_indexes';
import { dialectOf, t, type Db } from '../../system/db/table';
import { hasIndex } from '../schema/create';
import type { Migration } from './migration';

/** Names sort without case, and totals, which are text there, by length first. */
const SQLITE_INDEXES: Partial<Record<OrderIndex, string>> = {
  by_total: 'create index ?? on ?? (length(total), total, order_id)',
  by_customer: 'create index ?? on ?? (firstname collate nocase, lastname collate nocase, order_id)',
};

export const orderIndexes: Migration = {
  name: '0003_order_indexes',
  shop: 'embedded',
  async up(db) {
    for (const index of Object.keys(ORDER_INDEXES) as OrderIndex[]) await addIndex(db, index);
  },
  async down() {
    // They go with the table.
  },
};

async function addIndex(db: Db, index: OrderIndex): Promise<void> {
  const [name, table] = [orderIndexName(db, index), t(db, 'order')];
  if (await hasIndex(db, table, name)) return;
  const sqlite = dialectOf(db) === 'sqlite' ? SQLITE_INDEXES[index] : undefined;
  if (sqlite !== undefined) await db.raw(sqlite, [name, table]);
  else await db.schema.alterTable(table, (alter) => alter.index([...ORDER_INDEXES[index]], name));
}
