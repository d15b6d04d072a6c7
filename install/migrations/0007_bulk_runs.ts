import { BULK_TABLES } from '../../extension/payment_link/bulk/schema';
import { t } from '../../system/db/table';
import { createTables } from '../schema/create';
import { readNotation } from '../schema/notation';
import type { Migration } from './migration';

const tables = readNotation(BULK_TABLES);

/** Acts on many links at once, with how far each has come. */
export const bulkRuns: Migration = {
  name: '0007_bulk_runs',
  shop: 'any',
  tables: tables.map(({ name }) => name),
  up: (db) => createTables(db, tables),
  async down(db) {
    for (const table of [...tables].reverse()) await db.schema.dropTableIfExists(t(db, table.name));
  },
};
