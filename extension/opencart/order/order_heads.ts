import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { OrderRow } from './order_row';
import type { ShopTime } from '../shop_time';

/** What the watcher compares of an order, found by its key. */
export interface WatchedOrder {
  readonly orderId: number;
  readonly storeId: number;
  readonly statusId: number;
  readonly dateAdded: ShopTime;
  /** Base currency, exact decimal text. */
  readonly total: string;
  readonly currencyValue: string;
}

/** By id; one that was deleted is not among them. */
export async function findWatchedOrders(db: Db, orderIds: readonly number[]): Promise<Map<number, WatchedOrder>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db<OrderRow>(t(db, 'order'))
    .whereIn('order_id', [...orderIds])
    .select('order_id', 'store_id', 'order_status_id', 'date_added', 'total', 'currency_value');
  return new Map(
    rows.map((row) => [
      row.order_id,
      {
        orderId: row.order_id,
        storeId: row.store_id,
        statusId: row.order_status_id,
        dateAdded: row.date_added ?? '',
        total: String(row.total),
        currencyValue: String(row.currency_value),
      },
    ]),
  );
}
