import { createRequire } from 'node:module';

/**
 * A knex client for SQLite without a native build: `node:sqlite` where the runtime has it whole, else the
 * package that ships prebuilt binaries. It wears the better-sqlite3 dialect, whose path is internal to knex:
 * knex is pinned, and tests/contract/sqlite_client.test.ts holds the behaviour.
 */
interface Statement {
  all(...bindings: unknown[]): Record<string, unknown>[];
  run(...bindings: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  columns(): unknown[];
}
interface Database {
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}
type DatabaseConstructor = new (file: string, options: { readOnly: boolean }) => Database;

const load = createRequire(__filename);

function driver(): DatabaseConstructor {
  try {
    const { DatabaseSync, StatementSync } = load('node:sqlite') as {
      DatabaseSync: DatabaseConstructor;
      StatementSync: { prototype: object };
    };
    if ('columns' in StatementSync.prototype) return DatabaseSync;
  } catch {
    // Node 20 has no node:sqlite.
  }
  return (load('@photostructure/sqlite') as { DatabaseSync: DatabaseConstructor }).DatabaseSync;
}

/** Knex begins deferred; a read that then writes would meet SQLITE_BUSY when another process writes. */
const BEGIN = /^BEGIN;?$/;
const UNIQUE = new Set([2067, 1555]);
/** Prepared statements kept: enough for every statement of the product, bounded for lists with varying IN counts. */
const STATEMENTS_MAX = 500;

interface Prepared {
  readonly reader: boolean;
  all(bindings: unknown[]): Record<string, unknown>[];
  run(bindings: unknown[]): { changes: number; lastInsertRowid: number };
}

class Connection {
  readonly #db: Database;
  readonly #prepared = new Map<string, Prepared>();

  constructor(file: string, options: { readonly?: boolean }) {
    this.#db = new (driver())(file, { readOnly: options.readonly === true });
  }

  prepare(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#db.prepare(BEGIN.test(sql) ? 'BEGIN IMMEDIATE' : sql);
    const prepared: Prepared = {
      reader: statement.columns().length > 0,
      all: (bindings) => naming(() => statement.all(...bindings.map(plain)).map((row) => ({ ...row }))),
      run: (bindings) => {
        const done = naming(() => statement.run(...bindings.map(plain)));
        return { changes: Number(done.changes), lastInsertRowid: Number(done.lastInsertRowid) };
      },
    };
    if (/^\s*(select|insert|update|delete|with)/i.test(sql)) {
      if (this.#prepared.size >= STATEMENTS_MAX) this.#prepared.clear();
      this.#prepared.set(sql, prepared);
    }
    return prepared;
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  close(): void {
    this.#prepared.clear();
    this.#db.close();
  }
}

/** SQLite knows no booleans. */
function plain(value: unknown): unknown {
  return typeof value === 'boolean' ? Number(value) : value === undefined ? null : value;
}

function naming<T>(statement: () => T): T {
  try {
    return statement();
  } catch (thrown) {
    const failed = thrown as { errcode?: number; code?: string };
    if (failed.errcode !== undefined && UNIQUE.has(failed.errcode)) failed.code = 'SQLITE_CONSTRAINT_UNIQUE';
    throw thrown;
  }
}

interface BetterSqliteDialect {
  new (config: unknown): {
    connectionSettings: { filename: string };
    acquireRawConnection(): Promise<unknown>;
  };
}

const Base = load('knex/lib/dialects/better-sqlite3') as BetterSqliteDialect;

export class SqliteClient extends Base {
  _driver(): typeof Connection {
    return Connection;
  }

  override async acquireRawConnection(): Promise<Connection> {
    const connection = new Connection(this.connectionSettings.filename, {});
    for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'busy_timeout=5000', 'cache_size=-32000']) {
      connection.exec(`PRAGMA ${pragma}`);
    }
    return connection;
  }
}
