import { PAYMENT_LINK_TABLES } from '../../extension/payment_link/schema';
import { t } from '../../system/db/table';
import { createTables } from '../schema/create';
import { readNotation } from '../schema/notation';
import type { Migration } from './migration';

const tables = readNotation(PAYMENT_LINK_TABLES);

export const ownTables: Migration = {
  name: '0001_own_tables',
  shop: 'any',
  tables: tables.map(({ name }) => name),
  up: (db) => createTables(db, tables),
  async down(db) {
    for (const table of [...tables].reverse()) await db.schema.dropTableIfExists(t(db, table.name));
  },
};
