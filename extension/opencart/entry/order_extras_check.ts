import type { Db } from '../../../system/db/table';
import { readOrderExtras } from '../order/order_extras';
import { isPlainTotal } from '../stock/status_move';
import { orderNotEdited } from './errors';

/** What only the shop's own program can take apart stays with it. @throws AppError `order_not_edited` */
export async function assertOwnToChange(db: Db, orderId: number): Promise<void> {
  const extras = await readOrderExtras(db, orderId);
  const booked = [...new Set(extras.totalCodes.filter((code) => !isPlainTotal(code)))];
  const refuse = (reason: string) => orderNotEdited({ values: { order_id: orderId, reason } });
  if (booked.length > 0) throw refuse(`its totals (${booked.join(', ')}) are booked by the shop itself`);
  if (extras.giftVouchers) throw refuse('it holds gift vouchers, which the shop itself keeps');
  if (extras.subscriptions) throw refuse('it holds a subscription, which the shop itself keeps');
}
