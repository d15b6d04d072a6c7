import type { PaymentLinks } from '../context';
import type { SweepPlace } from './sweep_start';

/** Orders per statement: ids alone, so that the whole list of a large shop takes a few. */
const BATCH = 1000;

/** The orders of a place that are in its Payment Request status, newest first, above one number and up to another. */
export async function* ordersInStatus(
  { db, orderBook }: Pick<PaymentLinks, 'db' | 'orderBook'>,
  { storeId, settings }: Pick<SweepPlace, 'storeId' | 'settings'>,
  range: { readonly afterOrderId: number; readonly upToOrderId: number },
): AsyncGenerator<readonly number[]> {
  const query = { storeId, statusId: settings.requestStatusId, limit: BATCH, afterOrderId: range.afterOrderId };
  let { upToOrderId } = range;
  for (;;) {
    const orderIds = await orderBook.listOrderIdsInStatus(db, { ...query, upToOrderId });
    if (orderIds.length > 0) yield orderIds;
    if (orderIds.length < BATCH) return;
    upToOrderId = (orderIds.at(-1) ?? 0) - 1;
  }
}
