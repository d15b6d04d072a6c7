import { createRequire } from 'node:module';

/**
 * One connection to an SQLite file, without a native build: by `node:sqlite` where the runtime has it whole, else by
 * the package that ships prebuilt binaries.
 */
interface Statement {
  /** With `setReturnArrays(true)`, as here. */
  all(...bindings: unknown[]): unknown[][];
  setReturnArrays(arrays: boolean): void;
  run(...bindings: unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  columns(): { name: string }[];
}
interface Database {
  readonly isTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
}
type DatabaseConstructor = new (file: string) => Database;

/** What knex wants to hear of a statement: rows, or what changed. */
export type Done = Record<string, unknown>[] | { changes: number; lastInsertRowid: number };

/** Prepared statements kept: enough for every statement of the product, bounded for lists with varying IN counts. */
const STATEMENTS_MAX = 500;
const REPEATED = /^\s*(select|insert|update|delete|with)/i;
const UNIQUE = new Set([2067, 1555]);

const load = createRequire(__filename);

/** Name of the module. */
export function sqliteDriver(): string {
  try {
    const { DatabaseSync, StatementSync } = load('node:sqlite') as {
      DatabaseSync: DatabaseConstructor;
      StatementSync: { prototype: object };
    };
    const whole = 'setReturnArrays' in StatementSync.prototype && 'isTransaction' in DatabaseSync.prototype;
    if (whole) return 'node:sqlite';
  } catch {
    // Node 20 has no node:sqlite.
  }
  return '@photostructure/sqlite';
}

function driver(): DatabaseConstructor {
  return (load(sqliteDriver()) as { DatabaseSync: DatabaseConstructor }).DatabaseSync;
}

export class SqliteFile {
  readonly #db: Database;
  readonly #prepared = new Map<string, (bindings: readonly unknown[]) => Done>();

  constructor(file: string, pragmas: readonly string[]) {
    this.#db = new (driver())(file);
    for (const pragma of pragmas) this.#db.exec(`PRAGMA ${pragma}`);
  }

  /** False again when SQLite itself has rolled back, as it does when the disk is full. */
  get inTransaction(): boolean {
    return this.#db.isTransaction;
  }

  run(sql: string, bindings: readonly unknown[]): Done {
    try {
      return (this.#prepared.get(sql) ?? this.#prepare(sql))(bindings.map(plain));
    } catch (thrown) {
      const failed = thrown as { errcode?: number; code?: string };
      if (failed.errcode !== undefined && UNIQUE.has(failed.errcode)) failed.code = 'SQLITE_CONSTRAINT_UNIQUE';
      throw thrown;
    }
  }

  exec(sql: string): void {
    this.#db.exec(sql);
  }

  close(): void {
    this.#prepared.clear();
    this.#db.close();
  }

  #prepare(sql: string): (bindings: readonly unknown[]) => Done {
    const statement = this.#db.prepare(sql);
    const run = statement.columns().length > 0 ? reading(statement) : changing(statement);
    if (REPEATED.test(sql)) {
      if (this.#prepared.size >= STATEMENTS_MAX) this.#prepared.clear();
      this.#prepared.set(sql, run);
    }
    return run;
  }
}

/** Rows are asked for as arrays: three times as fast for a row of sixty columns as the driver's own objects. */
function reading(statement: Statement): (bindings: readonly unknown[]) => Done {
  statement.setReturnArrays(true);
  let names = namesOf(statement);
  return (bindings) => {
    const rows = statement.all(...bindings);
    // `SELECT *` of a table that another process has given a column meanwhile.
    if (rows[0] && rows[0].length !== names.length) names = namesOf(statement);
    return rows.map((values) => rowOf(names, values));
  };
}

function namesOf(statement: Statement): string[] {
  return statement.columns().map(({ name }) => name);
}

function rowOf(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at];
  return row;
}

function changing(statement: Statement): (bindings: readonly unknown[]) => Done {
  return (bindings) => {
    const { changes, lastInsertRowid } = statement.run(...bindings);
    return { changes: Number(changes), lastInsertRowid: Number(lastInsertRowid) };
  };
}

/** SQLite knows no booleans and no dates. */
function plain(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  return value instanceof Date ? value.valueOf() : (value ?? null);
}
