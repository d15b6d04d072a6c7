import type { Page, Paging } from '../../../system/db/like';
import { countOf, whereContains } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { groupBy } from '../../../system/group_by';
import { escapeText, plainText } from '../escaping';
import type { NameRow, Names } from '../names';
import { namesOf } from '../names';

export const OPTION_SORTS = ['name', 'type', 'sort_order'] as const;

export interface OptionQuery extends Paging {
  readonly languageId: number;
  /** Part of the name; empty for all. */
  readonly text: string;
  readonly sort: (typeof OPTION_SORTS)[number];
  readonly direction: 'asc' | 'desc';
}

interface OptionRow {
  readonly option_id: number;
  readonly type: string | null;
  readonly sort_order: number | null;
}

export interface OptionListItem {
  readonly optionId: number;
  readonly name: string;
  readonly type: string;
  readonly sortOrder: number;
}

/** The list of Catalog → Options. */
export async function listOptionPage(db: Db, query: OptionQuery): Promise<Page<OptionListItem>> {
  const matching = db(t(db, 'option as o')).leftJoin(t(db, 'option_description as d'), (on) =>
    on.on('d.option_id', 'o.option_id').andOnVal('d.language_id', query.languageId),
  );
  if (query.text !== '') whereContains(matching, ['d.name'], escapeText(query.text));
  const total = await countOf(matching.clone());
  const rows = (await matching
    .select('o.option_id', 'd.name', 'o.type', 'o.sort_order')
    .orderBy(query.sort === 'name' ? 'd.name' : `o.${query.sort}`, query.direction)
    .orderBy('o.option_id')
    .limit(query.limit)
    .offset(query.offset)) as (OptionRow & NameRow)[];
  return {
    rows: rows.map((row) => ({ ...plainOption(row), name: plainText(row.name) || `#${row.option_id}` })),
    total,
  };
}

/** An option with all its names, as its form shows it. */
export interface WholeOption {
  readonly optionId: number;
  readonly names: Names;
  readonly type: string;
  readonly sortOrder: number;
  readonly values: readonly OptionValue[];
}

export interface OptionValue {
  /** 0 for a new one. */
  readonly optionValueId: number;
  readonly names: Names;
  readonly sortOrder: number;
}

/** Null when there is no such option. */
export async function findOption(db: Db, optionId: number): Promise<WholeOption | null> {
  const row = (await db(t(db, 'option')).where('option_id', optionId).first()) as OptionRow | undefined;
  if (!row) return null;
  const names = (await db(t(db, 'option_description')).where('option_id', optionId)) as NameRow[];
  return { ...plainOption(row), names: namesOf(names), values: await valuesOf(db, optionId) };
}

async function valuesOf(db: Db, optionId: number): Promise<OptionValue[]> {
  const values = (await db(t(db, 'option_value'))
    .where('option_id', optionId)
    .orderBy(['sort_order', 'option_value_id'])) as { option_value_id: number; sort_order: number | null }[];
  const ids = values.map((value) => value.option_value_id);
  const named = (await db(t(db, 'option_value_description')).whereIn('option_value_id', ids)) as (NameRow & {
    option_value_id: number;
  })[];
  const names = groupBy(named, (row) => row.option_value_id);
  return values.map(({ option_value_id: optionValueId, sort_order }) => ({
    optionValueId,
    names: namesOf(names.get(optionValueId) ?? []),
    sortOrder: sort_order ?? 0,
  }));
}

function plainOption(row: OptionRow): { optionId: number; type: string; sortOrder: number } {
  return { optionId: row.option_id, type: row.type ?? 'text', sortOrder: row.sort_order ?? 0 };
}
