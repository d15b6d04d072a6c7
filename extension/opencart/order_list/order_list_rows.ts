import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import type { OrderListRow } from './order_list_types';
import { readMethod } from '../order/order_method';
import type { OrderRow } from '../order/order_row';

type ListedRow = OrderRow & { status_name: string | null };

const COLUMNS = [
  'order_id',
  'store_id',
  'store_name',
  'firstname',
  'lastname',
  'email',
  'order_status_id',
  'total',
  'currency_code',
  'currency_value',
  'payment_method',
  'date_added',
  'date_modified',
].map((column) => `o.${column}`);

/** In the order of the ids; those that were deleted meanwhile are left out. */
export async function findListRows(db: Db, ids: readonly number[], languageId: number): Promise<OrderListRow[]> {
  if (ids.length === 0) return [];
  const rows = (await db(t(db, 'order as o'))
    .leftJoin(t(db, 'order_status as s'), (on) =>
      on.on('s.order_status_id', 'o.order_status_id').andOnVal('s.language_id', languageId),
    )
    .whereIn('o.order_id', ids)
    .select(...COLUMNS, 's.name as status_name')) as ListedRow[];
  const byId = new Map(rows.map((row) => [row.order_id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [listRow(row)];
  });
}

function listRow(row: ListedRow): OrderListRow {
  return {
    orderId: row.order_id,
    storeId: row.store_id,
    storeName: plainText(row.store_name),
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    email: plainText(row.email),
    statusId: row.order_status_id,
    statusName: plainText(row.status_name),
    total: row.total,
    currencyCode: row.currency_code ?? '',
    currencyValue: row.currency_value ?? '1.00000000',
    paymentMethod: readMethod(row.payment_method) ?? { code: '', name: '' },
    dateAdded: row.date_added ?? '',
    dateModified: row.date_modified ?? '',
  };
}
