import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { OrderLine, OrderLineOption, TaxRate } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import { groupBy } from '../names';
import type { OrderOptionRow } from './order_options';
import type { OrderProductRow } from './order_products';

/** A line with what its product says today: null where the product is gone. */
export interface LineRow extends OrderProductRow {
  tax_class_id: number | null;
  weight: string | null;
  unit: string | null;
}

/** `languageId`: of the weight's unit. */
export async function listLineRows(db: Db, orderId: number, languageId: number): Promise<LineRow[]> {
  return (await db(t(db, 'order_product as l'))
    .leftJoin(t(db, 'product as p'), 'p.product_id', 'l.product_id')
    .leftJoin(t(db, 'weight_class_description as w'), (on) =>
      on.on('w.weight_class_id', 'p.weight_class_id').andOnVal('w.language_id', languageId),
    )
    .where('l.order_id', orderId)
    .orderBy('l.order_product_id')
    .select('l.*', 'p.tax_class_id', 'p.weight', 'w.unit')) as LineRow[];
}

/** `rates`: today's, by tax class. */
export function readLines(
  rows: readonly LineRow[],
  optionRows: readonly OrderOptionRow[],
  rates: ReadonlyMap<number, readonly TaxRate[]>,
): OrderLine[] {
  const options = groupBy(optionRows, (row) => row.order_product_id);
  return rows.map((row) => ({
    orderProductId: row.order_product_id,
    productId: row.product_id,
    name: plainText(row.name),
    model: plainText(row.model),
    quantity: row.quantity,
    price: row.price,
    total: row.total,
    tax: row.tax,
    reward: row.reward,
    options: (options.get(row.order_product_id) ?? []).map(readOption),
    taxRates: rates.get(row.tax_class_id ?? 0) ?? [],
    weight: row.weight === null ? null : { unit: plainText(row.unit), value: row.weight },
  }));
}

function readOption(row: OrderOptionRow): OrderLineOption {
  return {
    productOptionId: row.product_option_id,
    productOptionValueId: row.product_option_value_id,
    name: plainText(row.name),
    value: plainText(row.value),
    type: row.type ?? '',
  };
}
