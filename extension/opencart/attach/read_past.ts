import type { Db } from '../../../system/db/table';
import type { Order, OrderPast } from '../../payment_link/order_book';
import { detectPlugin } from './detect_plugin';
import { listEvents } from './event_rows';
import { listHistoryOfOrder } from '../watch/history_feed';
import { findOrderRow } from '../order/orders';
import { readSettings } from '../setting/settings';

/**
 * A page of `payv2.multisafepay.com`, as the official plugin writes it, or of its test environment, or of Midtrans; or
 * this program's own `/pay/<token>`, written when it was attached before: of that time nothing else is known any more.
 */
const PAYMENT_ADDRESS =
  /https?:\/\/(?:(?:[\w-]+\.)*(?:multisafepay|midtrans)\.com\/[^\s"'<>]+|[^\s"'<>]+\/pay\/[\w-]{22}(?![\w-]))/i;
/** What the plugin's lines about a transaction have in common: they name the provider's id of it. */
const TRANSACTION_LINE = /\bPSP\b/;

/** What PHP knows of an order that this program may be asked a link for. Reads only, and by keys. */
export async function readPast(db: Db, order: Order): Promise<OrderPast> {
  const { orderId, storeId, dateAdded } = order;
  const history = await listHistoryOfOrder(db, orderId, dateAdded);
  const settings = await readSettings(db, storeId);
  const plugin = await detectPlugin(db, await listEvents(db), [storeId]);
  // The column came with 4.0.
  const row = (await findOrderRow(db, orderId)) as { readonly transaction_id?: string | null } | null;
  const comments = history.map((line) => line.comment ?? '');
  return {
    shopMakesLinks: plugin.linkStoreIds.includes(storeId),
    shopMadeLink: comments.some((comment) => PAYMENT_ADDRESS.test(comment)),
    transaction: (row?.transaction_id ?? '') !== '' || comments.some((comment) => TRANSACTION_LINE.test(comment)),
    statusIds: [...new Set(history.map((line) => line.order_status_id))],
    completeStatusIds: settings.ids('config_complete_status'),
  };
}
