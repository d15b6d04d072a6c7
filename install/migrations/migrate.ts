import type { Clock } from '../../system/clock';
import type { Db } from '../../system/db/table';
import { dialectOf, t } from '../../system/db/table';
import { defineError } from '../../system/errors';
import { ownTables } from './0001_own_tables';
import { embeddedShop } from './0002_embedded_shop';
import { orderIndexes } from './0003_order_indexes';
import { linkIndexes } from './0004_link_indexes';
import { narrowLinkIndexes } from './0005_narrow_link_indexes';
import { linkSlugs } from './0006_link_slugs';
import { bulkRuns } from './0007_bulk_runs';
import { optionIndexes } from './0008_option_indexes';
import { assertMayAlter } from './may_alter';
import type { Migration } from './migration';

const MIGRATIONS: readonly Migration[] = [
  ownTables,
  embeddedShop,
  orderIndexes,
  linkIndexes,
  narrowLinkIndexes,
  linkSlugs,
  bulkRuns,
  optionIndexes,
];

export const databaseNewer = defineError(
  'database_newer',
  500,
  'The database was made by a newer version of this program ({name} is not known here).',
  'Start that newer version, or restore the backup made before the upgrade.',
);

interface MigrationRow {
  name: string;
  /** Which shop this database was made for: says whether the tables of the shop are ours. */
  shop: string;
  applied_at: number;
}

/** Brings the database to this version. @throws AppError `database_newer`, `tables_not_allowed` */
export async function migrate(db: Db, shop: 'embedded' | 'attached', clock: Clock): Promise<string[]> {
  if ((await dueMigrations(db, shop)).names.length > 0) await assertMayAlter(db);
  await createMigrationTable(db);
  const applied = new Set((await appliedMigrations(db)).map((row) => row.name));
  const unknown = [...applied].find((name) => !MIGRATIONS.some((migration) => migration.name === name));
  if (unknown !== undefined) throw databaseNewer({ values: { name: unknown } });
  const due = dueOf(applied, shop);
  for (const migration of due) {
    await migration.up(db);
    await db<MigrationRow>(t(db, 'payment_link_migration')).insert({
      name: migration.name,
      shop,
      applied_at: clock.now(),
    });
  }
  return due.map((migration) => migration.name);
}

/** What `migrate` would apply, and the prefixed names of the tables it would make. Reads only. */
export async function dueMigrations(
  db: Db,
  shop: 'embedded' | 'attached',
): Promise<{ names: readonly string[]; tables: readonly string[] }> {
  const rows = await appliedMigrations(db);
  const due = dueOf(new Set(rows.map((row) => row.name)), shop);
  const memory = rows.length === 0 ? ['payment_link_migration'] : [];
  const tables = [...due.flatMap((migration) => migration.tables ?? []), ...memory];
  return { names: due.map((migration) => migration.name), tables: tables.map((name) => t(db, name)) };
}

function dueOf(applied: ReadonlySet<string>, shop: 'embedded' | 'attached'): Migration[] {
  return MIGRATIONS.filter((one) => !applied.has(one.name) && (one.shop === 'any' || shop === 'embedded'));
}

/** Takes away everything that `migrate` added, newest first, and the memory of it. */
export async function unmigrate(db: Db, shop: 'embedded' | 'attached'): Promise<void> {
  for (const migration of [...MIGRATIONS].reverse()) {
    if (migration.shop === 'any' || shop === 'embedded') await migration.down(db);
  }
  await db.schema.dropTableIfExists(t(db, 'payment_link_migration'));
}

/** Empty when this program never touched the database. */
export async function appliedMigrations(db: Db): Promise<MigrationRow[]> {
  if (!(await db.schema.hasTable(t(db, 'payment_link_migration')))) return [];
  return db<MigrationRow>(t(db, 'payment_link_migration')).select('*').orderBy('name');
}

async function createMigrationTable(db: Db): Promise<void> {
  const name = t(db, 'payment_link_migration');
  if (await db.schema.hasTable(name)) return;
  await db.schema.createTable(name, (table) => {
    if (dialectOf(db) === 'mysql') {
      table.engine('InnoDB');
      table.charset('utf8mb4');
      table.collate('utf8mb4_unicode_ci');
    }
    table.string('name', 64).primary();
    table.string('shop', 16).notNullable();
    table.bigInteger('applied_at').notNullable();
  });
}
