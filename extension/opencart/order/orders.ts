import type { Db, Tx } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import { rowTogether } from '../../../system/db/together';
import type { NewOrderRow, OrderRow } from './order_row';
import type { ShopTime } from '../shop_time';

/** What a change of status needs to know of an order. */
export type OrderHead = Pick<
  OrderRow,
  'order_id' | 'store_id' | 'customer_id' | 'order_status_id' | 'language_id' | 'total' | 'date_modified'
>;

const HEAD = [
  'order_id',
  'store_id',
  'customer_id',
  'order_status_id',
  'language_id',
  'total',
  'date_modified',
] as const;

/** Answers the new order's id. */
export async function insertOrder(tx: Tx, row: NewOrderRow): Promise<number> {
  const [orderId] = await tx<OrderRow>(t(tx, 'order')).insert(row);
  return Number(orderId);
}

export async function updateOrder(tx: Tx, orderId: number, change: Partial<NewOrderRow>): Promise<void> {
  await tx<OrderRow>(t(tx, 'order')).where({ order_id: orderId }).update(change);
}

const findRow = rowTogether<OrderRow, 'order_id'>('order', 'order_id');

export async function findOrderRow(db: Db, orderId: number): Promise<OrderRow | null> {
  return (await findRow(db, orderId)) ?? null;
}

export async function findOrderHead(db: Db, orderId: number): Promise<OrderHead | null> {
  return (
    (await db<OrderRow>(t(db, 'order'))
      .where({ order_id: orderId })
      .first(...HEAD)) ?? null
  );
}

/** As `findOrderRow`; whoever else wants to change the order waits. */
export async function lockOrder(tx: Tx, orderId: number): Promise<OrderRow | null> {
  const find = tx<OrderRow>(t(tx, 'order')).where({ order_id: orderId }).first();
  return (await (dialectOf(tx) === 'mysql' ? find.forUpdate() : find)) ?? null;
}

/** Compare-and-set; without `at` the date stays. False when the order has another status (or is gone): then nothing was written. */
export async function changeStatus(
  tx: Tx,
  orderId: number,
  change: { from: number; to: number; at: ShopTime | null },
): Promise<boolean> {
  const changed = await tx<OrderRow>(t(tx, 'order'))
    .where({ order_id: orderId, order_status_id: change.from })
    .update({ order_status_id: change.to, ...(change.at === null ? {} : { date_modified: change.at }) });
  return changed === 1;
}

/** 0 for a shop without orders. One look at the end of the primary key. */
export async function newestOrderId(db: Db): Promise<number> {
  const row = await db<OrderRow>(t(db, 'order')).orderBy('order_id', 'desc').first('order_id');
  return row?.order_id ?? 0;
}

/** Orders above a number that are in status 0 and carry a mark in PHP's column for the browser. */
export async function listUnconfirmed(db: Db, afterOrderId: number, mark: string): Promise<number[]> {
  const rows = await db<OrderRow>(t(db, 'order'))
    .select('order_id')
    .where('order_id', '>', afterOrderId)
    .where({ order_status_id: 0, user_agent: mark });
  return rows.map((row) => row.order_id);
}

export async function deleteOrderRow(tx: Tx, orderId: number): Promise<void> {
  await tx<OrderRow>(t(tx, 'order')).where({ order_id: orderId }).delete();
}

/** Ids in one status, above one number and up to another, newest first. Reads the index on status and id. */
export async function listOrderIdsInStatus(
  db: Db,
  query: { storeId: number; statusId: number; limit: number; afterOrderId: number; upToOrderId?: number },
): Promise<number[]> {
  const { upToOrderId } = query;
  const orders = db<OrderRow>(t(db, 'order'))
    .select('order_id')
    .where({ order_status_id: query.statusId, store_id: query.storeId })
    .where('order_id', '>', query.afterOrderId)
    .orderBy('order_id', 'desc')
    .limit(query.limit);
  if (upToOrderId !== undefined) void orders.where('order_id', '<=', upToOrderId);
  const rows = await orders;
  return rows.map((row) => row.order_id);
}
