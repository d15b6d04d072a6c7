import type { Db, Tx } from '../../../system/db/table';
import type { HistoryResult, NewHistory, Order, OrderBook } from '../../payment_link/order_book';
import { addAttachedHistory, addAttachedNote } from './attached_history';
import { orderNotFound } from '../order/order_errors';
import { putShopStatus } from './shop_status_job';
import { listCurrencies } from '../localisation/currencies';
import { speakDialect, type ShopDialect } from '../dialect';
import { findOrder } from '../order/find_order';
import { newestHistoryId } from '../watch/history_feed';
import { listLanguages } from '../localisation/languages';
import { reservingStatuses, type OrderServices } from '../order/order_events';
import { findHistoryLine, listHistory } from '../order/order_histories';
import { listPaymentCodes } from '../order/order_payment_codes';
import { paymentColumns } from '../order/order_method';
import { listOrderStatuses } from '../localisation/order_statuses';
import { findOrderHead, listOrderIdsInStatus, newestOrderId, updateOrder } from '../order/orders';
import { readPast } from './read_past';
import { readSettings } from '../setting/settings';
import { findStore, listAttachedStores } from '../setting/stores';

export interface AttachedShop extends OrderServices {
  readonly db: Db;
  readonly dialect: ShopDialect;
  /** A small pool of its own on the same database; needed where the dialect does not roll back. */
  readonly aside?: Db;
  /** Stores whose status changes the shop makes itself, through its own API. Reads through the executor only. */
  readonly asksShop?: (db: Db, storeId: number) => Promise<boolean>;
}

/** Only `order_id` is indexed for sure: a look for orders in a status goes back no further than this. */
export const SCAN_ORDERS_MAX = 50_000;

/** Somebody's OpenCart beside its own PHP, as the payment links see it. */
export function attachedOrderBook(shop: AttachedShop): OrderBook {
  speakDialect(shop.db, shop.dialect);
  if (shop.aside) speakDialect(shop.aside, shop.dialect);
  return {
    code: shop.dialect.name,
    rollsBack: shop.dialect.rollsBack,
    ...(shop.dialect.rollsBack || !shop.aside ? {} : { aside: shop.aside }),
    findOrder: findNamed,
    listHistory: async (db, orderId, page) =>
      listHistory(db, orderId, (await findOrderHead(db, orderId))?.language_id ?? 0, page),
    findHistoryLine,
    addHistory: (tx, entry) => changeStatus(tx, shop, entry),
    addNote: (tx, orderId, comment, notify) => addAttachedNote(tx, shop, { orderId, comment, notify }),
    changePaymentMethod: (tx, orderId, method) => updateOrder(tx, orderId, paymentColumns(tx, method)),
    listStatuses: async (db, languageId) =>
      listOrderStatuses(db, languageId ?? (await listLanguages(db))[0]?.languageId ?? 0),
    reservingStatusIds: async (db, storeId) => [...reservingStatuses(await readSettings(db, storeId))],
    listStores: listAttachedStores,
    listLanguages,
    listCurrencies,
    readPast,
    newestHistoryId,
    listPaymentCodes,
    async listOrderIdsInStatus(db, query) {
      const scanFrom = (await newestOrderId(db)) - SCAN_ORDERS_MAX;
      return listOrderIdsInStatus(db, { ...query, afterOrderId: Math.max(query.afterOrderId, scanFrom) });
    },
  };
}

/**
 * An additional store's order under that store's name and address: PHP 4.1 writes the default store's into each order that its
 * admin enters, whatever store it is for.
 */
async function findNamed(db: Db, orderId: number): Promise<Order | null> {
  const order = await findOrder(db, orderId);
  if (!order || order.storeId === 0) return order;
  const store = await findStore(db, order.storeId);
  return { ...order, storeName: store?.name || order.storeName, storeUrl: store?.url || order.storeUrl };
}

/** Through the shop's own program where the owner gave its key: then it is planned here, and made by a worker. */
async function changeStatus(tx: Tx, shop: AttachedShop, entry: NewHistory): Promise<HistoryResult> {
  const order = await findOrderHead(tx, entry.orderId);
  if (order === null) throw orderNotFound({ values: { order_id: entry.orderId } });
  if (!(await shop.asksShop?.(tx, order.store_id))) return addAttachedHistory(tx, shop, entry);
  const previousStatusId = order.order_status_id;
  const applied = entry.expectedStatusId === undefined || entry.expectedStatusId === previousStatusId;
  if (applied) await planByShop(tx, shop, entry);
  return { applied, previousStatusId, oversold: [] };
}

/** The shop escapes what it is told, so a line with an address in it is written directly, as a working link. */
async function planByShop(tx: Tx, shop: AttachedShop, entry: NewHistory): Promise<void> {
  const linked = /https?:\/\//.test(entry.comment);
  if (linked) await addAttachedNote(tx, shop, entry);
  await putShopStatus(tx, linked ? { ...entry, comment: '' } : entry, shop.clock.now());
}
