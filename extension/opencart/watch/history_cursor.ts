import { readState, writeState } from '../../payment_link/state';
import type { Db, Tx } from '../../../system/db/table';

/** How far the shop's history was read. */
export interface HistoryCursor {
  /** `order_history_id` of the newest row that was judged. */
  readonly lastId: number;
  /** Rows up to here are of the past: they are never judged, whether seen or not. */
  readonly floorId: number;
  /** UTC epoch ms of the last time that the ids began anew lower (a restore); null when they never did. */
  readonly shrunkAt: number | null;
}

const STATE = 'watch_cursor';

export async function readCursor(db: Db): Promise<HistoryCursor | null> {
  return readState<HistoryCursor>(db, STATE);
}

export async function writeCursor(tx: Tx | Db, cursor: HistoryCursor, now: number): Promise<void> {
  await writeState(tx, STATE, cursor, now);
}

/** Recorded once, when the shop is attached: everything up to `lastId` is of the past. */
export async function recordCursor(db: Db, lastId: number, now: number): Promise<HistoryCursor> {
  const known = await readCursor(db);
  if (known) return known;
  const cursor = { lastId, floorId: lastId, shrunkAt: null };
  await writeCursor(db, cursor, now);
  return cursor;
}
