import type { Tx } from '../../../system/db/table';
import { confirmUses } from './coupon_use';
import type { PricedOrder } from './order_draft';
import { stockShort } from './order_errors';
import { insertOrderOptions } from './order_options';
import { insertOrderProducts } from './order_products';
import { insertOrderTotals } from './order_totals';
import type { ShopSettings } from '../setting/settings';
import type { ShopTime } from '../shop_time';
import { reserveStock, stockNeedOf, takeStock } from '../stock/stock';

/** Lines, options and totals; the order itself is written. */
export async function writeLines(tx: Tx, orderId: number, priced: PricedOrder): Promise<void> {
  const ids = await insertOrderProducts(tx, orderId, priced.lines);
  await insertOrderOptions(tx, orderId, priced.lines, ids);
  await insertOrderTotals(tx, orderId, priced.totals);
}

/**
 * What a person's save does on entering a reserving status: uses up coupon, credit and points, and takes the stock;
 * never more than there is, unless the shop allows Stock Checkout. Last in the transaction: the rows that many
 * orders want are locked as briefly as possible.
 * @throws AppError `stock_short`, `coupon_used_up`, `credit_short`, `points_short`
 */
export async function reserveByPerson(
  tx: Tx,
  order: { orderId: number; customerId: number; at: ShopTime },
  priced: PricedOrder,
  settings: ShopSettings,
): Promise<void> {
  await confirmUses(tx, { ...order, totals: priced.totals, strict: true });
  const need = stockNeedOf(priced.lines);
  if (settings.flag('config_stock_checkout')) return takeStock(tx, need);
  const short = new Set(await reserveStock(tx, need));
  if (short.size > 0) throw shortOf(priced, (index) => short.has(priced.lines[index]?.productId ?? 0));
}

/** Refuses what the stock does not cover, whatever the status, unless the shop allows Stock Checkout. */
export function checkShortages(priced: PricedOrder, settings: ShopSettings): void {
  if (settings.flag('config_stock_checkout') || priced.shortages.length === 0) return;
  const short = new Set(priced.shortages.map((shortage) => shortage.lineIndex));
  throw shortOf(priced, (index) => short.has(index));
}

/** The error stands beside the quantities: fields `lines.<index>.quantity`. */
function shortOf(priced: PricedOrder, isShort: (lineIndex: number) => boolean) {
  const lines = priced.lines.map((line, index) => ({ ...line, index })).filter(({ index }) => isShort(index));
  return stockShort({
    values: { products: [...new Set(lines.map((line) => line.name))].join(', ') },
    fields: Object.fromEntries(
      lines.map(({ index }) => [`lines.${index}.quantity`, 'There is not enough of this in stock.']),
    ),
  });
}
