import { dialectOf, t, type Db } from '../../system/db/table';
import { hasIndex } from '../schema/create';
import type { Migration } from './migration';

/** For the list of payment links: what people sort by, filter by and search for. */
const INDEXES: readonly (readonly [table: string, name: string, columns: readonly string[]])[] = [
  ['payment_link', 'by_reference', ['reference']],
  ['payment_link', 'by_customer', ['customer']],
  ['payment_link', 'by_amount', ['amount_minor']],
  ['payment_link', 'by_expiry', ['expires_at']],
  ['payment_link', 'by_state', ['state', 'created_at']],
  ['payment_link', 'by_staff', ['created_by', 'created_at']],
  ['payment_link', 'by_store', ['store_id', 'created_at']],
  ['payment_link', 'by_flags', ['flags']],
  ['payment_link', 'by_closing', ['state', 'closed_at']],
  ['payment_link_payment', 'by_provider_id', ['provider_id']],
];

export const linkIndexes: Migration = {
  name: '0004_link_indexes',
  shop: 'any',
  async up(db) {
    for (const [table, name, columns] of INDEXES) await addIndex(db, t(db, table), name, columns);
  },
  async down() {
    // They go with the tables.
  },
};

/** Names are searched without regard to case, which SQLite's indexes must be told. */
async function addIndex(db: Db, table: string, name: string, columns: readonly string[]): Promise<void> {
  const full = `${table}_${name}`;
  if (await hasIndex(db, table, full)) return;
  if (name === 'by_customer' && dialectOf(db) === 'sqlite') {
    await db.raw('create index ?? on ?? (?? collate nocase)', [full, table, columns[0] ?? '']);
  } else {
    await db.schema.alterTable(table, (alter) => alter.index([...columns], full));
  }
}
