import { t } from '../../system/db/table';
import { ORDER_LINE, ORDER_OPTION, ORDER_TOTALS, orderRow } from './attached_rows';
import type { PhpShop } from './php_shop';

/** "2026-11-22 14:05:00", the wall time that PHP would write now. */
export function phpNow(offsetMs = 0): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Amsterdam',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(Date.now() + offsetMs);
}

export interface PhpOrder {
  readonly statusId: number;
  readonly paymentCode?: string;
  readonly email?: string;
}

/** PHP's own order of statements for an order that staff enter: order, lines, totals, then the status. */
export async function phpEnters(shop: PhpShop, order: PhpOrder): Promise<number> {
  const orderId = await phpWritesOrder(shop, order);
  await phpMoves(shop, orderId, order.statusId);
  return orderId;
}

export async function phpWritesOrder(
  shop: PhpShop,
  { paymentCode = 'multisafepay', email }: PhpOrder,
): Promise<number> {
  const json = (await shop.db.schema.hasColumn('oc_order', 'payment_code')) === false;
  const code = json && !paymentCode.includes('.') ? `${paymentCode}.${paymentCode}` : paymentCode;
  const orderId = await shop.insert('order', {
    ...orderRow(json),
    payment_method: json ? JSON.stringify({ name: 'Method', code }) : 'Method',
    payment_code: code,
    ...(email === undefined ? {} : { email }),
    date_added: phpNow(),
    date_modified: phpNow(),
  });
  await phpWritesLines(shop, orderId);
  return orderId;
}

async function phpWritesLines(shop: PhpShop, orderId: number): Promise<void> {
  const lineId = await shop.insert('order_product', { order_id: orderId, ...ORDER_LINE });
  await shop.insert('order_option', { order_id: orderId, order_product_id: lineId, ...ORDER_OPTION });
  for (const [code, title, value, sort_order] of ORDER_TOTALS) {
    await shop.insert('order_total', { order_id: orderId, extension: 'opencart', code, title, value, sort_order });
  }
}

/** A history line with a status, as PHP's model adds it; stock is left alone. Answers the row's id. */
export async function phpMoves(shop: PhpShop, orderId: number, statusId: number, comment = ''): Promise<number> {
  await shop.db(t(shop.db, 'order')).where({ order_id: orderId }).update({ order_status_id: statusId });
  return shop.insert('order_history', {
    ...{ order_id: orderId, order_status_id: statusId, notify: 0, comment, date_added: phpNow() },
  });
}

/** PHP's edit: the order is voided, rewritten and put back; 3.0 then deletes the rows of status 0. */
export async function phpEdits(
  shop: PhpShop,
  orderId: number,
  edit: {
    readonly statusId: number;
    readonly voidStatusId: number;
    readonly total?: string;
    readonly pauseMs?: number;
  },
): Promise<void> {
  await phpMoves(shop, orderId, edit.voidStatusId);
  if (edit.total !== undefined) {
    await shop.db(t(shop.db, 'order')).where({ order_id: orderId }).update({ total: edit.total });
  }
  for (const table of ['order_product', 'order_option', 'order_total']) {
    await shop.db(t(shop.db, table)).where({ order_id: orderId }).delete();
  }
  await new Promise((resolve) => setTimeout(resolve, edit.pauseMs ?? 0));
  await phpWritesLines(shop, orderId);
  await phpMoves(shop, orderId, edit.statusId);
  if (edit.voidStatusId === 0) {
    await shop.db(t(shop.db, 'order_history')).where({ order_id: orderId, order_status_id: 0 }).delete();
  }
}
