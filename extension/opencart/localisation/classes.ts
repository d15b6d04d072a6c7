import { kept } from '../../../system/db/kept';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { plainText } from '../escaping';

/** Something to choose from in a form. */
export interface Choice {
  readonly id: number;
  readonly name: string;
}

export async function listTaxClasses(db: Db): Promise<Choice[]> {
  const rows = await db<{ id: number; name: string | null }>(t(db, 'tax_class'))
    .select({ id: 'tax_class_id', name: 'title' })
    .orderBy('title');
  return rows.map(choiceOf);
}

/** What is shown for a product that is out of stock. */
export async function listStockStatuses(db: Db, languageId: number): Promise<Choice[]> {
  const rows = await db<{ id: number; name: string | null }>(t(db, 'stock_status'))
    .select({ id: 'stock_status_id', name: 'name' })
    .where('language_id', languageId)
    .orderBy('name');
  return rows.map(choiceOf);
}

export async function listWeightClasses(db: Db, languageId: number): Promise<(Choice & { readonly unit: string })[]> {
  const rows = await db<{ id: number; name: string | null; unit: string | null }>(t(db, 'weight_class_description'))
    .select({ id: 'weight_class_id', name: 'title', unit: 'unit' })
    .where('language_id', languageId)
    .orderBy('weight_class_id');
  return rows.map((row) => ({ ...choiceOf(row), unit: plainText(row.unit) }));
}

/** The units of weights, by weight class. */
export async function weightUnits(db: Db, languageId: number): Promise<ReadonlyMap<number, string>> {
  return kept(db, `weight units ${languageId}`, async () => {
    const classes = await listWeightClasses(db, languageId);
    return new Map(classes.map(({ id, unit }) => [id, unit]));
  });
}

function choiceOf(row: { id: number; name: string | null }): Choice {
  return { id: row.id, name: plainText(row.name) };
}
