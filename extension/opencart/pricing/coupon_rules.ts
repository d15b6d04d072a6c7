import type { Decimal } from '../../../system/decimal';
import type { ShopTime } from '../shop_time';
import { withinDates } from '../shop_time';
import type { Cart } from './cart';

/** A row of `coupon`. */
export interface Coupon {
  readonly couponId: number;
  readonly code: string;
  /** P percent, F an amount. */
  readonly type: string;
  readonly discount: Decimal;
  readonly needsCustomer: boolean;
  readonly freesShipping: boolean;
  /** The sub-total it asks for. */
  readonly subTotalMin: Decimal;
  readonly dateStart: string | null;
  readonly dateEnd: string | null;
  /** 0: without limit. */
  readonly usesMax: number;
  /** 0: without limit. */
  readonly usesPerCustomerMax: number;
  readonly enabled: boolean;
}

/** The first reason why a coupon does not hold; null when it does. */
export type CouponRefusal = 'over' | 'customer_needed' | 'used_up' | 'used_up_by_customer' | 'sub_total' | 'products';

export interface CouponQuestion {
  readonly coupon: Coupon;
  readonly now: ShopTime;
  readonly customerId: number;
  readonly uses: number;
  readonly usesByCustomer: number;
  /** Products it is for; null: all. */
  readonly productIds: ReadonlySet<number> | null;
  /** Null while the lines have errors of their own: then only the rest is asked. */
  readonly cart: Cart | null;
}

export function couponRefusal(question: CouponQuestion): CouponRefusal | null {
  const { coupon, customerId, cart, productIds } = question;
  if (!coupon.enabled || !withinDates(coupon.dateStart, coupon.dateEnd, question.now)) return 'over';
  if (coupon.needsCustomer && customerId === 0) return 'customer_needed';
  if (isUsedUp(coupon.usesMax, question.uses)) return 'used_up';
  if (isUsedUp(coupon.usesPerCustomerMax, question.usesByCustomer) && customerId !== 0) return 'used_up_by_customer';
  if (cart === null) return null;
  if (cart.subTotal.lessThan(coupon.subTotalMin)) return 'sub_total';
  const covers = productIds === null || cart.lines.some((line) => productIds.has(line.productId));
  return covers ? null : 'products';
}

function isUsedUp(max: number, uses: number): boolean {
  return max > 0 && uses >= max;
}
