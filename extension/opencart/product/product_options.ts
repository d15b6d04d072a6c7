import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal, decimal4 } from '../../../system/decimal';
import { groupBy } from '../../../system/group_by';
import { plainText } from '../escaping';

/** What a buyer chooses or types for a product. */
export interface ProductOption {
  readonly productOptionId: number;
  readonly optionId: number;
  readonly name: string;
  /** select, radio, checkbox have values; text, textarea, file, date, time, datetime are typed. */
  readonly type: string;
  readonly required: boolean;
  /** What a typed option holds at first. */
  readonly value: string;
  readonly values: readonly ProductOptionValue[];
}

export interface ProductOptionValue {
  readonly productOptionValueId: number;
  readonly optionValueId: number;
  readonly name: string;
  readonly quantity: number;
  readonly subtract: boolean;
  /** Added to or taken from the product's price, base currency, four places. */
  readonly price: string;
  readonly pricePrefix: '+' | '-';
}

interface OptionRow {
  product_option_id: number;
  product_id: number;
  option_id: number;
  name: string | null;
  type: string | null;
  required: number | null;
  value: string | null;
}

interface ValueRow {
  product_option_value_id: number;
  product_option_id: number;
  option_value_id: number;
  name: string | null;
  quantity: number | null;
  subtract: number | null;
  price: string | null;
  price_prefix: string | null;
}

/** The options of several products, in the order of the shop's options: product id → options. */
export async function listProductOptions(
  db: Db,
  productIds: readonly number[],
  languageId: number,
): Promise<ReadonlyMap<number, readonly ProductOption[]>> {
  const options = await optionRows(db, productIds, languageId);
  const values = groupBy(await valueRows(db, productIds, languageId), (row) => row.product_option_id);
  const grouped = groupBy(options, (row) => row.product_id);
  return new Map(
    [...grouped].map(([productId, rows]) => [
      productId,
      rows.map((row) => optionOf(row, values.get(row.product_option_id) ?? [])),
    ]),
  );
}

async function optionRows(db: Db, productIds: readonly number[], languageId: number): Promise<OptionRow[]> {
  return (await db(t(db, 'product_option as po'))
    .join(t(db, 'option as o'), 'o.option_id', 'po.option_id')
    .leftJoin(t(db, 'option_description as d'), (on) =>
      on.on('d.option_id', 'o.option_id').andOnVal('d.language_id', languageId),
    )
    .select('po.product_option_id', 'po.product_id', 'po.option_id', 'd.name', 'o.type', 'po.required', 'po.value')
    .whereIn('po.product_id', [...productIds])
    .orderBy(['o.sort_order', 'po.product_option_id'])) as OptionRow[];
}

async function valueRows(db: Db, productIds: readonly number[], languageId: number): Promise<ValueRow[]> {
  return (await db(t(db, 'product_option_value as pv'))
    .join(t(db, 'option_value as v'), 'v.option_value_id', 'pv.option_value_id')
    .leftJoin(t(db, 'option_value_description as d'), (on) =>
      on.on('d.option_value_id', 'v.option_value_id').andOnVal('d.language_id', languageId),
    )
    .select('pv.*', 'd.name')
    .whereIn('pv.product_id', [...productIds])
    .orderBy(['v.sort_order', 'pv.product_option_value_id'])) as ValueRow[];
}

function optionOf(row: OptionRow, values: readonly ValueRow[]): ProductOption {
  return {
    productOptionId: row.product_option_id,
    optionId: row.option_id,
    name: plainText(row.name),
    type: row.type ?? 'text',
    required: row.required === 1,
    value: plainText(row.value),
    values: values.map(valueOf),
  };
}

function valueOf(row: ValueRow): ProductOptionValue {
  return {
    productOptionValueId: row.product_option_value_id,
    optionValueId: row.option_value_id,
    name: plainText(row.name),
    quantity: row.quantity ?? 0,
    subtract: row.subtract === 1,
    price: decimal4(decimal(row.price)),
    pricePrefix: row.price_prefix === '-' ? '-' : '+',
  };
}
