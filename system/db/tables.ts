import type { Db } from './table';
import { dialectOf, prefixOf } from './table';

/** Names of all tables under the prefix, as they are in the database. */
export async function listTables(db: Db): Promise<string[]> {
  const prefix = prefixOf(db);
  const names = dialectOf(db) === 'mysql' ? await mysqlTables(db) : await sqliteTables(db);
  return names.filter((name) => name.startsWith(prefix));
}

async function mysqlTables(db: Db): Promise<string[]> {
  const rows = (await db('information_schema.tables')
    .select({ name: 'table_name' })
    .whereRaw('table_schema = database()')) as { name: string }[];
  return rows.map((row) => row.name);
}

async function sqliteTables(db: Db): Promise<string[]> {
  const rows = (await db('sqlite_master').select('name').where('type', 'table')) as { name: string }[];
  return rows.map((row) => row.name).filter((name) => !name.startsWith('sqlite_'));
}
