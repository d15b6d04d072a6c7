import { isDenied, readAccount } from '../../extension/opencart/attach/privileges';
import { dialectOf, t, type Db } from '../../system/db/table';
import { defineError } from '../../system/errors';

export const tablesNotAllowed = defineError(
  'tables_not_allowed',
  500,
  'The database user {user} may not make and remove tables. Nothing was changed.',
  'Use the user for attach, migrate and detach; docs/attached.md has its GRANT.',
);

/**
 * No statement asks the server for this right: a table of nobody's is made and removed. What follows cannot be undone
 * halfway. @throws AppError `tables_not_allowed`
 */
export async function assertMayAlter(db: Db): Promise<void> {
  if (dialectOf(db) !== 'mysql') return;
  const probe = t(db, 'payment_link_probe');
  try {
    await db.schema.dropTableIfExists(probe);
    await db.schema.createTable(probe, (table) => void table.integer('probe'));
    await db.schema.alterTable(probe, (table) => table.index(['probe'], probe));
    await db.schema.dropTable(probe);
  } catch (failed) {
    if (!isDenied(failed)) throw failed;
    throw tablesNotAllowed({ values: { user: (await readAccount(db)).user }, cause: failed });
  }
}
