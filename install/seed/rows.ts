import { readState } from '../../extension/payment_link/state';
import { isDuplicate } from '../../system/db/duplicate';
import type { Db, Tx } from '../../system/db/table';
import { t } from '../../system/db/table';

/** SQLite takes a few hundred rows in one statement. */
const ROWS_AT_ONCE = 200;

export type NewRow = Readonly<Record<string, string | number | null>>;

/** All rows of one call have the same columns. */
export async function insertRows(tx: Tx, table: string, rows: readonly NewRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx(t(tx, table)).insert(rows.slice(at, at + ROWS_AT_ONCE));
  }
}

type Seed = 'seed_shop' | 'seed_demo';

export async function isSeeded(db: Db, name: Seed): Promise<boolean> {
  return (await readState(db, name)) !== null;
}

/**
 * True for the one who gets to write these data, ever: what people delete later does not come back, and of two
 * processes that start at once the second waits here and then leaves it.
 */
export async function claimSeed(tx: Tx, name: Seed, now: number): Promise<boolean> {
  if (await isSeeded(tx, name)) return false;
  try {
    await tx(t(tx, 'payment_link_state')).insert({ name, value: '1', updated_at: now });
    return true;
  } catch (thrown) {
    if (isDuplicate(thrown)) return false;
    throw thrown;
  }
}
