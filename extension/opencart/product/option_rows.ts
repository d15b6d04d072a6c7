import type { Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Names } from '../names';
import { nameRows } from '../names';
import type { OptionValue, WholeOption } from './find_option';

export async function insertOption(tx: Tx, type: string, names: Names, sortOrder: number): Promise<number> {
  const [optionId = 0] = await tx(t(tx, 'option')).insert({ type, validation: '', sort_order: sortOrder });
  await insertNames(tx, optionId, names);
  return optionId;
}

/** Without its values. */
export async function changeOption(
  tx: Tx,
  optionId: number,
  { names, type, sortOrder }: Omit<WholeOption, 'optionId'>,
): Promise<void> {
  await tx(t(tx, 'option')).where('option_id', optionId).update({ type, sort_order: sortOrder });
  await tx(t(tx, 'option_description')).where('option_id', optionId).delete();
  await insertNames(tx, optionId, names);
}

export async function deleteOption(tx: Tx, optionId: number): Promise<void> {
  await tx(t(tx, 'option_description')).where('option_id', optionId).delete();
  await tx(t(tx, 'option')).where('option_id', optionId).delete();
}

export async function insertOptionValue(tx: Tx, optionId: number, names: Names, sortOrder: number): Promise<number> {
  const [valueId = 0] = await tx(t(tx, 'option_value')).insert({
    option_id: optionId,
    image: '',
    sort_order: sortOrder,
  });
  await insertValueNames(tx, optionId, valueId, names);
  return valueId;
}

export async function changeOptionValue(tx: Tx, optionId: number, value: OptionValue): Promise<void> {
  const { optionValueId, names, sortOrder } = value;
  await tx(t(tx, 'option_value')).where('option_value_id', optionValueId).update({ sort_order: sortOrder });
  await tx(t(tx, 'option_value_description')).where('option_value_id', optionValueId).delete();
  await insertValueNames(tx, optionId, optionValueId, names);
}

export async function deleteOptionValues(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const table of ['option_value_description', 'option_value'] as const) {
    await tx(t(tx, table))
      .whereIn('option_value_id', [...ids])
      .delete();
  }
}

async function insertNames(tx: Tx, optionId: number, names: Names): Promise<void> {
  await tx(t(tx, 'option_description')).insert(nameRows(names).map((row) => ({ option_id: optionId, ...row })));
}

async function insertValueNames(tx: Tx, optionId: number, valueId: number, names: Names): Promise<void> {
  await tx(t(tx, 'option_value_description')).insert(
    nameRows(names).map((row) => ({ option_value_id: valueId, option_id: optionId, ...row })),
  );
}
