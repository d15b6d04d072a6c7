import { join } from 'node:path';
import type { Config } from '../system/config';
import { SqliteFile } from '../system/db/sqlite_file';
import { defineError } from '../system/errors';
import { assertDataDir } from './data_dir';

export const databaseInUse = defineError(
  'database_in_use',
  503,
  'Another process serves, or works on, the database in {folder}.',
  'Stop that process first, or set DATA_DIR to another folder. Several processes need MySQL or MariaDB: set DATABASE_URL.',
);

/** A process that is just ending gives way within this, ms. */
const PATIENCE_MS = 2000;
/** Extended codes keep it in their lowest byte. */
const BUSY = 5;

export interface Claim {
  release(): void;
}

/**
 * The embedded database is for one process that serves or works. The claim is a lock of the operating system on a
 * file beside the database, which ends with the process however that ends, and holds between containers that share
 * the folder. It lies on a file of its own because short commands go on using the database meanwhile.
 * @throws AppError `database_in_use`
 */
export function claimDatabase(config: Config): Claim {
  if (!config.databaseUrl.startsWith('sqlite:')) return { release: () => undefined };
  assertDataDir(config.dataDir);
  try {
    const lock = lockFile(join(config.dataDir, 'running.lock'));
    return { release: () => lock.close() };
  } catch (failed) {
    if (((failed as { errcode?: number }).errcode ?? 0) % 256 !== BUSY) throw failed;
    throw databaseInUse({ values: { folder: config.dataDir }, cause: failed });
  }
}

/** Nothing is ever written: a journal in memory leaves no file behind when the process is killed. */
function lockFile(name: string): SqliteFile {
  const file = new SqliteFile(name, [`busy_timeout=${PATIENCE_MS}`, 'journal_mode=MEMORY']);
  file.exec('BEGIN EXCLUSIVE');
  return file;
}
