import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { listTogether } from '../../../system/db/together';
import { groupBy } from '../../../system/group_by';
import { shopDialect } from '../dialect';
import { storedText } from '../stored_text';
import type { PricedTotal } from './order_draft';

/** Table `order_total`. Extension and code must name one of OpenCart's own totals: PHP loads a model by them. */
export interface OrderTotalRow {
  order_total_id: number;
  order_id: number;
  /** Absent before 4.0. */
  extension?: string | null;
  code: string;
  title: string | null;
  value: string;
  sort_order: number;
}

export async function insertOrderTotals(tx: Tx, orderId: number, totals: readonly PricedTotal[]): Promise<void> {
  if (totals.length === 0) return;
  const rows = totals.map((total) => ({
    order_id: orderId,
    ...(shopDialect(tx).totalExtensions ? { extension: total.extension } : {}),
    code: total.code,
    title: storedText(tx, total.title),
    value: total.value,
    sort_order: total.sortOrder,
  }));
  await tx<OrderTotalRow>(t(tx, 'order_total')).insert(rows);
}

/** In the order in which they are shown. */
export const listOrderTotals = listTogether<number, OrderTotalRow>(async (db, orderIds) => {
  const totals = db<OrderTotalRow>(t(db, 'order_total')).whereIn('order_id', [...orderIds]);
  const rows = await totals.orderBy([{ column: 'sort_order' }, { column: 'order_total_id' }]);
  return groupBy(rows, (row) => row.order_id);
});

export async function deleteOrderTotals(tx: Tx, orderId: number): Promise<void> {
  await tx<OrderTotalRow>(t(tx, 'order_total')).where({ order_id: orderId }).delete();
}
