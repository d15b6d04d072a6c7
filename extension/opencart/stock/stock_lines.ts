import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import type { StockLine } from './stock';

interface LineRow {
  order_id: number;
  order_product_id: number;
  product_id: number;
  master_id?: number | null;
  quantity: number;
}

interface ValueRow {
  order_id: number;
  order_product_id: number;
  product_option_value_id: number;
}

const MASTER = ['master_id'] as const;

/** The lines of a saved order as far as stock is concerned. */
export async function listStockLines(db: Db, orderId: number): Promise<StockLine[]> {
  const lines = await db<LineRow>(t(db, 'order_product'))
    .select('order_product_id', 'product_id', 'quantity', ...(shopDialect(db).masterProducts ? MASTER : []))
    .where({ order_id: orderId });
  const values = await listChosenValues(db, orderId);
  return lines.map((line) => ({
    productId: line.product_id,
    masterId: line.master_id ?? 0,
    quantity: line.quantity,
    options: values
      .filter((value) => value.order_product_id === line.order_product_id)
      .map((value) => ({ productOptionValueId: value.product_option_value_id })),
  }));
}

async function listChosenValues(db: Db, orderId: number): Promise<ValueRow[]> {
  return db<ValueRow>(t(db, 'order_option'))
    .select('order_id', 'order_product_id', 'product_option_value_id')
    .where({ order_id: orderId })
    .where('product_option_value_id', '>', 0);
}
