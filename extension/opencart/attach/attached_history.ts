import { crashPoint } from '../../../system/crash_point';
import type { Tx } from '../../../system/db/table';
import type { HistoryResult, NewHistory } from '../../payment_link/order_book';
import { shopDialect } from '../dialect';
import { orderChanged, orderNotFound } from '../order/order_errors';
import { announceMails, type OrderServices } from '../order/order_events';
import { bookCommission, readOrderExtras, takeCommissionBack, type OrderExtras } from '../order/order_extras';
import { insertHistory } from '../order/order_histories';
import { changeStatus, findOrderHead, type OrderHead } from '../order/orders';
import { readSettings, type ShopSettings } from '../setting/settings';
import { shopNow } from '../shop_now';
import { refusalOf, statusMove, type StatusMove } from '../stock/status_move';
import { giveStockBack, listOversold, stockNeedOf, takeStock } from '../stock/stock';
import { listStockLines } from '../stock/stock_lines';

/** PHP and we may overtake each other; this only guards against a loop without end. */
const TRIES_MAX = 20;

interface Moved {
  readonly move: StatusMove;
  readonly extras: OrderExtras;
  readonly applied: boolean;
}

/**
 * A status change on somebody's shop, with the effects its own program would have: compare-and-set of the status,
 * then stock by relative updates and the affiliate's commission, the history line last. On tables that cannot undo,
 * a line that is there therefore tells that all before it was done. PHP is beside us: whoever sets the status moves
 * the stock, once.
 * @throws AppError `order_not_found`, `order_status_not_moved` (nothing was written)
 */
export async function addAttachedHistory(tx: Tx, services: OrderServices, entry: NewHistory): Promise<HistoryResult> {
  const order = await headOf(tx, entry.orderId);
  const settings = await readSettings(tx, order.store_id);
  const at = await shopNow(tx, services.clock, settings);
  const { move, extras, applied } = await moveStatus(tx, order, entry, settings, at);
  if (!applied) return { applied: false, previousStatusId: move.from, oversold: [] };
  crashPoint('shop.status_set');
  const { orderId, statusId, comment, notify } = entry;
  const oversold = await moveStock(tx, orderId, move);
  if (settings.flag('config_affiliate_auto')) await moveCommission(tx, orderId, move, extras, at);
  crashPoint('shop.stock_moved');
  const historyId = await insertHistory(tx, { orderId, statusId, comment, notify, at });
  const fact = { orderId, storeId: order.store_id, historyId, from: move.from, to: move.to, notify };
  await announceMails(tx, services.bus, settings, fact);
  return { applied: true, previousStatusId: move.from, oversold };
}

/** A history line under the present status: no stock, no mail. @throws AppError `order_not_found` */
export async function addAttachedNote(
  tx: Tx,
  services: OrderServices,
  note: { orderId: number; comment: string; notify: boolean },
): Promise<void> {
  const order = await headOf(tx, note.orderId);
  const at = await shopNow(tx, services.clock, await readSettings(tx, order.store_id));
  await insertHistory(tx, { ...note, statusId: order.order_status_id, at });
}

async function headOf(tx: Tx, orderId: number): Promise<OrderHead> {
  const order = await findOrderHead(tx, orderId);
  if (order === null) throw orderNotFound({ values: { order_id: orderId } });
  return order;
}

/** What cannot be honoured is refused before anything is written. */
async function moveStatus(
  tx: Tx,
  found: OrderHead,
  entry: NewHistory,
  settings: ShopSettings,
  at: string,
): Promise<Moved> {
  const extras = await readOrderExtras(tx, entry.orderId);
  let from = found.order_status_id;
  for (let tries = 1; tries <= TRIES_MAX; tries++) {
    const move = statusMove(settings, from, entry.statusId);
    if (entry.expectedStatusId !== undefined && entry.expectedStatusId !== from)
      return { move, extras, applied: false };
    const refusal = refusalOf(entry.orderId, move, extras);
    if (refusal) throw refusal;
    const change = { from, to: entry.statusId, at: shopDialect(tx).statusChangeDates ? at : null };
    if (await changeStatus(tx, entry.orderId, change)) return { move, extras, applied: true };
    from = (await headOf(tx, entry.orderId)).order_status_id;
  }
  throw orderChanged();
}

/** Answers the products below zero. */
async function moveStock(tx: Tx, orderId: number, { reserving }: StatusMove): Promise<number[]> {
  if (reserving === 'stays') return [];
  const need = stockNeedOf(await listStockLines(tx, orderId));
  if (reserving === 'leaves') await giveStockBack(tx, need);
  else await takeStock(tx, need);
  return reserving === 'leaves' ? [] : listOversold(tx, need);
}

async function moveCommission(
  tx: Tx,
  orderId: number,
  move: StatusMove,
  { affiliateId, commission }: OrderExtras,
  at: string,
): Promise<void> {
  const earns = move[shopDialect(tx).affiliateEarnsOn];
  if (affiliateId === 0 || earns === 'stays') return;
  if (earns === 'enters') await bookCommission(tx, { orderId, affiliateId, amount: commission, at });
  else await takeCommissionBack(tx, orderId, affiliateId);
}
