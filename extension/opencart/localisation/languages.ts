import { kept } from '../../../system/db/kept';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Language } from '../../payment_link/order_book';
import { plainText } from '../escaping';

interface LanguageRow {
  language_id: number;
  name: string | null;
  code: string | null;
  sort_order: number | null;
  status: number | null;
}

/** Those switched on, in the shop's order. */
export async function listLanguages(db: Db): Promise<readonly Language[]> {
  return kept(db, 'languages', () => readLanguages(db));
}

async function readLanguages(db: Db): Promise<Language[]> {
  const rows = await db<LanguageRow>(t(db, 'language'))
    .select('language_id', 'name', 'code')
    .where('status', 1)
    .orderBy(['sort_order', 'language_id']);
  return rows.map((row) => ({
    languageId: row.language_id,
    code: (row.code ?? '').toLowerCase(),
    name: plainText(row.name),
  }));
}

/** The id for a code (`nl-nl`); null when the shop does not have the language. */
export async function findLanguageId(db: Db, code: string): Promise<number | null> {
  return (await listLanguages(db)).find((language) => language.code === code.toLowerCase())?.languageId ?? null;
}

/** Of one that may be switched off; the shop's first where it is gone, empty where it has none. */
export async function findLanguageCode(db: Db, languageId: number): Promise<string> {
  const row = await db<LanguageRow>(t(db, 'language')).where('language_id', languageId).first('code');
  return (row?.code ?? (await listLanguages(db))[0]?.code ?? '').toLowerCase();
}
