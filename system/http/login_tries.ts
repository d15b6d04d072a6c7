import { MINUTE_MS } from '../clock';
import type { Db } from '../db/table';
import { t } from '../db/table';
import { transaction } from '../db/transaction';

/** Table `payment_link_login`: one row per try and what it counts for, by hash. Nobody's name can be read there. */
interface TryRow {
  login_id: number;
  key_hash: string;
  failures: number;
  /** UTC epoch ms. */
  first_at: number;
  last_at: number;
}

/** A try counts this long: long enough to stop guessing, short enough for a typist. */
export const TRIES_WINDOW_MS = 15 * MINUTE_MS;

const tries = (db: Db) => db<TryRow>(t(db, 'payment_link_login'));

/** Answers what to take back when it was no failure. */
export async function insertTries(db: Db, keyHashes: readonly string[], now: number): Promise<number[]> {
  return transaction(db, async (tx) => {
    const ids: number[] = [];
    for (const key of keyHashes) {
      const [id] = await tries(tx).insert({ key_hash: key, failures: 1, first_at: now, last_at: now });
      ids.push(Number(id));
    }
    return ids;
  });
}

/** When the tries of one key were made, newest first, as far as they count; `limit` bounds a flood. */
export async function listTries(db: Db, keyHash: string, now: number, limit: number): Promise<number[]> {
  const rows = await tries(db)
    .where({ key_hash: keyHash })
    .where('last_at', '>', now - TRIES_WINDOW_MS)
    .orderBy('last_at', 'desc')
    .limit(limit)
    .select('last_at');
  return rows.map((row) => Number(row.last_at));
}

export async function deleteTries(db: Db, ids: readonly number[]): Promise<void> {
  await tries(db)
    .whereIn('login_id', [...ids])
    .delete();
}

export async function deleteTriesOf(db: Db, keyHash: string): Promise<void> {
  await tries(db).where({ key_hash: keyHash }).delete();
}

export async function deleteOldTries(db: Db, now: number): Promise<number> {
  return tries(db)
    .where('last_at', '<', now - TRIES_WINDOW_MS)
    .delete();
}
