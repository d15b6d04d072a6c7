import { knex } from 'knex';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PROJECT_ROOT } from '../project_root';
import { SECOND_MS } from '../clock';
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

interface Answer {
  readonly rows?: Record<string, unknown>[];
  readonly failed?: { readonly message: string };
}

interface Waiting {
  resolve(rows: Record<string, unknown>[]): void;
  reject(failed: unknown): void;
}

/** Answers in the order of the questions. */
class ReaderThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #idle: NodeJS.Timeout | null = null;
  alive = true;

  constructor(file: string) {
    const data = { driver: sqliteDriver(), file };
    this.#worker = new Worker(join(PROJECT_ROOT, 'system/db/sqlite_reader.mjs'), { workerData: data });
    this.#worker.unref();
    this.#worker.on('message', (answer: Answer) => this.#answered(answer));
    this.#worker.on('error', (failed) => this.#lost(failed));
    this.#worker.on('exit', () => this.#lost(new Error('the thread that reads the database ended')));
  }

  run(sql: string, bindings: readonly unknown[]): Promise<Record<string, unknown>[]> {
    if (!this.alive) return Promise.reject(new Error('the thread that reads the database ended'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (this.#idle) clearTimeout(this.#idle);
      this.#worker.ref();
      this.#worker.postMessage({ sql, bindings });
    });
  }

  #answered({ rows, failed }: Answer): void {
    const asked = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#rest();
    if (failed) asked?.reject(Object.assign(new Error(failed.message), failed));
    else asked?.resolve(rows ?? []);
  }

  #rest(): void {
    this.#worker.unref();
    this.#idle = setTimeout(() => void this.end(), IDLE_MS).unref();
  }

  #lost(failed: Error): void {
    this.alive = false;
    for (const asked of this.#waiting.splice(0)) asked.reject(failed);
  }

  async end(): Promise<void> {
    this.alive = false;
    if (this.#idle) clearTimeout(this.#idle);
    await this.#worker.terminate();
  }
}
