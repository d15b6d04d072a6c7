import type { Db } from '../system/db/table';
import { t } from '../system/db/table';
import { listTables } from '../system/db/tables';
import { defineError } from '../system/errors';
import { appliedMigrations } from './migrations/migrate';

export const foreignDatabase = defineError(
  'foreign_database',
  500,
  'The database already holds tables that this program did not make ({example}). Nothing was changed.',
  'Start with SHOP=attached to work beside an existing shop, or give an empty database or another DATABASE_PREFIX.',
);

export const attachedDatabase = defineError(
  'attached_database',
  500,
  'The database belongs to a shop this program is attached to. Nothing was changed.',
  'Start with SHOP=attached, or give another DATABASE_URL or DATABASE_PREFIX for an embedded shop.',
);

/**
 * Passes for a database that is empty under the prefix, or that this program made for an embedded shop, even when
 * that was interrupted half-way. Reads only. @throws AppError `foreign_database`, `attached_database`
 */
export async function assertOwnDatabase(db: Db): Promise<void> {
  const applied = await appliedMigrations(db);
  if (applied.some((migration) => migration.shop !== 'embedded')) throw attachedDatabase();
  if (applied.length > 0) return;
  const own = t(db, 'payment_link');
  const example = (await listTables(db)).find((table) => !table.startsWith(own));
  if (example !== undefined) throw foreignDatabase({ values: { example } });
}
