import { t } from '../../system/db/table';
import { addIndexes, createTables } from '../schema/create';
import { readIndexes, readNotation } from '../schema/notation';
import { EMBEDDED_INDEXES, OPENCART_4_1_TABLES } from '../schema/opencart_4_1';
import type { Migration } from './migration';

const tables = readNotation(OPENCART_4_1_TABLES);

export const embeddedShop: Migration = {
  name: '0002_embedded_shop',
  shop: 'embedded',
  async up(db) {
    await createTables(db, tables);
    await addIndexes(db, readIndexes(EMBEDDED_INDEXES));
  },
  async down(db) {
    for (const table of [...tables].reverse()) await db.schema.dropTableIfExists(t(db, table.name));
  },
};
