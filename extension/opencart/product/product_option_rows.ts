import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal4 } from '../../../system/decimal';
import { escapeText } from '../escaping';
import type { ProductOption, ProductOptionValue } from './product_options';

/** As posted by the product form: id 0 for what is new. */
export type OptionForm = Omit<ProductOption, 'name' | 'type' | 'values'> & { readonly values: readonly ValueForm[] };
export interface ValueForm extends Omit<ProductOptionValue, 'name'> {
  /** What the form showed when it was opened: the stock then moves by the difference. */
  readonly quantityWas?: number;
}

/**
 * Makes the product's options those of the form. What stays keeps its id: orders and carts refer to it.
 */
export async function saveProductOptions(tx: Tx, productId: number, options: readonly OptionForm[]): Promise<void> {
  await deleteOptionsExcept(
    tx,
    productId,
    options.map((option) => option.productOptionId),
  );
  const valueIds = options.flatMap((option) => option.values.map((value) => value.productOptionValueId));
  await deleteValuesExcept(tx, productId, valueIds);
  for (const option of options) {
    const productOptionId = await saveOption(tx, productId, option);
    for (const value of option.values)
      await saveValue(tx, { productId, productOptionId, optionId: option.optionId }, value);
  }
}

async function deleteOptionsExcept(tx: Tx, productId: number, ids: readonly number[]): Promise<void> {
  await tx(t(tx, 'product_option'))
    .where('product_id', productId)
    .whereNotIn('product_option_id', [...ids, 0])
    .delete();
}

async function deleteValuesExcept(tx: Tx, productId: number, ids: readonly number[]): Promise<void> {
  await tx(t(tx, 'product_option_value'))
    .where('product_id', productId)
    .whereNotIn('product_option_value_id', [...ids, 0])
    .delete();
}

async function saveOption(tx: Tx, productId: number, option: OptionForm): Promise<number> {
  const columns = { option_id: option.optionId, value: escapeText(option.value), required: option.required ? 1 : 0 };
  const place = { product_id: productId, product_option_id: option.productOptionId };
  const changed = option.productOptionId > 0 ? await tx(t(tx, 'product_option')).where(place).update(columns) : 0;
  if (changed > 0) return option.productOptionId;
  const [id = 0] = await tx(t(tx, 'product_option')).insert({ product_id: productId, ...columns });
  return id;
}

async function saveValue(
  tx: Tx,
  of: { productId: number; productOptionId: number; optionId: number },
  value: ValueForm,
): Promise<void> {
  const columns = {
    product_option_id: of.productOptionId,
    option_id: of.optionId,
    option_value_id: value.optionValueId,
    subtract: value.subtract ? 1 : 0,
    price: decimal4(value.price),
    price_prefix: value.pricePrefix,
  };
  const rows = tx(t(tx, 'product_option_value'));
  const place = { product_id: of.productId, product_option_value_id: value.productOptionValueId };
  const stored = (await rows.clone().where(place).first('quantity')) as { quantity: number | null } | undefined;
  if (stored) {
    const change = value.quantity - (value.quantityWas ?? stored.quantity ?? 0);
    await rows.where(place).update(columns).increment('quantity', change);
    return;
  }
  const rest = { points: 0, points_prefix: '+', weight: '0.00000000', weight_prefix: '+' };
  await rows.insert({ product_id: of.productId, quantity: value.quantity, ...columns, ...rest });
}
