import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';

export interface OptionRow {
  readonly product_option_id: number;
  readonly product_id: number;
  readonly required: number | null;
  readonly type: string | null;
  readonly name: string | null;
}

/** The options of these products, in the language's words; the name is null where it has none. */
export async function selectOptions(db: Db, productIds: readonly number[], languageId: number): Promise<OptionRow[]> {
  return (await db(t(db, 'product_option as po'))
    .join(t(db, 'option as o'), 'o.option_id', 'po.option_id')
    .leftJoin(t(db, 'option_description as d'), (on) =>
      on.on('d.option_id', 'o.option_id').andOnVal('d.language_id', languageId),
    )
    .whereIn('po.product_id', productIds)
    .orderBy(['o.sort_order', 'po.product_option_id'])
    .select('po.product_option_id', 'po.product_id', 'po.required', 'o.type', 'd.name')) as OptionRow[];
}

export interface OptionValueRow {
  readonly product_option_value_id: number;
  readonly product_option_id: number;
  readonly quantity: number | null;
  readonly subtract: number | null;
  readonly price: string | null;
  readonly price_prefix: string | null;
  readonly points: number | null;
  readonly points_prefix: string | null;
  readonly weight: string | null;
  readonly weight_prefix: string | null;
  readonly name: string | null;
}

export async function selectOptionValues(
  db: Db,
  productOptionValueIds: readonly number[],
  languageId: number,
): Promise<OptionValueRow[]> {
  return (await db(t(db, 'product_option_value as v'))
    .leftJoin(t(db, 'option_value_description as d'), (on) =>
      on.on('d.option_value_id', 'v.option_value_id').andOnVal('d.language_id', languageId),
    )
    .whereIn('v.product_option_value_id', productOptionValueIds)
    .select('v.product_option_value_id', 'v.product_option_id', 'v.quantity', 'v.subtract', 'v.price')
    .select(
      'v.price_prefix',
      'v.points',
      'v.points_prefix',
      'v.weight',
      'v.weight_prefix',
      'd.name',
    )) as OptionValueRow[];
}
