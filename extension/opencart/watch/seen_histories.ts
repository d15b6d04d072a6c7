import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { HistoryFact } from './history_feed';

/**
 * Table `payment_link_seen`: which rows of the shop's history were judged. By id, order and time together, because a
 * restored or restarted database hands out the same ids again.
 */
interface SeenRow {
  seen_id: number;
  order_history_id: number;
  order_id: number;
  date_added: string;
  seen_at: number;
}

const seen = (db: Db) => db<SeenRow>(t(db, 'payment_link_seen'));

/** Those that nobody has judged yet. */
export async function unseenOf(db: Db, facts: readonly HistoryFact[]): Promise<HistoryFact[]> {
  if (facts.length === 0) return [];
  const known = await seen(db)
    .whereIn(
      'order_history_id',
      facts.map((fact) => fact.order_history_id),
    )
    .select('order_history_id', 'order_id', 'date_added');
  const keys = new Set(known.map((row) => `${row.order_history_id} ${row.order_id} ${row.date_added}`));
  return facts.filter((fact) => !keys.has(`${fact.order_history_id} ${fact.order_id} ${fact.date_added ?? ''}`));
}

/** @throws a duplicate error when another process was faster with one of them: then all of this is its business. */
export async function insertSeen(tx: Tx, facts: readonly HistoryFact[], now: number): Promise<void> {
  if (facts.length === 0) return;
  await seen(tx).insert(
    facts.map((fact) => ({
      order_history_id: fact.order_history_id,
      order_id: fact.order_id,
      date_added: fact.date_added ?? '',
      seen_at: now,
    })),
  );
}

/** The lowest id judged since a moment (UTC epoch ms); null when there was none. */
export async function lowestSeenSince(db: Db, since: number): Promise<number | null> {
  const [row] = await seen(db).where('seen_at', '>=', since).min({ id: 'order_history_id' });
  return row?.id === null || row?.id === undefined ? null : Number(row.id);
}

/** What lies behind every overlap is forgotten, a batch at a time. */
export async function pruneSeen(db: Db, before: number, belowId: number): Promise<void> {
  const old = (await seen(db)
    .where('seen_at', '<', before)
    .andWhere('order_history_id', '<', belowId)
    .limit(1000)
    .select('seen_id')) as { seen_id: number }[];
  if (old.length === 0) return;
  await seen(db)
    .whereIn(
      'seen_id',
      old.map((row) => row.seen_id),
    )
    .delete();
}
