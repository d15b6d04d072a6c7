import { t } from '../../../system/db/table';
import { listTogether } from '../../../system/db/together';
import { groupBy } from '../../../system/group_by';
import type { OrderLine, OrderLineOption, TaxRate } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import type { OrderOptionRow } from './order_options';
import type { OrderProductRow } from './order_products';

/** A line with what its product says today: null where the product is gone. */
export interface LineRow extends OrderProductRow {
  tax_class_id: number | null;
  weight: string | null;
  weight_class_id: number | null;
}

export const listLineRows = listTogether<number, LineRow>(async (db, orderIds) => {
  const rows = (await db(t(db, 'order_product as l'))
    .leftJoin(t(db, 'product as p'), 'p.product_id', 'l.product_id')
    .whereIn('l.order_id', [...orderIds])
    .orderBy('l.order_product_id')
    .select('l.*', 'p.tax_class_id', 'p.weight', 'p.weight_class_id')) as LineRow[];
  return groupBy(rows, (row) => row.order_id);
});

export interface LineFacts {
  /** Today's, by tax class. */
  readonly rates: ReadonlyMap<number, readonly TaxRate[]>;
  /** Of weights, by weight class, in the order's language. */
  readonly units: ReadonlyMap<number, string>;
}

export function readLines(
  rows: readonly LineRow[],
  optionRows: readonly OrderOptionRow[],
  { rates, units }: LineFacts,
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
    weight: row.weight === null ? null : { unit: units.get(row.weight_class_id ?? 0) ?? '', value: row.weight },
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
