import { isDuplicate } from '../../../system/db/duplicate';
import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/** Table `payment_link_once`: wishes of programs and files that may be repeated, with the link the first one made. */
interface OnceRow {
  once_key: string;
  /** Of what was wished: the same key with another wish is a mistake. */
  fingerprint: string;
  link_id: number | null;
  created_at: number;
}

export interface OnceKey {
  readonly key: string;
  readonly fingerprint: string;
}

export interface TakenBefore {
  readonly fingerprint: string;
  readonly linkId: number | null;
}

/**
 * Null the first time. Of two at once the second waits for the first one's transaction, because the key is the
 * table's primary one.
 */
export async function takeOnce(tx: Tx, once: OnceKey, now: number): Promise<TakenBefore | null> {
  const known = await findOnce(tx, once.key);
  if (known) return known;
  try {
    await tx<OnceRow>(t(tx, 'payment_link_once')).insert({
      once_key: once.key,
      fingerprint: once.fingerprint,
      created_at: now,
    });
    return null;
  } catch (failed) {
    const faster = isDuplicate(failed) ? await findOnce(tx, once.key) : null;
    if (!faster) throw failed;
    return faster;
  }
}

/** Null when nobody wished anything under this key. */
export async function findOnce(db: Db, key: string): Promise<TakenBefore | null> {
  const row = await db<OnceRow>(t(db, 'payment_link_once')).where({ once_key: key }).first();
  return row ? { fingerprint: row.fingerprint, linkId: row.link_id } : null;
}

export async function recordOnce(tx: Tx, key: string, linkId: number): Promise<void> {
  await tx<OnceRow>(t(tx, 'payment_link_once')).where({ once_key: key }).update({ link_id: linkId });
}
