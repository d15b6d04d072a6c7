import type { Knex } from 'knex';
import { createRequire } from 'node:module';
import { GroupCommit } from './group_commit';
import { SqliteFile, type Done } from './sqlite_file';

/**
 * A knex client for SQLite. It wears the better-sqlite3 dialect, whose path is internal to knex: knex is pinned, and
 * tests/unit/system/db/sqlite_client.test.ts holds the behaviour. In place of a pool one connection writes,
 * in turns (see `GroupCommit`), and one reads what is committed, so that reading waits for nobody.
 */
interface Query {
  readonly sql: string;
  readonly bindings?: readonly unknown[];
  response?: Done;
  context?: { lastID: number; changes: number };
}

interface KnexClient {
  readonly config: Knex.Config;
  readonly connectionSettings: { filename: string };
}
const load = createRequire(__filename);
const Base = load('knex/lib/dialects/better-sqlite3') as new (config: unknown) => KnexClient;

/** FULL: what is committed survives a power cut. */
const PRAGMAS = ['journal_mode=WAL', 'synchronous=FULL', 'busy_timeout=5000'];
const MEMORY = ':memory:';

export class SqliteClient extends Base {
  // Declared, not set: knex's constructor runs before any initializer here could.
  declare private file: OpenFile | undefined;
  declare private closed: boolean | undefined;
  /** What is closed with it. */
  readonly beside: { destroy(): Promise<void> }[] = [];

  _driver(): null {
    return null;
  }

  initializePool(): void {
    // No pool: connections to one file cost a turn, not a socket.
  }

  acquireConnection(): Promise<Session> {
    if (this.closed) return Promise.reject(new Error('the database is closed'));
    try {
      this.file ??= new OpenFile(this.connectionSettings.filename);
      return Promise.resolve(new Session(this.file));
    } catch (failed) {
      return Promise.reject(failed as Error);
    }
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async _query(session: Session, query: Query): Promise<Query> {
    const done = await session.run(query.sql, query.bindings ?? []);
    query.response = done;
    if (!Array.isArray(done)) query.context = { lastID: done.lastInsertRowid, changes: done.changes };
    return query;
  }

  async destroy(): Promise<void> {
    this.closed = true;
    for (const one of this.beside.splice(0)) await one.destroy();
    await this.file?.close();
    this.file = undefined;
  }
}

class OpenFile {
  readonly writer: SqliteFile;
  readonly group: GroupCommit;
  /** None for a database in memory, which has no second connection. */
  readonly reader: SqliteFile | null;

  constructor(name: string) {
    this.writer = new SqliteFile(name, [...PRAGMAS, 'cache_size=-16000']);
    this.group = new GroupCommit(this.writer);
    this.reader = name === MEMORY ? null : new SqliteFile(name, ['busy_timeout=5000', 'cache_size=-32000']);
  }

  async close(): Promise<void> {
    await this.group.alone(() => {
      this.reader?.close();
      // Whoever copies the one file of a stopped program has everything. Another process at work is not waited for.
      if (this.reader) this.writer.exec('PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)');
      this.writer.close();
    });
  }
}

const NOTHING: Done = [];

/** What knex takes for a connection: in a transaction, or about to run one statement. */
class Session {
  readonly #file: OpenFile;
  #inside = false;

  constructor(file: OpenFile) {
    this.#file = file;
  }

  async run(sql: string, bindings: readonly unknown[]): Promise<Done> {
    if (this.#inside) return this.#runInside(sql, bindings);
    const { reader, writer, group } = this.#file;
    if (/^BEGIN\b/i.test(sql)) {
      await group.begin();
      this.#inside = true;
      return NOTHING;
    }
    if (reader && /^\s*select\b/i.test(sql)) return reader.run(sql, bindings);
    const run = (): Done => writer.run(sql, bindings);
    return /^\s*(insert|update|delete|with)\b/i.test(sql) ? group.write(run) : group.alone(run);
  }

  async #runInside(sql: string, bindings: readonly unknown[]): Promise<Done> {
    const { writer, group } = this.#file;
    if (/^COMMIT\b/i.test(sql)) {
      this.#inside = false;
      await group.commit();
      return NOTHING;
    }
    if (/^ROLLBACK\b(?! TO)/i.test(sql)) {
      this.#inside = false;
      group.rollback();
      return NOTHING;
    }
    // SQLite undoes a transaction by itself when the disk is full; what came after would stand alone.
    if (!writer.inTransaction) throw new Error('the transaction is undone already');
    return writer.run(sql, bindings);
  }
}
