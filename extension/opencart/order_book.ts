import type { Db } from '../../system/db/table';
import type { OrderBook } from '../payment_link/order_book';
import { addHistory, addNote } from './order/add_history';
import { listCurrencies } from './localisation/currencies';
import { findOrder } from './order/find_order';
import { listLanguages } from './localisation/languages';
import { reservingStatuses, type OrderServices } from './order/order_events';
import { findHistoryLine, listHistory } from './order/order_histories';
import { paymentColumns } from './order/order_method';
import { listOrderStatuses } from './localisation/order_statuses';
import { listPaymentCodes } from './order/order_payment_codes';
import { findOrderHead, listOrderIdsInStatus, updateOrder } from './order/orders';
import { readSettings } from './setting/settings';
import { listStores } from './setting/stores';

/** The embedded shop as the payment links see it: OpenCart 4.1's tables on our own database. */
export function embeddedOrderBook(services: OrderServices): OrderBook {
  return {
    code: 'embedded',
    findOrder,
    listHistory: async (db, orderId, page) => listHistory(db, orderId, await languageOf(db, orderId), page),
    findHistoryLine,
    addHistory: (tx, entry) => addHistory(tx, services, entry),
    addNote: async (tx, orderId, comment, notify) => {
      await addNote(tx, services, { orderId, comment, notify });
    },
    changePaymentMethod: (tx, orderId, method) => updateOrder(tx, orderId, paymentColumns(tx, method)),
    listStatuses: async (db, languageId) => listOrderStatuses(db, languageId ?? (await defaultLanguageId(db))),
    reservingStatusIds: async (db, storeId) => [...reservingStatuses(await readSettings(db, storeId))],
    listStores,
    listLanguages,
    listCurrencies,
    listOrderIdsInStatus,
    listPaymentCodes,
  };
}

/** Names of statuses in an order's history are the order's language's, as its customer reads them. */
async function languageOf(db: Db, orderId: number): Promise<number> {
  return (await findOrderHead(db, orderId))?.language_id ?? 0;
}

async function defaultLanguageId(db: Db): Promise<number> {
  return (await listLanguages(db))[0]?.languageId ?? 0;
}
