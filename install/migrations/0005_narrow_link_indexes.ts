import { LINK_INDEXES, linkIndexName, type LinkIndex } from '../../extension/payment_link/list/link_indexes';
import { t, type Db } from '../../system/db/table';
import { hasIndex } from '../schema/create';
import type { Migration } from './migration';

/** Begin as a new one does, and are read where it is. */
const COVERED = ['by_state', 'by_staff', 'by_store'] as const;

/** For lists, sums and the dashboard at a million links. */
export const narrowLinkIndexes: Migration = {
  name: '0005_narrow_link_indexes',
  shop: 'any',
  async up(db) {
    for (const index of Object.keys(LINK_INDEXES) as LinkIndex[])
      await addIndex(db, 'payment_link', LINK_INDEXES[index], linkIndexName(db, index));
    const payments = ['created_at', 'state', 'method', 'currency', 'amount_minor'];
    await addIndex(db, 'payment_link_payment', payments, `${t(db, 'payment_link_payment')}_newest`);
    const table = t(db, 'payment_link');
    for (const name of COVERED.map((covered) => `${table}_${covered}`)) {
      if (await hasIndex(db, table, name)) await db.schema.alterTable(table, (alter) => alter.dropIndex([], name));
    }
  },
  async down() {
    // They go with the tables.
  },
};

async function addIndex(db: Db, table: string, columns: readonly string[], name: string): Promise<void> {
  if (await hasIndex(db, t(db, table), name)) return;
  await db.schema.alterTable(t(db, table), (alter) => alter.index([...columns], name));
}
