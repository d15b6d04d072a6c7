import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import type { Names } from '../names';
import { groupBy, nameRows } from '../names';

/** One of the shop's options, from which a product takes the values it has. */
export interface Option {
  readonly optionId: number;
  readonly name: string;
  readonly type: string;
  readonly values: readonly { readonly optionValueId: number; readonly name: string }[];
}

export async function listOptions(db: Db, languageId: number): Promise<Option[]> {
  const options = (await db(t(db, 'option as o'))
    .leftJoin(t(db, 'option_description as d'), (on) =>
      on.on('d.option_id', 'o.option_id').andOnVal('d.language_id', languageId),
    )
    .select('o.option_id', 'o.type', 'd.name')
    .orderBy(['o.sort_order', 'o.option_id'])) as { option_id: number; type: string; name: string | null }[];
  const values = groupBy(await optionValues(db, languageId), (row) => row.option_id);
  return options.map((row) => ({
    optionId: row.option_id,
    name: plainText(row.name),
    type: row.type,
    values: (values.get(row.option_id) ?? []).map((value) => ({
      optionValueId: value.option_value_id,
      name: plainText(value.name),
    })),
  }));
}

interface OptionValueRow {
  option_value_id: number;
  option_id: number;
  name: string | null;
}

async function optionValues(db: Db, languageId: number): Promise<OptionValueRow[]> {
  return (await db(t(db, 'option_value as v'))
    .leftJoin(t(db, 'option_value_description as d'), (on) =>
      on.on('d.option_value_id', 'v.option_value_id').andOnVal('d.language_id', languageId),
    )
    .select('v.option_value_id', 'v.option_id', 'd.name')
    .orderBy(['v.sort_order', 'v.option_value_id'])) as OptionValueRow[];
}

export async function insertOption(tx: Tx, type: string, names: Names, sortOrder: number): Promise<number> {
  const [optionId = 0] = await tx(t(tx, 'option')).insert({ type, validation: '', sort_order: sortOrder });
  await tx(t(tx, 'option_description')).insert(nameRows(names).map((row) => ({ option_id: optionId, ...row })));
  return optionId;
}

export async function insertOptionValue(tx: Tx, optionId: number, names: Names, sortOrder: number): Promise<number> {
  const [valueId = 0] = await tx(t(tx, 'option_value')).insert({
    option_id: optionId,
    image: '',
    sort_order: sortOrder,
  });
  await tx(t(tx, 'option_value_description')).insert(
    nameRows(names).map((row) => ({ option_value_id: valueId, option_id: optionId, ...row })),
  );
  return valueId;
}
