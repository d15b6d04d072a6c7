import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readState, writeState } from '../extension/payment_link/state';
import type { Clock } from '../system/clock';
import type { Db } from '../system/db/table';
import { defineError } from '../system/errors';

export const appKeyChanged = defineError(
  'app_key_changed',
  500,
  'This database was set up with another APP_KEY: its secrets cannot be read and its tokens are not valid.',
  'Start with the APP_KEY used before (or with the DATA_DIR that holds it in the file app-key).',
);

/** From the environment, else the file in DATA_DIR, which is made (mode 0600) on the first start. */
export function readAppKey(configured: string | null, dataDir: string): string {
  if (configured !== null) return configured;
  const file = join(dataDir, 'app-key');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataDir, { recursive: true });
  const key = randomBytes(32).toString('hex');
  writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' });
  return key;
}

const STATE = 'app_key_fingerprint';

/** The database remembers the key by its fingerprint. @throws AppError `app_key_changed` */
export async function checkAppKey(db: Db, clock: Clock, appKey: string): Promise<void> {
  const fingerprint = createHash('sha256').update(`app-key:${appKey}`).digest('hex').slice(0, 32);
  const known = await readState(db, STATE);
  if (known === null) await writeState(db, STATE, fingerprint, clock.now());
  else if (known !== fingerprint) throw appKeyChanged();
}
