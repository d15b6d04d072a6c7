import type { Clock } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { invalidForm, notFound } from '../../../system/errors';
import { listLanguages } from '../localisation/languages';
import { checkNames, fits } from '../names';
import type { OptionForm } from './product_option_rows';
import { saveProductOptions } from './product_option_rows';
import type { ProductData } from './product_rows';
import { insertProduct, saveProductNames, saveProductStores, updateProduct } from './product_rows';
import { findProduct } from './products';
import { readSettings } from '../setting/settings';
import { toShopTime } from '../shop_time';

export interface ProductForm extends ProductData {
  readonly options: readonly OptionForm[];
  /** What the form showed when it was opened: the stock then moves by the difference. Absent: by what is stored. */
  readonly quantityWas?: number;
}

/** A decimal(15,4) without sign: eleven places before the point. */
const AMOUNT = /^\d{1,11}(\.\d{1,4})?$/;
const WEIGHT = /^\d{1,7}(\.\d{1,8})?$/;
/** A signed 32-bit column, kept away from its ends so that orders can still move it. */
const QUANTITY_MAX = 1_000_000_000;

/** Adds a product (`productId` null) or changes one. @returns its id. @throws AppError `invalid_form`, `not_found` */
export async function saveProduct(
  db: Db | Tx,
  clock: Clock,
  productId: number | null,
  form: ProductForm,
): Promise<number> {
  return transaction(db, async (tx) => {
    const fields = checkProduct(
      form,
      (await listLanguages(tx)).map((one) => one.languageId),
    );
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    const now = toShopTime(clock.now(), (await readSettings(tx, 0)).timeZone);
    const id = productId === null ? await insertProduct(tx, form, now) : await change(tx, productId, form, now);
    await saveProductNames(tx, id, form.names);
    await saveProductStores(tx, id, form.storeIds);
    await saveProductOptions(tx, id, form.options);
    return id;
  });
}

async function change(tx: Tx, productId: number, form: ProductForm, now: string): Promise<number> {
  const stored = await findProduct(tx, productId);
  if (stored === null) throw notFound();
  await updateProduct(tx, productId, form, form.quantity - (form.quantityWas ?? stored.quantity), now);
  return productId;
}

function checkProduct(form: ProductForm, languageIds: readonly number[]): Record<string, string> {
  const fields = checkNames(form.names, languageIds, [1, 255], 'error_name');
  if (!fits(form.model, 1, 64)) fields['model'] = 'error_model';
  if (!fits(form.sku, 0, 64)) fields['sku'] = 'error_too_long';
  if (!AMOUNT.test(form.price)) fields['price'] = 'error_price';
  if (!isQuantity(form.quantity)) fields['quantity'] = 'error_whole';
  if (!isQuantity(form.minimum) || form.minimum < 1) fields['minimum'] = 'error_minimum';
  if (!WEIGHT.test(form.weight)) fields['weight'] = 'error_weight';
  form.options.forEach((option, index) => Object.assign(fields, checkOption(option, index)));
  return fields;
}

/** `option_0_value_2_price`: the places in the form. */
function checkOption(option: OptionForm, index: number): Record<string, string> {
  const fields: Record<string, string> = {};
  option.values.forEach((value, place) => {
    if (!AMOUNT.test(value.price)) fields[`option_${index}_value_${place}_price`] = 'error_price';
    if (!isQuantity(value.quantity)) fields[`option_${index}_value_${place}_quantity`] = 'error_whole';
  });
  return fields;
}

function isQuantity(value: number): boolean {
  return Number.isSafeInteger(value) && Math.abs(value) <= QUANTITY_MAX;
}
