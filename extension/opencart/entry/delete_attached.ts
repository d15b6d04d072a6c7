import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { deleteConsent } from '../../payment_link/mail/consents';
import { orderNotFound } from '../order/order_errors';
import { reservingStatuses } from '../order/order_events';
import { readOrderExtras, takeCommissionBack } from '../order/order_extras';
import { deleteHistory } from '../order/order_histories';
import { deleteOrderOptions } from '../order/order_options';
import { deleteOrderProducts } from '../order/order_products';
import { deleteOrderTotals } from '../order/order_totals';
import { deleteOrderRow, lockOrder } from '../order/orders';
import { notePress, type Press } from '../order/press';
import { readSettings } from '../setting/settings';
import { giveStockBack, stockNeedOf } from '../stock/stock';
import { listStockLines } from '../stock/stock_lines';
import type { AttachedEntry } from './attached_entry';
import { assertOwnToChange } from './order_extras_check';

/**
 * Gives back what the order held and removes it, as the shop's own API does, in one transaction. (The delete button
 * of 4.1's own list leaves the stock taken.) The journal remembers; the listeners close its links.
 * @throws AppError `order_not_found`, `order_not_edited`
 */
export async function deleteAttachedOrder(
  entry: AttachedEntry,
  orderId: number,
  press: Omit<Press, 'formToken'>,
): Promise<void> {
  await retryingTransaction(entry.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) throw orderNotFound({ values: { order_id: orderId } });
    await assertOwnToChange(tx, orderId);
    const settings = await readSettings(tx, order.store_id);
    if (reservingStatuses(settings).has(order.order_status_id)) {
      await giveStockBack(tx, stockNeedOf(await listStockLines(tx, orderId)));
    }
    await deleteRows(tx, orderId);
    await entry.bus.announce(tx, 'order.deleted', { orderId });
    const details = { status_id: order.order_status_id, total: order.total, currency: order.currency_code };
    const place = { orderId, storeId: order.store_id };
    await notePress(tx, press, place, { event: 'order.deleted', at: entry.clock.now(), details });
  });
}

async function deleteRows(tx: Tx, orderId: number): Promise<void> {
  const { affiliateId } = await readOrderExtras(tx, orderId);
  if (affiliateId !== 0) await takeCommissionBack(tx, orderId, affiliateId);
  await deleteOrderOptions(tx, orderId);
  await deleteOrderProducts(tx, orderId);
  await deleteOrderTotals(tx, orderId);
  await deleteHistory(tx, orderId);
  await deleteConsent(tx, orderId);
  await deleteOrderRow(tx, orderId);
}
