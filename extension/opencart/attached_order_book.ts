import type { Db } from '../../system/db/table';
import type { OrderBook } from '../payment_link/order_book';
import { addAttachedHistory, addAttachedNote } from './attached_history';
import { listCurrencies } from './currencies';
import { speakDialect, type ShopDialect } from './dialect';
import { findOrder } from './find_order';
import { listLanguages } from './languages';
import { reservingStatuses, type OrderServices } from './order_events';
import { listHistory } from './order_histories';
import { paymentColumns } from './order_method';
import { listOrderStatuses } from './order_statuses';
import { findOrderHead, listOrderIdsInStatus, newestOrderId, updateOrder } from './orders';
import { readSettings } from './settings';
import { listAttachedStores } from './stores';

export interface AttachedShop extends OrderServices {
  readonly db: Db;
  readonly dialect: ShopDialect;
  /** A small pool of its own on the same database; needed where the dialect does not roll back. */
  readonly aside?: Db;
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
    findOrder,
    listHistory: async (db, orderId, page) =>
      listHistory(db, orderId, (await findOrderHead(db, orderId))?.language_id ?? 0, page),
    addHistory: (tx, entry) => addAttachedHistory(tx, shop, entry),
    addNote: (tx, orderId, comment, notify) => addAttachedNote(tx, shop, { orderId, comment, notify }),
    changePaymentMethod: (tx, orderId, method) => updateOrder(tx, orderId, paymentColumns(tx, method)),
    listStatuses: async (db, languageId) =>
      listOrderStatuses(db, languageId ?? (await listLanguages(db))[0]?.languageId ?? 0),
    reservingStatusIds: async (db, storeId) => [...reservingStatuses(await readSettings(db, storeId))],
    listStores: listAttachedStores,
    listLanguages,
    listCurrencies,
    async listOrderIdsInStatus(db, query) {
      const scanFrom = (await newestOrderId(db)) - SCAN_ORDERS_MAX;
      return listOrderIdsInStatus(db, { ...query, afterOrderId: Math.max(query.afterOrderId, scanFrom) });
    },
  };
}
