import { shopDialect } from '../../../../extension/opencart/dialect';
import { historyIdsOf } from '../../../../extension/opencart/order/history_ids';
import { orderVersion } from '../../../../extension/payment_link/order/order_version';
import type { Db } from '../../../../system/db/table';

/** Text that differs when anything on an order's page may have changed; asked every second. */
export async function pageVersion(db: Db, orderId: number): Promise<string> {
  const { ownTables } = shopDialect(db);
  const version = await orderVersion(db, orderId, { history: ownTables });
  return ownTables ? version : `${version}.${(await historyIdsOf(db, orderId)).at(-1) ?? 0}`;
}
