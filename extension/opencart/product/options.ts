import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { groupBy } from '../../../system/group_by';
import { plainText } from '../escaping';

/** One of the shop's options, from which a product takes the values it has. */
export interface Option {
  readonly optionId: number;
  readonly name: string;
  readonly type: string;
  readonly values: readonly { readonly optionValueId: number; readonly name: string }[];
}

/** The kinds of option that the order form can take; a file cannot be sent with it. */
export const OPTION_TYPES = ['select', 'radio', 'checkbox', 'text', 'textarea', 'date', 'time', 'datetime'] as const;

/** Whether the buyer chooses from values; the other kinds are typed. */
export function hasValues(type: string): boolean {
  return ['select', 'radio', 'checkbox'].includes(type);
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
