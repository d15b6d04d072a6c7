import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import { readPaymentMethod } from './order_method';
import type { OrderRow } from './order_row';

const METHOD = ['order_id', 'payment_method', 'payment_custom_field'] as const;
const METHOD_AND_CODE = [...METHOD, 'payment_code'] as const;

/** Order id → the code of how it is paid, empty where it tells none; orders that are gone are left out. */
export async function listPaymentCodes(db: Db, orderIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (orderIds.length === 0) return new Map();
  const columns = shopDialect(db).methods === 'text' ? METHOD_AND_CODE : METHOD;
  const rows = await db<OrderRow>(t(db, 'order'))
    .whereIn('order_id', [...orderIds])
    .select(...columns);
  return new Map(rows.map((row) => [row.order_id, readPaymentMethod(row)?.code ?? '']));
}
