import type { Db, Tx } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import type { ShopTime } from '../shop_time';

/** Table `coupon_history`: one row per order that used a coupon. */
interface CouponHistoryRow {
  coupon_history_id: number;
  coupon_id: number;
  order_id: number;
  customer_id: number;
  /** The total's value, so below zero. */
  amount: string;
  date_added: string;
}

export interface UsableCoupon {
  readonly coupon_id: number;
  /** 0 is unlimited, as in `uses_customer`. */
  readonly uses_total: number;
  readonly uses_customer: number;
}

/** Whoever else wants to use it waits. Null when no coupon that is switched on has this code. */
export async function lockCoupon(tx: Tx, code: string): Promise<UsableCoupon | null> {
  const find = tx<UsableCoupon & { code: string; status: number }>(t(tx, 'coupon'))
    .where({ status: 1 })
    .whereRaw('lower(??) = lower(?)', ['code', code])
    .first('coupon_id', 'uses_total', 'uses_customer');
  return ((await (dialectOf(tx) === 'mysql' ? find.forUpdate() : find)) as UsableCoupon | undefined) ?? null;
}

/** Whatever its state: an order may have used a coupon that was switched off since. */
export async function findCouponId(db: Db, code: string): Promise<number | null> {
  const row = await db<{ coupon_id: number; code: string }>(t(db, 'coupon'))
    .whereRaw('lower(??) = lower(?)', ['code', code])
    .first('coupon_id');
  return row?.coupon_id ?? null;
}

/** How often it was used, by everybody or by one customer. */
export async function countCouponUses(db: Db, couponId: number, customerId?: number): Promise<number> {
  const whose = customerId === undefined ? {} : { customer_id: customerId };
  const [row] = (await db<CouponHistoryRow>(t(db, 'coupon_history'))
    .where({ coupon_id: couponId, ...whose })
    .count({ n: '*' })) as { n: number }[];
  return Number(row?.n ?? 0);
}

export async function insertCouponUse(
  tx: Tx,
  use: { couponId: number; orderId: number; customerId: number; amount: string; at: ShopTime },
): Promise<void> {
  await tx<CouponHistoryRow>(t(tx, 'coupon_history')).insert({
    coupon_id: use.couponId,
    order_id: use.orderId,
    customer_id: use.customerId,
    amount: use.amount,
    date_added: use.at,
  });
}

export async function deleteCouponUses(tx: Tx, orderId: number): Promise<void> {
  await tx<CouponHistoryRow>(t(tx, 'coupon_history')).where({ order_id: orderId }).delete();
}
