import { knex } from 'knex';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { SqliteClient } from './sqlite_client';
import type { Db } from './table';

export interface DatabaseAddress {
  /** `mysql://user:password@host:port/database`, or `sqlite:<file>`. */
  readonly url: string;
  readonly tablePrefix: string;
  /** MySQL and MariaDB: statements run on every new connection (sql_mode, time_zone, names). */
  readonly sessionStatements?: () => readonly string[];
  /** Connections of the pool on MySQL. */
  readonly poolMax?: number;
}

/** Opens the pool. Nothing is asked of the server before the first statement. */
export function connect(address: DatabaseAddress): Db {
  return address.url.startsWith('mysql:') ? connectMysql(address) : connectSqlite(address);
}

function connectSqlite(address: DatabaseAddress): Db {
  const filename = address.url.replace(/^sqlite:/, '');
  if (filename !== ':memory:') mkdirSync(dirname(filename), { recursive: true });
  return knex({
    client: SqliteClient as never,
    connection: { filename },
    useNullAsDefault: true,
    tablePrefix: address.tablePrefix,
    log: SILENT,
  } as Config);
}

function connectMysql(address: DatabaseAddress): Db {
  const url = new URL(address.url);
  return knex({
    client: 'mysql2',
    connection: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 3306),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: decodeURIComponent(url.pathname.slice(1)),
      charset: 'utf8mb4',
      timezone: 'Z',
      dateStrings: true,
      supportBigNumbers: true,
    },
    pool: {
      min: 0,
      max: address.poolMax ?? 12,
      acquireTimeoutMillis: 30_000,
      afterCreate: (connection: RawConnection, done: (failed: Error | null, connection: RawConnection) => void) =>
        runAll(connection, [READ_COMMITTED, ...(address.sessionStatements?.() ?? [])], done),
    },
    tablePrefix: address.tablePrefix,
    log: SILENT,
  } as Config);
}

/** Once a connection, not once a transaction: jobs are claimed and rows changed side by side without gap locks. */
const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/** Knex would print to the console what it also throws. */
const nothing = (): void => undefined;
const SILENT = { warn: nothing, error: nothing, deprecate: nothing, debug: nothing };

type Config = Parameters<typeof knex>[0] & { tablePrefix: string };

interface RawConnection {
  query(sql: string, done: (failed: Error | null) => void): void;
}

function runAll(
  connection: RawConnection,
  statements: string[],
  done: (failed: Error | null, connection: RawConnection) => void,
): void {
  const next = statements.shift();
  if (next === undefined) return done(null, connection);
  connection.query(next, (failed) => (failed ? done(failed, connection) : runAll(connection, statements, done)));
}
