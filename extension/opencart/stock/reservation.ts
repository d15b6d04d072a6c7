import type { Tx } from '../../../system/db/table';
import { confirmUses, unconfirmUses } from '../order/coupon_use';
import { plainText } from '../escaping';
import { listOrderTotals } from '../order/order_totals';
import type { OrderHead } from '../order/orders';
import type { ShopTime } from '../shop_time';
import { giveStockBack, listOversold, stockNeedOf, takeStock } from './stock';
import { listStockLines } from './stock_lines';

/**
 * What a saved order does on entering the processing and complete statuses: takes its stock, whatever there is, and
 * uses up its coupon, credit and points. Answers the products that are below zero now.
 */
export async function enterReserving(tx: Tx, order: OrderHead, at: ShopTime): Promise<number[]> {
  const rows = await listOrderTotals(tx, order.order_id);
  const totals = rows.map((row) => ({ ...row, title: plainText(row.title) }));
  await confirmUses(tx, { orderId: order.order_id, customerId: order.customer_id, totals, at, strict: false });
  const need = stockNeedOf(await listStockLines(tx, order.order_id));
  await takeStock(tx, need);
  return listOversold(tx, need);
}

/** The reverse, on leaving them, and before a reserving order is edited or deleted. */
export async function leaveReserving(tx: Tx, orderId: number): Promise<void> {
  await giveStockBack(tx, stockNeedOf(await listStockLines(tx, orderId)));
  const codes = (await listOrderTotals(tx, orderId)).map((total) => total.code);
  await unconfirmUses(tx, orderId, codes);
}
