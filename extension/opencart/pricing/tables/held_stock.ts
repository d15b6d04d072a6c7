import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';

/** Pieces an order holds, by product and by option value. */
export interface HeldStock {
  readonly products: ReadonlyMap<number, number>;
  readonly values: ReadonlyMap<number, number>;
}

export const NO_STOCK_HELD: HeldStock = { products: new Map(), values: new Map() };

/** What an order has reserved: nothing unless it is in one of these statuses. */
export async function selectHeldStock(db: Db, orderId: number, reserving: readonly number[]): Promise<HeldStock> {
  const lines = await heldLines(db, orderId, reserving);
  if (lines.length === 0) return NO_STOCK_HELD;
  const pieces = new Map(lines.map((line) => [line.order_product_id, line.quantity ?? 0]));
  const values = await heldValues(db, orderId);
  return {
    products: sums(lines.map((line) => [line.product_id ?? 0, line.quantity ?? 0])),
    values: sums(values.map((row) => [row.product_option_value_id ?? 0, pieces.get(row.order_product_id ?? 0) ?? 0])),
  };
}

interface HeldLineRow {
  readonly order_product_id: number;
  readonly product_id: number | null;
  readonly quantity: number | null;
}

async function heldLines(db: Db, orderId: number, reserving: readonly number[]): Promise<HeldLineRow[]> {
  return (await db(t(db, 'order_product as p'))
    .join(t(db, 'order as o'), 'o.order_id', 'p.order_id')
    .where('p.order_id', orderId)
    .whereIn('o.order_status_id', reserving)
    .select('p.order_product_id', 'p.product_id', 'p.quantity')) as HeldLineRow[];
}

async function heldValues(db: Db, orderId: number) {
  return db<{ order_id: number; order_product_id: number | null; product_option_value_id: number | null }>(
    t(db, 'order_option'),
  )
    .select('order_product_id', 'product_option_value_id')
    .where('order_id', orderId)
    .where('product_option_value_id', '>', 0);
}

function sums(pairs: readonly (readonly [number, number])[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [id, pieces] of pairs) sum.set(id, (sum.get(id) ?? 0) + pieces);
  return sum;
}
