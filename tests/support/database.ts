import { randomBytes } from 'node:crypto';
import { migrate } from '../../install/migrations/migrate';
import { systemClock } from '../../system/clock';
import { connect } from '../../system/db/connect';
import type { Db } from '../../system/db/table';

/**
 * A fresh embedded shop's database: SQLite in memory, or, where TEST_ON=mysql asks for it, a database of its own on
 * the server of TEST_DATABASE_URL. `npm test` runs the suites of it on both. Call `destroy` when done.
 */
export async function freshDatabase(
  options: { prefix?: string } = {},
): Promise<{ db: Db; url: string; destroy(): Promise<void> }> {
  const server = process.env['TEST_ON'] === 'mysql' ? process.env['TEST_DATABASE_URL'] : undefined;
  const tablePrefix = options.prefix ?? 'oc_';
  if (!server) {
    const db = connect({ url: 'sqlite::memory:', tablePrefix });
    await migrate(db, 'embedded', systemClock);
    return { db, url: 'sqlite::memory:', destroy: () => db.destroy() };
  }
  const { url, drop } = await newDatabase(server);
  const db = connect({ url, tablePrefix });
  await migrate(db, 'embedded', systemClock);
  return {
    db,
    url,
    async destroy() {
      await db.destroy();
      await drop();
    },
  };
}

/** An empty database on a MySQL or MariaDB server, for this test alone. */
export async function newDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = connect({ url: server, tablePrefix: '' });
  await admin.raw('CREATE DATABASE ?? CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci', [name]);
  return {
    url: withDatabase(server, name),
    async drop() {
      await admin.raw('DROP DATABASE ??', [name]);
      await admin.destroy();
    },
  };
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}
