import { t } from '../../system/db/table';
import { hasIndex } from '../schema/create';
import type { Migration } from './migration';

/** All attempts of a link carry its slug; no two links have a first attempt with the same one. */
export const linkSlugs: Migration = {
  name: '0006_link_slugs',
  shop: 'any',
  async up(db) {
    const table = t(db, 'payment_link');
    if (!(await db.schema.hasColumn(table, 'slug'))) {
      await db.schema.alterTable(table, (alter) => alter.string('slug', 64).nullable());
    }
    const indexName = `${table}_slug`;
    if (await hasIndex(db, table, indexName)) return;
    await db.schema.alterTable(table, (alter) => alter.unique(['slug', 'attempt'], { indexName }));
  },
  async down() {
    // It goes with the table.
  },
};
