import { detectShop, type Detected } from '../../extension/opencart/attach/detect';
import { connect } from '../../system/db/connect';
import type { Db } from '../../system/db/table';
import { listTables } from '../../system/db/tables';
import { appliedMigrations, dueMigrations } from '../migrations/migrate';
import { assertReachable } from '../reachable';
import { notAttached, ownShop, shopNotUnderstood } from './errors';

/** What is there, and what this program would add. */
export interface Look {
  readonly found: Detected;
  /** Prefixed names of the tables to be made; empty when all of them are there. */
  readonly newTables: readonly string[];
  /** Attached before: nothing but what an upgrade brings is added. */
  readonly attached: boolean;
}

/** Reads only. @throws AppError `database_unreachable`, `own_shop`, `shop_not_understood` */
export async function lookAtShop(db: Db): Promise<Look> {
  await assertReachable(db);
  const applied = await appliedMigrations(db);
  if (applied.some((migration) => migration.shop !== 'attached')) throw ownShop();
  const found = await detectShop(db);
  assertUnderstood(found);
  const present = new Set(await listTables(db));
  const newTables = (await dueMigrations(db, 'attached')).tables.filter((table) => !present.has(table));
  return { found, newTables, attached: applied.length > 0 };
}

/** Passes for a database that `attach` prepared. Reads only. @throws AppError `not_attached`, `own_shop` */
export async function assertAttached(db: Db): Promise<void> {
  const applied = await appliedMigrations(db);
  if (applied.length === 0) throw notAttached();
  if (applied.some((migration) => migration.shop !== 'attached')) throw ownShop();
}

/** @throws AppError `shop_not_understood`, naming everything that is missing */
export function assertUnderstood(found: Detected): void {
  if (found.group !== 'unknown') return;
  const missing = found.missing.length > 0 ? [`it lacks ${found.missing.join(', ')}`] : [];
  throw shopNotUnderstood({ values: { reasons: [...found.reasons, ...missing].join('; ') } });
}

/** A pool for a short look, without what the shop's own program sets on its connections. */
export function connectPlainly(address: { databaseUrl: string; databasePrefix: string }): Db {
  return connect({ url: address.databaseUrl, tablePrefix: address.databasePrefix, poolMax: 3 });
}
