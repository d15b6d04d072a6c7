import { knex } from 'knex';
import { join } from 'node:path';
import { AskedThread } from '../asked_thread';
import { SECOND_MS } from '../clock';
import { PROJECT_ROOT } from '../project_root';
import { SqliteClient } from './sqlite_client';
import { sqliteDriver } from './sqlite_file';
import type { Db } from './table';

/** The thread ends when nobody asked it for so long. */
const IDLE_MS = 60 * SECOND_MS;

/**
 * For reads that may take long: lists and sums over a million rows. SQLite answers on the thread it is asked on, which
 * would stop every other request; these are answered by a thread with a read-only connection of its own, one after the
 * other. It sees what is committed. MySQL reads beside the program anyway, and a transaction reads what it wrote: both
 * are answered as they are.
 */
export function aside(db: Db): Db {
  const client = db.client as unknown;
  if (!(client instanceof SqliteClient) || db.isTransaction || client.connectionSettings.filename === ':memory:')
    return db;
  const known = asides.get(client);
  if (known) return known;
  const reader = openReader(client);
  asides.set(client, reader);
  client.beside.push(reader);
  return reader;
}

const asides = new WeakMap<SqliteClient, Db>();

function openReader({ config }: SqliteClient): Db {
  return knex({ ...config, client: AsideClient as never });
}

class AsideClient extends SqliteClient {
  declare private thread: ReaderThread | undefined;
  declare private ended: boolean | undefined;

  override acquireConnection(): Promise<never> {
    if (this.ended) return Promise.reject(new Error('the database is closed'));
    if (!this.thread?.alive) this.thread = new ReaderThread(this.connectionSettings.filename);
    return Promise.resolve(this.thread as never);
  }

  override async destroy(): Promise<void> {
    this.ended = true;
    await this.thread?.end();
  }
}

interface Question {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}
type Rows = Record<string, unknown>[];

/** What knex takes for a connection. Answers in the order of the questions. */
class ReaderThread {
  readonly #thread: AskedThread<Question, Rows>;

  constructor(file: string) {
    const data = { driver: sqliteDriver(), file };
    this.#thread = new AskedThread(join(PROJECT_ROOT, 'system/db/sqlite_reader.mjs'), data, IDLE_MS);
  }

  get alive(): boolean {
    return this.#thread.alive;
  }

  run(sql: string, bindings: readonly unknown[]): Promise<Rows> {
    return this.#thread.ask({ sql, bindings });
  }

  end(): Promise<void> {
    return this.#thread.end();
  }
}
