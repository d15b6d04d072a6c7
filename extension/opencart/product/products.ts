import type { Page, Paging } from '../../../system/db/like';
import { countOf, whereContains } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal, decimal4, decimal8 } from '../../../system/decimal';
import { escapeText, plainText } from '../escaping';
import type { NameRow, Names } from '../names';
import { namesOf } from '../names';

export const PRODUCT_SORTS = ['name', 'model', 'price', 'quantity', 'status'] as const;

export interface ProductQuery extends Paging {
  readonly languageId: number;
  /** Part of the name or the model; empty for all. */
  readonly text: string;
  readonly sort: (typeof PRODUCT_SORTS)[number];
  readonly direction: 'asc' | 'desc';
}

export interface ProductListItem {
  readonly productId: number;
  readonly name: string;
  readonly model: string;
  /** Without tax, base currency, four places. */
  readonly price: string;
  readonly quantity: number;
  readonly enabled: boolean;
}

export interface Product {
  readonly productId: number;
  readonly names: Names;
  readonly model: string;
  readonly sku: string;
  readonly price: string;
  readonly quantity: number;
  /** Orders take it from the stock. */
  readonly subtract: boolean;
  /** Least quantity of an order. */
  readonly minimum: number;
  /** 0: untaxed. */
  readonly taxClassId: number;
  readonly stockStatusId: number;
  readonly enabled: boolean;
  /** It is sent, not downloaded or done. */
  readonly shipping: boolean;
  readonly weight: string;
  readonly weightClassId: number;
  readonly storeIds: readonly number[];
}

export interface ProductRow {
  product_id: number;
  model: string | null;
  sku: string | null;
  price: string | null;
  quantity: number | null;
  subtract: number | null;
  minimum: number | null;
  tax_class_id: number | null;
  stock_status_id: number | null;
  status: number | null;
  shipping: number | null;
  weight: string | null;
  weight_class_id: number | null;
}

/** The list of Catalog → Products. */
export async function listProducts(db: Db, query: ProductQuery): Promise<Page<ProductListItem>> {
  const matching = db(t(db, 'product as p')).leftJoin(t(db, 'product_description as d'), (on) =>
    on.on('d.product_id', 'p.product_id').andOnVal('d.language_id', query.languageId),
  );
  if (query.text !== '') whereContains(matching, ['d.name', 'p.model'], escapeText(query.text));
  const total = await countOf(matching.clone());
  const rows = (await matching
    .select('p.product_id', 'd.name', 'p.model', 'p.price', 'p.quantity', 'p.status')
    .orderByRaw(...ordering(query))
    .orderBy('p.product_id')
    .limit(query.limit)
    .offset(query.offset)) as (ProductRow & NameRow)[];
  return { rows: rows.map(listItemOf), total };
}

/** Prices are text on SQLite: cast for the order only. */
function ordering({ sort, direction }: ProductQuery): [string, string[]] {
  const column = sort === 'name' ? 'd.name' : `p.${sort}`;
  const places = direction === 'desc' ? 'desc' : 'asc';
  return [sort === 'price' ? `cast(?? as decimal(15,4)) ${places}` : `?? ${places}`, [column]];
}

/** Null when there is no such product. */
export async function findProduct(db: Db, productId: number): Promise<Product | null> {
  const row = await db<ProductRow>(t(db, 'product')).where('product_id', productId).first();
  if (!row) return null;
  const names = await db(t(db, 'product_description'))
    .select<NameRow[]>('language_id', 'name')
    .where('product_id', productId);
  const stores = await db(t(db, 'product_to_store'))
    .where('product_id', productId)
    .orderBy('store_id')
    .pluck('store_id');
  return productOf(row, namesOf(names), stores as number[]);
}

function listItemOf(row: ProductRow & { name: string | null }): ProductListItem {
  return {
    productId: row.product_id,
    name: plainText(row.name) || plainText(row.model),
    model: plainText(row.model),
    price: decimal4(decimal(row.price)),
    quantity: row.quantity ?? 0,
    enabled: row.status === 1,
  };
}

function productOf(row: ProductRow, names: Names, storeIds: readonly number[]): Product {
  return {
    productId: row.product_id,
    names,
    model: plainText(row.model),
    sku: plainText(row.sku),
    price: decimal4(decimal(row.price)),
    quantity: row.quantity ?? 0,
    subtract: row.subtract === 1,
    minimum: row.minimum ?? 1,
    taxClassId: row.tax_class_id ?? 0,
    stockStatusId: row.stock_status_id ?? 0,
    enabled: row.status === 1,
    shipping: row.shipping === 1,
    weight: decimal8(decimal(row.weight)),
    weightClassId: row.weight_class_id ?? 0,
    storeIds,
  };
}
