import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { rowTogether } from '../../../system/db/together';
import type { HistoryEntry, HistoryLine } from '../../payment_link/order_book';
import { shopDialect } from '../dialect';
import { escapeText, plainText } from '../escaping';
import type { ShopTime } from '../shop_time';
import { historyHtml, historyText } from '../stored_text';
import { historyIdsOf } from './history_ids';

/** Table `order_history`. */
export interface OrderHistoryRow {
  order_history_id: number;
  order_id: number;
  order_status_id: number;
  notify: number;
  comment: string | null;
  date_added: string | null;
}

export interface NewHistoryRow {
  readonly orderId: number;
  readonly statusId: number;
  readonly comment: string;
  readonly notify: boolean;
  readonly at: ShopTime;
}

/** Answers the line's id. Where PHP shows it, addresses in it are links. */
export async function insertHistory(tx: Tx, history: NewHistoryRow): Promise<number> {
  const [historyId] = await tx<OrderHistoryRow>(t(tx, 'order_history')).insert({
    order_id: history.orderId,
    order_status_id: history.statusId,
    notify: history.notify ? 1 : 0,
    comment: shopDialect(tx).ownTables ? escapeText(history.comment) : historyHtml(tx, history.comment),
    date_added: history.at,
  });
  return Number(historyId);
}

/** Newest first, with the status's name in that language (empty when it has none). */
export async function listHistory(
  db: Db,
  orderId: number,
  languageId: number,
  page: { limit: number; offset: number },
): Promise<HistoryEntry[]> {
  const ids = shopDialect(db).ownTables ? null : await historyIdsOf(db, orderId);
  const rows = (await db(t(db, 'order_history as h'))
    .leftJoin(t(db, 'order_status as s'), (on) =>
      on.on('s.order_status_id', 'h.order_status_id').andOnVal('s.language_id', languageId),
    )
    .where('h.order_id', orderId)
    .andWhere((of) => void (ids && of.whereIn('h.order_history_id', [...ids])))
    .orderBy('h.order_history_id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .select('h.*', 's.name')) as (OrderHistoryRow & { name: string | null })[];
  return rows.map((row) => ({
    historyId: row.order_history_id,
    statusId: row.order_status_id,
    statusName: plainText(row.name),
    comment: historyText(row.comment),
    notify: row.notify === 1,
    dateAdded: row.date_added ?? '',
  }));
}

const findRow = rowTogether<OrderHistoryRow, 'order_history_id'>('order_history', 'order_history_id');

/** Null when it is gone, or another order's: some servers give the id of a deleted line again. */
export async function findHistoryLine(db: Db, orderId: number, historyId: number): Promise<HistoryLine | null> {
  const row = await findRow(db, historyId);
  if (row?.order_id !== orderId) return null;
  return { statusId: row.order_status_id, comment: historyText(row.comment) };
}

export async function deleteHistory(tx: Tx, orderId: number): Promise<void> {
  await tx<OrderHistoryRow>(t(tx, 'order_history')).where({ order_id: orderId }).delete();
}
