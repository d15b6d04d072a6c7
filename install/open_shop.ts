import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../system/clock';
import type { Config } from '../system/config';
import { connect } from '../system/db/connect';
import type { Db } from '../system/db/table';
import { defineError, reasonOf } from '../system/errors';
import type { Log } from '../system/log';
import { checkAppKey, readAppKey } from './app_key';
import { installEmbedded } from './installer';

export const databaseUnreachable = defineError(
  'database_unreachable',
  500,
  'The database cannot be used: {reason}.',
  'Check DATABASE_URL (host, port, user, password, database) and that the server is running.',
);

export interface OpenShop {
  readonly db: Db;
  readonly appKey: string;
  /** Of the user `admin`, set only on the start that made it up. */
  readonly generatedPassword: string | null;
}

/**
 * Connects, brings the tables to this version, fills a new shop, and checks that the key fits the database.
 * @throws AppError when anything is not as it must be; nothing has been written to a foreign database then.
 */
export async function openShop(config: Config, clock: Clock, log: Log): Promise<OpenShop> {
  const db = connect({ url: config.databaseUrl, tablePrefix: config.databasePrefix });
  try {
    await assertReachable(db);
    const appKey = readAppKey(config.appKey, config.dataDir);
    const { adminPassword, demo, publicUrl } = config;
    const { generatedPassword } = await installEmbedded(db, { clock, log, appKey, adminPassword, demo, publicUrl });
    await checkAppKey(db, clock, appKey);
    return { db, appKey, generatedPassword };
  } catch (failed) {
    await db.destroy();
    throw failed;
  }
}

/** @throws AppError `database_unreachable` */
export async function assertReachable(db: Db): Promise<void> {
  await db.raw('SELECT 1').catch((failed: unknown) => {
    throw databaseUnreachable({ values: { reason: reasonOf(failed) }, cause: failed });
  });
}

/** Where nobody watches a terminal, a generated password goes into a file that only this user can read. */
export function keepPassword(dataDir: string, password: string): string {
  const file = join(dataDir, 'admin-password');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return file;
}
