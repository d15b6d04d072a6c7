import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { OrderHistoryRow } from '../order/order_histories';
import { knownHistoryIdsOf } from '../order/history_ids';
import type { ShopTime } from '../shop_time';

/**
 * Table `order_history` as a feed. It has no index but its primary key, in any version: every statement here reads a
 * range of that key.
 */
export type HistoryFact = Pick<
  OrderHistoryRow,
  'order_history_id' | 'order_id' | 'order_status_id' | 'comment' | 'date_added'
>;

const FACT = ['order_history_id', 'order_id', 'order_status_id', 'comment', 'date_added'] as const;

/** Ids are handed out before a row is visible, so a lower one may appear a little later. */
const OUT_OF_ORDER = 200;

/** 0 for a shop without history. */
export async function newestHistoryId(db: Db): Promise<number> {
  const row = await rows(db).orderBy('order_history_id', 'desc').first('order_history_id');
  return Number(row?.order_history_id ?? 0);
}

export async function listHistoryAfter(db: Db, afterId: number, limit: number): Promise<HistoryFact[]> {
  return rows(db)
    .where('order_history_id', '>', afterId)
    .orderBy('order_history_id')
    .limit(limit)
    .select(...FACT);
}

/** Oldest first. `since`: when the order was added; nothing of it can be older. */
export async function listHistoryOfOrder(db: Db, orderId: number, since: ShopTime): Promise<HistoryFact[]> {
  const known = await knownHistoryIdsOf(db, orderId);
  const fromId = known ? 0 : (await idAtTime(db, since)) - OUT_OF_ORDER;
  return rows(db)
    .where(
      (of) => void (known ? of.whereIn('order_history_id', [...known]) : of.where('order_history_id', '>=', fromId)),
    )
    .andWhere('order_id', orderId)
    .orderBy('order_history_id')
    .select(...FACT);
}

/** The first id whose row is not older: times rise with ids, so twenty look-ups in the key find it among a million. */
async function idAtTime(db: Db, time: ShopTime): Promise<number> {
  let [low, high] = [0, await newestHistoryId(db)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await rows(db)
      .where('order_history_id', '>=', middle)
      .orderBy('order_history_id')
      .first('order_history_id', 'date_added');
    if (row === undefined || (row.date_added ?? '') >= time) high = middle;
    else low = Number(row.order_history_id) + 1;
  }
  return low;
}

const rows = (db: Db) => db<OrderHistoryRow>(t(db, 'order_history'));
