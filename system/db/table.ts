import type { Knex } from 'knex';

/** Anything that can run a statement: the pool or a transaction. */
export type Db = Knex;
/** Where a transaction is required, ask for this: the pool does not compile. */
export type Tx = Knex.Transaction;

/** Knex's client configuration with the table prefix of the shop in it. */
interface PrefixedConfig {
  readonly tablePrefix?: string;
}

/** The prefixed name of a table, with its alias if one is given: `t(db, 'order as o')` → `oc_order as o`. */
export function t(db: Db, name: string): string {
  return `${prefixOf(db)}${name}`;
}

export function prefixOf(db: Db): string {
  return (db.client as { config: PrefixedConfig }).config.tablePrefix ?? '';
}

export type Dialect = 'sqlite' | 'mysql';

export function dialectOf(db: Db): Dialect {
  return (db.client as { config: { client: unknown } }).config.client === 'mysql2' ? 'mysql' : 'sqlite';
}
