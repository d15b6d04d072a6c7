import type { Db } from '../system/db/table';
import { defineError, reasonOf } from '../system/errors';

export const databaseUnreachable = defineError(
  'database_unreachable',
  500,
  'The database cannot be used: {reason}.',
  'Check DATABASE_URL (host, port, user, password, database) and that the server is running.',
);

/** @throws AppError `database_unreachable` */
export async function assertReachable(db: Db): Promise<void> {
  await db.raw('SELECT 1').catch((failed: unknown) => {
    throw databaseUnreachable({ values: { reason: reasonOf(failed) }, cause: failed });
  });
}
