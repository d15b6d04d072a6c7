import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { PricedLine } from './order_draft';
import { shopDialect } from '../dialect';
import { storedText } from '../stored_text';

/** Table `order_product`. Ids change at every edit: never keep one. */
export interface OrderProductRow {
  order_product_id: number;
  order_id: number;
  product_id: number;
  /** The product this one is a variant of; 0 for none. */
  master_id?: number;
  name: string | null;
  model: string | null;
  quantity: number;
  /** Per piece, without tax, options included. */
  price: string;
  total: string;
  /** Per piece. */
  tax: string;
  reward: number;
}

/** Answers the ids in the order of the lines; none when no line has options, which alone need them. */
export async function insertOrderProducts(tx: Tx, orderId: number, lines: readonly PricedLine[]): Promise<number[]> {
  if (lines.length === 0) return [];
  const [id] = await tx<OrderProductRow>(t(tx, 'order_product')).insert(lines.map((line) => rowOf(tx, orderId, line)));
  if (lines.every((line) => line.options.length === 0)) return [];
  // How ids of one statement follow each other depends on the server (clusters leave gaps): they are read back.
  return lines.length === 1 ? [Number(id)] : listOrderProductIds(tx, orderId);
}

async function listOrderProductIds(tx: Tx, orderId: number): Promise<number[]> {
  const rows = await tx<OrderProductRow>(t(tx, 'order_product'))
    .select('order_product_id')
    .where({ order_id: orderId })
    .orderBy('order_product_id');
  return rows.map((row) => row.order_product_id);
}

export async function deleteOrderProducts(tx: Tx, orderId: number): Promise<void> {
  await tx<OrderProductRow>(t(tx, 'order_product')).where({ order_id: orderId }).delete();
}

type NewProductRow = Omit<OrderProductRow, 'order_product_id'>;

function rowOf(tx: Tx, orderId: number, line: PricedLine): NewProductRow {
  return {
    order_id: orderId,
    product_id: line.productId,
    ...(shopDialect(tx).masterProducts ? { master_id: line.masterId } : {}),
    name: storedText(tx, line.name),
    model: storedText(tx, line.model),
    quantity: line.quantity,
    price: line.price,
    total: line.total,
    tax: line.tax,
    reward: line.reward,
  };
}
