import type { Db } from '../../../system/db/table';
import type { OrderDraft } from '../order/order_draft';
import type { ShopSettings } from '../setting/settings';
import type { ShopTime } from '../shop_time';
import type { Cart } from './cart';
import type { Coupon, CouponRefusal } from './coupon_rules';
import { couponRefusal } from './coupon_rules';
import type { Problem } from './problems';
import { SAYS } from './problems';
import {
  countCouponUses,
  findCoupon,
  selectCategoryParents,
  selectCouponCategoryIds,
  selectCouponProductIds,
  selectProductIdsIn,
} from './tables/coupons';
import type { TotalCoupon } from './totals/total';

export interface CouponUse {
  readonly draft: OrderDraft;
  readonly settings: ShopSettings;
  readonly now: ShopTime;
  /** Null while the lines have errors. */
  readonly cart: Cart | null;
  /** The order being edited, 0 for a new one. */
  readonly orderId: number;
}

export interface FoundCoupon extends TotalCoupon {
  readonly couponId: number;
}

/** The coupon the draft names, or the reason why it cannot be used; both absent when it names none. */
export async function useCoupon(db: Db, use: CouponUse): Promise<{ coupon: FoundCoupon | null; problems: Problem[] }> {
  const code = use.draft.couponCode.trim();
  if (code === '') return { coupon: null, problems: [] };
  const refused = (sentence: string) => ({ coupon: null, problems: [['coupon_code', sentence] as const] });
  if (!use.settings.flag('total_coupon_status')) return refused(SAYS.couponOff);
  const coupon = await findCoupon(db, code);
  if (!coupon) return refused(SAYS.couponUnknown);
  const asked = use.draft.lines.map((line) => line.productId);
  const productIds = await coveredProducts(db, coupon.couponId, asked);
  const refusal = couponRefusal({ ...use, ...(await usesOf(db, coupon, use)), coupon, productIds });
  return refusal ? refused(refusalText(refusal, coupon)) : { coupon: { ...coupon, productIds }, problems: [] };
}

async function usesOf(db: Db, coupon: Coupon, { draft, orderId }: CouponUse) {
  const { customerId } = draft;
  const of = { exceptOrderId: orderId };
  return {
    customerId,
    uses: coupon.usesMax > 0 ? await countCouponUses(db, coupon.couponId, of) : 0,
    usesByCustomer:
      coupon.usesPerCustomerMax > 0 && customerId > 0
        ? await countCouponUses(db, coupon.couponId, { ...of, customerId })
        : 0,
  };
}

/** Of these products, those the coupon's lists of products and categories name; null: it has no lists. */
export async function coveredProducts(
  db: Db,
  couponId: number,
  asked: readonly number[],
): Promise<ReadonlySet<number> | null> {
  const listed = await selectCouponProductIds(db, couponId);
  const categories = await selectCouponCategoryIds(db, couponId);
  if (listed.length === 0 && categories.length === 0) return null;
  if (categories.length === 0) return new Set(listed);
  const below = withDescendants(categories, await selectCategoryParents(db));
  return new Set([...listed, ...(await selectProductIdsIn(db, below, [...new Set(asked)]))]);
}

/** A category stands for everything below it. */
export function withDescendants(
  categoryIds: readonly number[],
  categories: readonly { readonly category_id: number; readonly parent_id: number | null }[],
): number[] {
  const found = new Set(categoryIds);
  let size: number;
  do {
    size = found.size;
    for (const { category_id, parent_id } of categories) if (found.has(parent_id ?? 0)) found.add(category_id);
  } while (found.size > size);
  return [...found];
}

function refusalText(refusal: CouponRefusal, coupon: Coupon): string {
  const texts: Readonly<Record<CouponRefusal, string>> = {
    over: 'This coupon does not hold at present.',
    customer_needed: 'This coupon is for registered customers.',
    used_up: 'This coupon has been used as often as it may be.',
    used_up_by_customer: 'The customer has used this coupon as often as it may be.',
    sub_total: `This coupon holds from a sub-total of ${coupon.subTotalMin.toFixed(2)} on.`,
    products: 'This coupon is for other products.',
  };
  return texts[refusal];
}
