import { randomBytes } from 'node:crypto';
import { MINUTE_MS } from '../../../system/clock';
import type { Db } from '../../../system/db/table';
import { deleteState, readState, writeState } from '../state';

/**
 * The program asks itself at its public address and knows the answer as its own by a nonce out of its own database:
 * another process of the same shop may be the one that answers.
 */
export const SELF_CHECK_ANSWER = 'payment-links';
/** Below PUBLIC_URL; the nonce follows. Beside the notifications, so that a proxy treats both alike. */
export const SELF_CHECK_PATH = '/notify/self-check/';

const LIFE_MS = MINUTE_MS;
const nameOf = (nonce: string): string => `self_check:${nonce}`;

export async function beginSelfCheck(db: Db, now: number): Promise<string> {
  const nonce = randomBytes(16).toString('hex');
  await writeState(db, nameOf(nonce), { until: now + LIFE_MS }, now);
  return nonce;
}

export async function endSelfCheck(db: Db, nonce: string): Promise<void> {
  await deleteState(db, nameOf(nonce));
}

export async function isSelfCheck(db: Db, nonce: string, now: number): Promise<boolean> {
  if (!/^[0-9a-f]{32}$/.test(nonce)) return false;
  const known = await readState<{ until: number }>(db, nameOf(nonce));
  return known !== null && known.until >= now;
}
