import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { listTogether } from '../../../system/db/together';
import { groupBy } from '../../../system/group_by';
import { storedText } from '../stored_text';
import type { PricedLine } from './order_draft';

/** Table `order_option`: one row per chosen value or typed text. */
export interface OrderOptionRow {
  order_option_id: number;
  order_id: number;
  order_product_id: number;
  product_option_id: number;
  /** 0 for typed texts, dates and files. */
  product_option_value_id: number;
  name: string | null;
  value: string | null;
  type: string | null;
}

/** `orderProductIds`: the ids of the lines, in their order. */
export async function insertOrderOptions(
  tx: Tx,
  orderId: number,
  lines: readonly PricedLine[],
  orderProductIds: readonly number[],
): Promise<void> {
  const rows = lines.flatMap((line, index) => rowsOf(tx, orderId, orderProductIds[index] ?? 0, line));
  if (rows.length > 0) await tx<OrderOptionRow>(t(tx, 'order_option')).insert(rows);
}

export const listOrderOptions = listTogether<number, OrderOptionRow>(async (db, orderIds) => {
  const options = db<OrderOptionRow>(t(db, 'order_option')).whereIn('order_id', [...orderIds]);
  return groupBy(await options.orderBy('order_option_id'), (row) => row.order_id);
});

export async function deleteOrderOptions(tx: Tx, orderId: number): Promise<void> {
  await tx<OrderOptionRow>(t(tx, 'order_option')).where({ order_id: orderId }).delete();
}

function rowsOf(
  tx: Tx,
  orderId: number,
  orderProductId: number,
  line: PricedLine,
): Omit<OrderOptionRow, 'order_option_id'>[] {
  return line.options.map((option) => ({
    order_id: orderId,
    order_product_id: orderProductId,
    product_option_id: option.productOptionId,
    product_option_value_id: option.productOptionValueId,
    name: storedText(tx, option.name),
    value: storedText(tx, option.value),
    type: option.type,
  }));
}
