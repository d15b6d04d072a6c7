import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import { listLanguages } from '../localisation/languages';
import { checkNames, nameIn, nameRows } from '../names';
import { findOption, type WholeOption } from './find_option';
import {
  changeOption,
  changeOptionValue,
  deleteOption,
  deleteOptionValues,
  insertOption,
  insertOptionValue,
} from './option_rows';
import { findBlockedValue, listOptionUses } from './option_uses';
import { hasValues, OPTION_TYPES } from './options';

export const optionInUse = defineError(
  'option_in_use',
  409,
  'The option "{name}" is in use and cannot be deleted.',
  'Take it from the products first: the page Options names them.',
);
export const optionValueInUse = defineError(
  'option_value_in_use',
  409,
  'The option value "{name}" is in use and cannot be removed.',
  'Take it from the products first: the form of the option names them.',
);

export type OptionForm = Omit<WholeOption, 'optionId'>;

/** As OpenCart: 1 to 128 characters, in every language. */
const NAME_LENGTHS = [1, 128] as const;
const SORT_ORDER_MAX = 999_999_999;

/**
 * Adds an option (`optionId` null) or changes one. What stays keeps its id: products refer to it.
 * @returns its id. @throws AppError `invalid_form`, `not_found`, `option_value_in_use`
 */
export async function saveOption(db: Db | Tx, optionId: number | null, form: OptionForm): Promise<number> {
  return transaction(db, async (tx) => {
    const stored = optionId === null ? null : await findOption(tx, optionId);
    if (optionId !== null && stored === null) throw notFound();
    const languageIds = (await listLanguages(tx)).map((one) => one.languageId);
    const fields = { ...checkOption(form, languageIds), ...(await checkType(tx, form, stored)) };
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    const id = stored === null ? await insertOption(tx, form.type, form.names, form.sortOrder) : stored.optionId;
    if (stored !== null) await change(tx, stored, form);
    await saveValues(tx, id, form, stored);
    return id;
  });
}

async function change(tx: Tx, stored: WholeOption, form: OptionForm): Promise<void> {
  const kept = form.values.map((value) => value.optionValueId);
  const blocked = await findBlockedValue(tx, stored, kept);
  if (blocked !== null) throw optionValueInUse({ values: { name: blocked.name } });
  await changeOption(tx, stored.optionId, form);
  await deleteOptionValues(
    tx,
    stored.values.map((value) => value.optionValueId).filter((id) => !kept.includes(id)),
  );
}

async function saveValues(tx: Tx, optionId: number, form: OptionForm, stored: WholeOption | null): Promise<void> {
  for (const value of form.values) {
    const isStored = stored?.values.some((one) => one.optionValueId === value.optionValueId) ?? false;
    if (isStored) await changeOptionValue(tx, optionId, value);
    else await insertOptionValue(tx, optionId, value.names, value.sortOrder);
  }
}

/** @throws AppError `option_in_use`, `not_found` */
export async function removeOption(db: Db | Tx, optionId: number): Promise<void> {
  await transaction(db, async (tx) => {
    const option = await findOption(tx, optionId);
    if (option === null) throw notFound();
    if ((await listOptionUses(tx, optionId)).length > 0) {
      throw optionInUse({ values: { name: nameIn(nameRows(option.names), 0) } });
    }
    await deleteOptionValues(
      tx,
      option.values.map((value) => value.optionValueId),
    );
    await deleteOption(tx, optionId);
  });
}

/** `value_2_name_1`, `value_2_sort_order`: the places in the form. */
function checkOption(form: OptionForm, languageIds: readonly number[]): Record<string, string> {
  const fields = checkNames(form.names, languageIds, NAME_LENGTHS, 'error_name');
  if (!isSortOrder(form.sortOrder)) fields['sort_order'] = 'error_sort_order';
  form.values.forEach((value, index) => {
    const wrong = checkNames(value.names, languageIds, NAME_LENGTHS, 'error_value_name');
    for (const [name, error] of Object.entries(wrong)) fields[`value_${index}_${name}`] = error;
    if (!isSortOrder(value.sortOrder)) fields[`value_${index}_sort_order`] = 'error_sort_order';
  });
  return fields;
}

/** Products hold either chosen values or a typed text, so an option in use stays what it is in this. */
async function checkType(tx: Tx, form: OptionForm, stored: WholeOption | null): Promise<Record<string, string>> {
  const isKnown = OPTION_TYPES.some((type) => type === form.type) || form.type === stored?.type;
  if (!isKnown) return { type: 'error_choice' };
  const turns = stored !== null && hasValues(stored.type) !== hasValues(form.type);
  if (turns && (await listOptionUses(tx, stored.optionId)).length > 0) return { type: 'error_type_used' };
  if (hasValues(form.type)) return form.values.length === 0 ? { type: 'error_values' } : {};
  return form.values.length > 0 ? { type: 'error_type_values' } : {};
}

function isSortOrder(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= SORT_ORDER_MAX;
}
