import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';

/**
 * How orders move stock. Every change is relative, in one statement, and only where the product or the option value
 * subtracts; a variant moves its master product too. Rules: OpenCart's status change, which sets no lower bound.
 */
export interface StockNeed {
  /** By product; the lines of one product are added up. */
  readonly products: ReadonlyMap<number, ProductNeed>;
  /** By option value; each knows its product. */
  readonly values: ReadonlyMap<number, ValueNeed>;
}

export interface ProductNeed {
  /** Pieces of the product itself. */
  readonly own: number;
  /** Pieces of its variants, which move their master too. */
  readonly variants: number;
}

export interface ValueNeed {
  readonly productId: number;
  readonly quantity: number;
}

export interface StockLine {
  readonly productId: number;
  readonly masterId: number;
  readonly quantity: number;
  readonly options: readonly { readonly productOptionValueId: number }[];
}

interface ProductStock {
  product_id: number;
  quantity: number;
  subtract: number;
}

interface ValueStock {
  product_option_value_id: number;
  quantity: number;
  subtract: number;
}

/** In ascending order of ids, so that orders saved side by side wait for each other instead of deadlocking. */
export function stockNeedOf(lines: readonly StockLine[]): StockNeed {
  const products = new Map<number, ProductNeed>();
  const values = new Map<number, ValueNeed>();
  for (const line of lines) {
    addProduct(products, line.productId, { own: line.quantity, variants: 0 });
    if (line.masterId !== 0) addProduct(products, line.masterId, { own: 0, variants: line.quantity });
    for (const { productOptionValueId: id } of line.options) {
      const before = values.get(id)?.quantity ?? 0;
      if (id !== 0) values.set(id, { productId: line.productId, quantity: before + line.quantity });
    }
  }
  return { products: sorted(products), values: sorted(values) };
}

/** Whatever there is: stock may go below zero. */
export async function takeStock(tx: Tx, need: StockNeed): Promise<void> {
  await shiftStock(tx, need, -1);
}

/** The mirror image of taking. */
export async function giveStockBack(tx: Tx, need: StockNeed): Promise<void> {
  await shiftStock(tx, need, 1);
}

async function shiftStock(tx: Tx, need: StockNeed, sign: 1 | -1): Promise<void> {
  for (const [id, { own, variants }] of need.products) await shiftProduct(tx, id, sign * (own + variants));
  for (const [id, { quantity }] of need.values) await shiftValue(tx, id, sign * quantity);
}

/**
 * Takes only what there is: each statement has its own guard, so orders saved side by side cannot oversell.
 * Answers the ids of the products that fall short; when there are any, the caller must roll back.
 */
export async function reserveStock(tx: Tx, need: StockNeed): Promise<number[]> {
  const many = wholeProducts(need);
  if (many && (await reserveAtOnce(tx, many))) return [];
  const short = new Set<number>();
  for (const [id, { own, variants }] of need.products) {
    if (own > 0 && !(await reserveProduct(tx, id, own))) short.add(id);
    if (variants > 0) await shiftProduct(tx, id, -variants);
  }
  for (const [id, { productId, quantity }] of need.values) {
    if (!(await reserveValue(tx, id, quantity))) short.add(productId);
  }
  return [...short];
}

/** Pieces by product where that is all there is to reserve, of more than one product. */
function wholeProducts({ products, values }: StockNeed): [id: number, quantity: number][] | null {
  if (values.size > 0 || products.size < 2) return null;
  const whole = [...products].map(([id, { own, variants }]): [number, number] => [id, variants === 0 ? own : 0]);
  return whole.every(([, quantity]) => quantity > 0) ? whole : null;
}

/**
 * In one statement, because what many orders want stays locked from here to the commit, and each further statement
 * lets all of them wait. False, with nothing taken, where that cannot be: one falls short, or does not subtract.
 */
async function reserveAtOnce(tx: Tx, needs: readonly (readonly [id: number, quantity: number])[]): Promise<boolean> {
  const needed = needs.reduce(
    (others, [id, quantity]) => tx.raw('CASE product_id WHEN ? THEN ? ELSE ? END', [id, quantity, others]),
    tx.raw('NULL'),
  );
  await tx.raw('SAVEPOINT stock');
  const taken = await tx<ProductStock>(t(tx, 'product'))
    .whereIn(
      'product_id',
      needs.map(([id]) => id),
    )
    .where('subtract', 1)
    .where('quantity', '>=', needed)
    .update({ quantity: tx.raw('quantity - ?', [needed]) });
  if (taken === needs.length) return true;
  await tx.raw('ROLLBACK TO SAVEPOINT stock');
  return false;
}

/** Those of the products that are below zero now, by themselves or in an option value. */
export async function listOversold(tx: Tx, need: StockNeed): Promise<number[]> {
  const below = await tx<ProductStock>(t(tx, 'product'))
    .select('product_id')
    .whereIn('product_id', [...need.products.keys()])
    .where('subtract', 1)
    .where('quantity', '<', 0);
  const values = need.values.size === 0 ? [] : await listValuesBelowZero(tx, [...need.values.keys()]);
  const ids = [...below.map((row) => row.product_id), ...values.map((id) => need.values.get(id)?.productId ?? 0)];
  return [...new Set(ids)].sort((a, b) => a - b);
}

async function listValuesBelowZero(tx: Tx, ids: number[]): Promise<number[]> {
  const rows = await tx<ValueStock>(t(tx, 'product_option_value'))
    .select('product_option_value_id')
    .whereIn('product_option_value_id', ids)
    .where('subtract', 1)
    .where('quantity', '<', 0);
  return rows.map((row) => row.product_option_value_id);
}

async function shiftProduct(tx: Tx, productId: number, by: number): Promise<void> {
  await tx<ProductStock>(t(tx, 'product')).where({ product_id: productId, subtract: 1 }).increment('quantity', by);
}

async function shiftValue(tx: Tx, valueId: number, by: number): Promise<void> {
  await tx<ValueStock>(t(tx, 'product_option_value'))
    .where({ product_option_value_id: valueId, subtract: 1 })
    .increment('quantity', by);
}

/** True when taken, and when the product does not subtract. */
async function reserveProduct(tx: Tx, productId: number, quantity: number): Promise<boolean> {
  const taken = await tx<ProductStock>(t(tx, 'product'))
    .where({ product_id: productId, subtract: 1 })
    .where('quantity', '>=', quantity)
    .decrement('quantity', quantity);
  if (taken > 0) return true;
  const product = await tx<ProductStock>(t(tx, 'product')).where({ product_id: productId }).first('subtract');
  return product !== undefined && product.subtract !== 1;
}

async function reserveValue(tx: Tx, valueId: number, quantity: number): Promise<boolean> {
  const taken = await tx<ValueStock>(t(tx, 'product_option_value'))
    .where({ product_option_value_id: valueId, subtract: 1 })
    .where('quantity', '>=', quantity)
    .decrement('quantity', quantity);
  if (taken > 0) return true;
  const value = await tx<ValueStock>(t(tx, 'product_option_value'))
    .where({ product_option_value_id: valueId })
    .first('subtract');
  return value !== undefined && value.subtract !== 1;
}

function addProduct(needs: Map<number, ProductNeed>, id: number, more: ProductNeed): void {
  const before = needs.get(id) ?? { own: 0, variants: 0 };
  needs.set(id, { own: before.own + more.own, variants: before.variants + more.variants });
}

function sorted<Value>(counts: Map<number, Value>): Map<number, Value> {
  return new Map([...counts].sort(([a], [b]) => a - b));
}
