import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal4, decimal8 } from '../../../system/decimal';
import { escapeText } from '../escaping';
import type { Names } from '../names';
import { nameRows } from '../names';
import type { Product } from './products';

export type ProductData = Omit<Product, 'productId'>;

export async function insertProduct(tx: Tx, product: ProductData, now: string): Promise<number> {
  const [productId = 0] = await tx(t(tx, 'product')).insert({
    ...columnsOf(product),
    quantity: product.quantity,
    variant: '',
    override: '',
    date_available: now.slice(0, 10),
    date_added: now,
    date_modified: now,
  });
  return productId;
}

/** `quantityChange` is relative, so that an order saved since the form was opened keeps its pieces. */
export async function updateProduct(
  tx: Tx,
  productId: number,
  product: ProductData,
  quantityChange: number,
  now: string,
): Promise<void> {
  await tx(t(tx, 'product'))
    .where('product_id', productId)
    .update({ ...columnsOf(product), date_modified: now })
    .increment('quantity', quantityChange);
}

export async function setProductsEnabled(tx: Tx, productIds: readonly number[], enabled: boolean): Promise<void> {
  await tx(t(tx, 'product'))
    .whereIn('product_id', [...productIds])
    .update({ status: enabled ? 1 : 0 });
}

/** Descriptions, tags and search texts of a language stay as they are. */
export async function saveProductNames(tx: Tx, productId: number, names: Names): Promise<void> {
  for (const { language_id, name } of nameRows(names)) {
    const rows = tx(t(tx, 'product_description'));
    const changed = await rows.clone().where({ product_id: productId, language_id }).update({ name });
    if (changed > 0) continue;
    const texts = { description: '', tag: '', meta_title: name, meta_description: '', meta_keyword: '' };
    await rows
      .insert({ product_id: productId, language_id, name, ...texts })
      .onConflict(['product_id', 'language_id'])
      .merge({ name });
  }
}

export async function saveProductStores(tx: Tx, productId: number, storeIds: readonly number[]): Promise<void> {
  await tx(t(tx, 'product_to_store')).where('product_id', productId).delete();
  for (const storeId of new Set(storeIds)) {
    await tx(t(tx, 'product_to_store')).insert({ product_id: productId, store_id: storeId });
  }
}

const PRODUCT_TABLES = [
  'product_description',
  'product_option_value',
  'product_option',
  'product_discount',
  'product_reward',
  'product_to_store',
  'product_to_category',
  'product_code',
  'coupon_product',
  'product',
] as const;

/** With all that belongs to it. Orders keep their own copy of name, model and price. */
export async function deleteProducts(tx: Tx, productIds: readonly number[]): Promise<void> {
  for (const table of PRODUCT_TABLES)
    await tx(t(tx, table))
      .whereIn('product_id', [...productIds])
      .delete();
}

function columnsOf(product: ProductData): Record<string, string | number> {
  return {
    model: escapeText(product.model.trim()),
    sku: escapeText(product.sku.trim()),
    price: decimal4(product.price),
    subtract: product.subtract ? 1 : 0,
    minimum: product.minimum,
    tax_class_id: product.taxClassId,
    stock_status_id: product.stockStatusId,
    status: product.enabled ? 1 : 0,
    shipping: product.shipping ? 1 : 0,
    weight: decimal8(product.weight),
    weight_class_id: product.weightClassId,
  };
}
