import { whereContains } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal, decimal4 } from '../../../system/decimal';
import { escapeText, plainText } from '../escaping';
import type { ProductOption } from './product_options';
import { listProductOptions } from './product_options';
import type { ProductRow } from './products';

/** A product as the order form offers it. */
export interface ProductFound {
  readonly productId: number;
  readonly name: string;
  readonly model: string;
  /** Without options, discounts and tax; base currency, four places. */
  readonly price: string;
  /** Pieces there are; may be below zero. */
  readonly quantity: number;
  readonly subtract: boolean;
  readonly minimum: number;
  readonly taxClassId: number;
  readonly shipping: boolean;
  readonly options: readonly ProductOption[];
}

export interface ProductSearch {
  /** Part of the name or the model; empty for the first ones by name. */
  readonly text: string;
  readonly languageId: number;
  readonly storeId: number;
  readonly limit: number;
}

type FoundRow = ProductRow & { name: string | null };

/** Enabled products of the store, by name, with what can be chosen for each. */
export async function searchProducts(db: Db, search: ProductSearch): Promise<ProductFound[]> {
  const matching = sellable(db, search).orderBy(['d.name', 'p.product_id']).limit(search.limit);
  const text = escapeText(search.text.trim());
  if (text !== '') whereContains(matching, ['d.name', 'p.model'], text);
  return withOptions(db, (await matching) as FoundRow[], search.languageId);
}

/** Those of the given ids that the store sells, in no order: for a form that comes back with its lines. */
export async function findSellable(
  db: Db,
  productIds: readonly number[],
  place: { readonly languageId: number; readonly storeId: number },
): Promise<ProductFound[]> {
  const rows = (await sellable(db, place).whereIn('p.product_id', [...productIds])) as FoundRow[];
  return withOptions(db, rows, place.languageId);
}

function sellable(db: Db, place: { readonly languageId: number; readonly storeId: number }) {
  return db(t(db, 'product as p'))
    .join(t(db, 'product_to_store as s'), (on) =>
      on.on('s.product_id', 'p.product_id').andOnVal('s.store_id', place.storeId),
    )
    .leftJoin(t(db, 'product_description as d'), (on) =>
      on.on('d.product_id', 'p.product_id').andOnVal('d.language_id', place.languageId),
    )
    .select('p.*', 'd.name')
    .where('p.status', 1);
}

async function withOptions(db: Db, rows: readonly FoundRow[], languageId: number): Promise<ProductFound[]> {
  const options = await listProductOptions(
    db,
    rows.map((row) => row.product_id),
    languageId,
  );
  return rows.map((row) => foundOf(row, options.get(row.product_id) ?? []));
}

function foundOf(row: FoundRow, options: readonly ProductOption[]): ProductFound {
  return {
    productId: row.product_id,
    name: plainText(row.name) || plainText(row.model),
    model: plainText(row.model),
    price: decimal4(decimal(row.price)),
    quantity: row.quantity ?? 0,
    subtract: row.subtract === 1,
    minimum: Math.max(1, row.minimum ?? 1),
    taxClassId: row.tax_class_id ?? 0,
    shipping: row.shipping === 1,
    options,
  };
}
