import type { Tx } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import type { Db } from '../../../system/db/table';
import { deleteConsent } from '../../payment_link/mail/consents';
import { deleteCouponUses } from './coupon_histories';
import { deleteTransactions, givePointsBack } from './customer_balances';
import { orderNotFound } from './order_errors';
import { reservingStatuses, type OrderServices } from './order_events';
import { deleteHistory } from './order_histories';
import { deleteOrderOptions } from './order_options';
import { deleteOrderProducts } from './order_products';
import { deleteOrderTotals } from './order_totals';
import { deleteOrderRow, lockOrder } from './orders';
import { notePress, type Press } from './press';
import { leaveReserving } from '../stock/reservation';
import { readSettings } from '../setting/settings';

/**
 * Gives back what the order held, removes it with everything OpenCart keeps of it, and tells the listeners, who
 * close its links. The journal remembers. @throws AppError `order_not_found`
 */
export async function deleteOrder(
  services: OrderServices & { readonly db: Db },
  orderId: number,
  press: Omit<Press, 'formToken'>,
): Promise<void> {
  await retryingTransaction(services.db, async (tx) => {
    const order = await lockOrder(tx, orderId);
    if (order === null) throw orderNotFound({ values: { order_id: orderId } });
    const settings = await readSettings(tx, order.store_id);
    if (reservingStatuses(settings).has(order.order_status_id)) await leaveReserving(tx, orderId);
    await deleteRows(tx, orderId);
    await services.bus.announce(tx, 'order.deleted', { orderId });
    const details = { status_id: order.order_status_id, total: order.total, currency: order.currency_code };
    await notePress(
      tx,
      press,
      { orderId, storeId: order.store_id },
      { event: 'order.deleted', at: services.clock.now(), details },
    );
  });
}

/** Points that an order earned stay with the customer, as in OpenCart; what it spent is given back. */
async function deleteRows(tx: Tx, orderId: number): Promise<void> {
  await deleteOrderOptions(tx, orderId);
  await deleteOrderProducts(tx, orderId);
  await deleteOrderTotals(tx, orderId);
  await deleteHistory(tx, orderId);
  await deleteCouponUses(tx, orderId);
  await deleteTransactions(tx, orderId);
  await givePointsBack(tx, orderId);
  await deleteConsent(tx, orderId);
  await deleteOrderRow(tx, orderId);
}
