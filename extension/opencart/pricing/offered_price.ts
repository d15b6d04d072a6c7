import type { Db } from '../../../system/db/table';
import { decimal, decimal4 } from '../../../system/decimal';
import type { ShopTime } from '../shop_time';
import { discountOf } from './catalogue';
import { selectDiscounts } from './tables/products';
import { unitPrice } from './unit_price';

/** A product that is about to be chosen. */
export interface Offered {
  readonly productId: number;
  /** Four places, base currency. */
  readonly price: string;
  readonly minimum: number;
}

/**
 * What a piece costs this customer group as things stand, without options and tax, when as few as possible are taken:
 * specials and the group's own prices count. Product id → four places, base currency.
 */
export async function offeredPrices(
  db: Db,
  products: readonly Offered[],
  { customerGroupId, now }: { readonly customerGroupId: number; readonly now: ShopTime },
): Promise<ReadonlyMap<number, string>> {
  if (products.length === 0) return new Map();
  const ids = products.map(({ productId }) => productId);
  const rows = await selectDiscounts(db, ids, customerGroupId);
  return new Map(
    products.map(({ productId, price, minimum }) => {
      const discounts = rows.filter((row) => row.product_id === productId).map(discountOf);
      const question = { base: decimal(price), options: decimal(0), discounts, pieces: minimum, customerGroupId, now };
      return [productId, decimal4(unitPrice(question))];
    }),
  );
}
