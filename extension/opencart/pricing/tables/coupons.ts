import { decimal } from '../../../../system/decimal';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { exceptOrder } from './except_order';
import type { Coupon } from '../coupon_rules';

interface CouponRow {
  readonly coupon_id: number;
  readonly code: string;
  readonly type: string | null;
  readonly discount: string | null;
  readonly logged: number | null;
  readonly shipping: number | null;
  readonly total: string | null;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly uses_total: number | null;
  readonly uses_customer: number | null;
  readonly status: number | null;
}

/** By its code in any case, as the shop's collation compares; null when there is none. */
export async function findCoupon(db: Db, code: string): Promise<Coupon | null> {
  const row = (await db(t(db, 'coupon'))
    .whereRaw('lower(??) = ?', ['code', code.toLowerCase()])
    .orderBy('status', 'desc')
    .first()) as CouponRow | undefined;
  return row ? couponOf(row) : null;
}

/** What the shop calls it: "-10% Discount". */
export async function selectCouponName(db: Db, couponId: number): Promise<string> {
  const row = (await db(t(db, 'coupon')).where('coupon_id', couponId).first('name')) as { name: string } | undefined;
  return row?.name ?? '';
}

function couponOf(row: CouponRow): Coupon {
  return {
    couponId: row.coupon_id,
    code: row.code,
    type: row.type ?? '',
    discount: decimal(row.discount),
    needsCustomer: row.logged === 1,
    freesShipping: row.shipping === 1,
    subTotalMin: decimal(row.total),
    dateStart: row.date_start,
    dateEnd: row.date_end,
    usesMax: row.uses_total ?? 0,
    usesPerCustomerMax: row.uses_customer ?? 0,
    enabled: row.status === 1,
  };
}

/** How often it was used, by whom; uses in the order being edited do not count. */
export async function countCouponUses(
  db: Db,
  couponId: number,
  of: { readonly customerId?: number; readonly exceptOrderId: number },
): Promise<number> {
  const rows = (await db(t(db, 'coupon_history'))
    .where({ coupon_id: couponId, ...(of.customerId === undefined ? {} : { customer_id: of.customerId }) })
    .modify(exceptOrder, of.exceptOrderId)
    .count({ uses: '*' })) as { uses: number | string }[];
  return Number(rows[0]?.uses ?? 0);
}

export async function selectCouponProductIds(db: Db, couponId: number): Promise<number[]> {
  const rows = await db<{ coupon_id: number; product_id: number }>(t(db, 'coupon_product'))
    .select('product_id')
    .where('coupon_id', couponId);
  return rows.map((row) => row.product_id);
}

export async function selectCouponCategoryIds(db: Db, couponId: number): Promise<number[]> {
  const rows = await db<{ coupon_id: number; category_id: number }>(t(db, 'coupon_category'))
    .select('category_id')
    .where('coupon_id', couponId);
  return rows.map((row) => row.category_id);
}

export async function selectCategoryParents(db: Db): Promise<{ category_id: number; parent_id: number | null }[]> {
  return db<{ category_id: number; parent_id: number | null }>(t(db, 'category')).select('category_id', 'parent_id');
}

/** Those of the products that stand in one of the categories. */
export async function selectProductIdsIn(
  db: Db,
  categoryIds: readonly number[],
  productIds: readonly number[],
): Promise<number[]> {
  const rows = await db<{ product_id: number; category_id: number }>(t(db, 'product_to_category'))
    .distinct('product_id')
    .whereIn('category_id', categoryIds)
    .whereIn('product_id', productIds);
  return rows.map((row) => row.product_id);
}
