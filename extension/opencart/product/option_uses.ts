import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';
import { nameIn, nameRows } from '../names';
import type { OptionValue, WholeOption } from './find_option';

/** A product that has the option, or offers the value. */
export interface OptionUse {
  readonly productId: number;
  readonly name: string;
}

export function listOptionUses(db: Db, optionId: number): Promise<OptionUse[]> {
  return usesIn(db, 'product_option', { 'u.option_id': optionId });
}

/** The first value that would go although products offer it; null when all that are not kept can go. */
export async function findBlockedValue(
  db: Db,
  option: WholeOption,
  keptIds: readonly number[],
): Promise<{ readonly value: OptionValue; readonly name: string; readonly uses: readonly OptionUse[] } | null> {
  for (const value of option.values.filter((one) => !keptIds.includes(one.optionValueId))) {
    const uses = await usesIn(db, 'product_option_value', { 'u.option_value_id': value.optionValueId });
    if (uses.length > 0) return { value, name: nameIn(nameRows(value.names), 0), uses };
  }
  return null;
}

async function usesIn(
  db: Db,
  table: 'product_option' | 'product_option_value',
  place: Readonly<Record<string, number>>,
): Promise<OptionUse[]> {
  const rows = (await db(t(db, `${table} as u`))
    .join(t(db, 'product as p'), 'p.product_id', 'u.product_id')
    .leftJoin(t(db, 'product_description as d'), 'd.product_id', 'p.product_id')
    .where(place)
    .select('p.product_id', 'p.model', 'd.name')
    .orderBy(['p.product_id', 'd.language_id'])) as { product_id: number; model: string | null; name: string | null }[];
  const first = new Map<number, string>();
  for (const row of rows) {
    if (!first.has(row.product_id)) first.set(row.product_id, plainText(row.name) || plainText(row.model));
  }
  return [...first].map(([productId, name]) => ({ productId, name }));
}
