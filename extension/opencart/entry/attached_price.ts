import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { OrderContext } from '../order/order_context';
import type { OrderDraft, PricedOrder } from '../order/order_draft';
import { SAYS, throwProblems, when, type Problem } from '../pricing/problems';
import type { ShopColumns } from '../attach/shop_columns';
import type { ShopTime } from '../shop_time';
import { wideTexts } from './wide_texts';

/**
 * As the shop's version computes an order, without what only its own program books: coupons, reward points and store
 * credit have histories of their own, and a subscription begins with the order.
 * @throws AppError `invalid_form` and what the pricing throws
 */
export async function priceAttached(
  db: Db,
  { price, columns }: Pick<OrderContext, 'price'> & { readonly columns: ShopColumns },
  draft: OrderDraft,
  order: { readonly at: ShopTime; readonly orderId?: number },
): Promise<PricedOrder> {
  throwProblems([
    ...when(draft.couponCode.trim() !== '', 'coupon_code', SAYS.bookedCoupon),
    ...when(draft.rewardPoints !== 0, 'reward_points', SAYS.bookedPoints),
    ...(await subscribed(db, columns, draft)),
    ...wideTexts(db, draft),
  ]);
  const priced = await price(db, draft, order.at, order.orderId === undefined ? {} : { orderId: order.orderId });
  const pays = priced.totals.some(({ code }) => code === 'credit');
  throwProblems(when(pays, 'customer_id', SAYS.bookedCredit));
  return priced;
}

/** Of these products the shop asks for a plan: since 4.0 in one table, before in another. */
async function subscribed(db: Db, columns: ShopColumns, draft: OrderDraft): Promise<Problem[]> {
  const table = (['product_subscription', 'product_recurring'] as const).find((name) => columns.table(name));
  if (table === undefined) return [];
  const ids = draft.lines.map((line) => line.productId).filter(Number.isSafeInteger);
  const rows = await db<{ product_id: number }>(t(db, table)).whereIn('product_id', ids).distinct('product_id');
  const found = new Set(rows.map((row) => row.product_id));
  return draft.lines.flatMap((line, index) =>
    when(found.has(line.productId), `lines.${index}.product_id`, SAYS.bookedPlan),
  );
}
