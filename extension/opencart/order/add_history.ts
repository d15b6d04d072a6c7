import type { Db, Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import type { HistoryResult, NewHistory, OrderBook } from '../../payment_link/order_book';
import { takeFormToken } from '../../payment_link/forms';
import { orderChanged, orderNotFound, statusUnknown } from './order_errors';
import { announceHistory, reservingStatuses, type OrderServices } from './order_events';
import { insertHistory } from './order_histories';
import { findOrderStatus } from '../localisation/order_statuses';
import { changeStatus, findOrderHead, type OrderHead } from './orders';
import { notePress, type Press } from './press';
import { enterReserving, leaveReserving } from '../stock/reservation';
import { readSettings } from '../setting/settings';
import { toShopTime, type ShopTime } from '../shop_time';

export interface AddedHistory extends HistoryResult {
  /** 0 when nothing was written. */
  readonly historyId: number;
}

/** Two writers that keep overtaking each other are no shop; this only guards against a loop without end. */
const TRIES_MAX = 20;

/**
 * OpenCart's status change: compare-and-set of the status; stock, coupon, credit and points when the order enters
 * or leaves the processing and complete statuses; the history line; the events. It never refuses for stock.
 * Writing the same status again adds a line, perhaps a mail, and moves nothing.
 * @throws AppError `order_not_found`
 */
export async function addHistory(tx: Tx, services: OrderServices, entry: NewHistory): Promise<AddedHistory> {
  const found = await findOrderHead(tx, entry.orderId);
  if (found === null) throw orderNotFound({ values: { order_id: entry.orderId } });
  const settings = await readSettings(tx, found.store_id);
  const at = toShopTime(services.clock.now(), settings.timeZone);
  const order = await moveStatus(tx, found, entry, at);
  const { orderId, statusId: to, comment, notify } = entry;
  const from = order.order_status_id;
  if (!order.moved) return { applied: false, previousStatusId: from, oversold: [], historyId: 0 };
  const reserving = reservingStatuses(settings);
  const enters = !reserving.has(from) && reserving.has(to);
  const oversold = enters ? await enterReserving(tx, order, at) : [];
  if (reserving.has(from) && !reserving.has(to)) await leaveReserving(tx, orderId);
  const historyId = await insertHistory(tx, { orderId, statusId: to, comment, notify, at });
  await announceHistory(tx, services.bus, settings, { orderId, storeId: order.store_id, historyId, from, to, notify });
  return { applied: true, previousStatusId: from, oversold, historyId };
}

/** A history line under the present status: no stock, no mail. @throws AppError `order_not_found` */
export async function addNote(
  tx: Tx,
  services: OrderServices,
  note: { orderId: number; comment: string; notify: boolean },
): Promise<number> {
  const order = await findOrderHead(tx, note.orderId);
  if (order === null) throw orderNotFound({ values: { order_id: note.orderId } });
  const { timeZone } = await readSettings(tx, order.store_id);
  const at = toShopTime(services.clock.now(), timeZone);
  return insertHistory(tx, { ...note, statusId: order.order_status_id, at });
}

/**
 * A person's history line, by the shop's order book where one is given. A second press of the same form adds nothing and answers `applied: false`.
 * @throws AppError `order_not_found`, `order_status_unknown`, `order_changed`
 */
export async function addHistoryByPerson(
  services: OrderServices & { readonly db: Db; readonly book?: Pick<OrderBook, 'addHistory'> },
  entry: NewHistory,
  press: Press,
): Promise<AddedHistory> {
  const now = services.clock.now();
  return retryingTransaction(services.db, async (tx) => {
    const first = await takeFormToken(tx, press.formToken, press.user.userId, now);
    if (!first) return { applied: false, previousStatusId: entry.statusId, oversold: [], historyId: 0 };
    await checkStatus(tx, entry.statusId);
    const added = await (services.book ? services.book.addHistory(tx, entry) : addHistory(tx, services, entry));
    const historyId = 'historyId' in added ? Number(added.historyId) : 0;
    if (!added.applied) throw orderChanged();
    const storeId = (await findOrderHead(tx, entry.orderId))?.store_id ?? 0;
    const details = {
      from: added.previousStatusId,
      to: entry.statusId,
      history_id: historyId,
      notify: entry.notify,
    };
    await notePress(tx, press, { orderId: entry.orderId, storeId }, { event: 'order.history_added', at: now, details });
    return { ...added, historyId };
  });
}

/** Status 0 is "missing": no person puts an order there. @throws AppError `order_status_unknown` */
async function checkStatus(tx: Tx, statusId: number): Promise<void> {
  if (statusId > 0 && (await findOrderStatus(tx, statusId)) !== null) return;
  throw statusUnknown({ values: { status_id: statusId }, fields: { status_id: 'There is no such order status.' } });
}

/** Whoever moved the status first wins; the other one starts from what that left. */
async function moveStatus(
  tx: Tx,
  found: OrderHead,
  entry: NewHistory,
  at: ShopTime,
): Promise<OrderHead & { moved: boolean }> {
  let order: OrderHead | null = found;
  for (let tries = 1; order !== null && tries <= TRIES_MAX; tries++) {
    const from: number = order.order_status_id;
    if (entry.expectedStatusId !== undefined && entry.expectedStatusId !== from) return { ...order, moved: false };
    if (await changeStatus(tx, entry.orderId, { from, to: entry.statusId, at })) return { ...order, moved: true };
    order = await findOrderHead(tx, entry.orderId);
  }
  throw order === null ? orderNotFound({ values: { order_id: entry.orderId } }) : orderChanged();
}
