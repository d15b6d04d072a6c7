import type { Db } from '../../../system/db/table';
import type { OrderCoupon } from '../../payment_link/order_book';
import { insideBrackets } from './coupon_use';
import { plainText } from '../escaping';
import type { OrderTotalRow } from './order_totals';
import { findCoupon, selectCouponName } from '../pricing/tables/coupons';
import { coveredProducts } from '../pricing/use_coupon';

/** Terms of the coupons that an order used, by order_total_id, as far as the shop still has them. */
export async function couponsOf(
  db: Db,
  totals: readonly OrderTotalRow[],
  productIds: readonly number[],
): Promise<ReadonlyMap<number, OrderCoupon>> {
  const found = new Map<number, OrderCoupon>();
  for (const total of totals) {
    if (total.code !== 'coupon') continue;
    const coupon = await findCoupon(db, insideBrackets(plainText(total.title)));
    if (!coupon) continue;
    const covered = await coveredProducts(db, coupon.couponId, productIds);
    found.set(total.order_total_id, {
      name: plainText(await selectCouponName(db, coupon.couponId)),
      freesShipping: coupon.freesShipping,
      productIds: covered && [...covered],
    });
  }
  return found;
}
