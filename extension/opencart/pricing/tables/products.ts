import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { shopDialect } from '../../dialect';

export interface ProductRow {
  readonly product_id: number;
  /** Absent before 4.0, as `variant`. */
  readonly master_id?: number | null;
  readonly model: string | null;
  /** JSON: product_option_id → the value (or list of values) that makes this variant of its master. */
  readonly variant?: string | null;
  readonly quantity: number | null;
  readonly shipping: number | null;
  readonly price: string | null;
  readonly points: number | null;
  readonly tax_class_id: number | null;
  readonly date_available: string | null;
  readonly weight: string | null;
  readonly weight_class_id: number | null;
  readonly subtract: number | null;
  readonly minimum: number | null;
  readonly status: number | null;
  /** In the language asked for; null when it has none there. */
  readonly name: string | null;
  /** In its first language. */
  readonly first_name: string | null;
  /** Points that one piece earns this customer group. */
  readonly reward: number | null;
  /** The same in every row: not null when one of the products asked for has options of its own. */
  readonly some_option: number | null;
  /** Likewise of prices for a quantity or a time, for whatever customer group. */
  readonly some_discount: number | null;
}

/** Those of the ids that are sold in the store, whatever their status. */
export async function selectProducts(
  db: Db,
  productIds: readonly number[],
  of: { readonly storeId: number; readonly languageId: number; readonly customerGroupId: number },
): Promise<ProductRow[]> {
  const description = t(db, 'product_description');
  const firstName = db(description)
    .select('name')
    .whereRaw('?? = ??', [`${description}.product_id`, 'p.product_id']);
  const reward = db(t(db, 'product_reward as r'))
    .select('r.points')
    .whereRaw('?? = ??', ['r.product_id', 'p.product_id']);
  return (await db(t(db, 'product as p'))
    .join(t(db, 'product_to_store as s'), 's.product_id', 'p.product_id')
    .leftJoin(`${description} as d`, (on) =>
      on.on('d.product_id', 'p.product_id').andOnVal('d.language_id', of.languageId),
    )
    .where('s.store_id', of.storeId)
    .whereIn('p.product_id', productIds)
    .select(someOf(db, 'product_option', productIds).as('some_option'))
    .select(someOf(db, 'product_discount', productIds).as('some_discount'))
    .select('p.product_id', 'p.model', 'p.quantity', 'p.shipping', 'p.price', 'p.points')
    .select(shopDialect(db).masterProducts ? ['p.master_id', 'p.variant'] : [])
    .select('p.tax_class_id', 'p.date_available', 'p.weight', 'p.weight_class_id', 'p.subtract', 'p.minimum')
    .select('p.status', 'd.name', firstName.orderBy('language_id').limit(1).as('first_name'))
    .select(reward.where('r.customer_group_id', of.customerGroupId).limit(1).as('reward'))) as ProductRow[];
}

/** Asked once with the products, it spares orders of plain products a statement. */
function someOf(db: Db, table: 'product_option' | 'product_discount', productIds: readonly number[]) {
  return db(t(db, table)).select('product_id').whereIn('product_id', productIds).limit(1);
}

/** Whether these products can have discounts in `selectDiscounts`. */
export function mayHaveDiscounts(db: Db, rows: readonly ProductRow[]): boolean {
  return shopDialect(db).specials !== 'discount_rows' || rows.some((row) => row.some_discount !== null);
}

/** A variant's options are its master's. */
export function mayHaveOptions(rows: readonly ProductRow[]): boolean {
  return rows.some((row) => row.some_option !== null || (row.master_id ?? 0) > 0);
}

export interface DiscountRow {
  readonly product_id: number;
  readonly customer_group_id: number | null;
  readonly quantity: number | null;
  readonly priority: number | null;
  readonly price: string | null;
  readonly type: string | null;
  /** A special price, from a table of its own: it goes before every discount. */
  readonly special?: boolean;
  readonly date_start: string | null;
  readonly date_end: string | null;
}

export async function selectDiscounts(
  db: Db,
  productIds: readonly number[],
  customerGroupId: number,
): Promise<DiscountRow[]> {
  const rowsOf = (table: 'product_discount' | 'product_special', more: readonly string[]) =>
    db<DiscountRow>(t(db, table))
      .select('product_id', 'customer_group_id', 'priority', 'price', 'date_start', 'date_end', ...more)
      .whereIn('product_id', productIds)
      .where('customer_group_id', customerGroupId) as unknown as Promise<DiscountRow[]>;
  if (shopDialect(db).specials === 'discount_rows') return rowsOf('product_discount', ['quantity', 'type']);
  // Before 4.1 both are new prices, and the options come on top.
  const [discounts, specials] = [await rowsOf('product_discount', ['quantity']), await rowsOf('product_special', [])];
  return [
    ...discounts.map((row) => ({ ...row, type: 'F' })),
    ...specials.map((row) => ({ ...row, quantity: 0, type: 'F', special: true })),
  ];
}
