import { escapeText, plainText } from './escaping';

/** A name per language: language id → plain text. */
export type Names = Readonly<Record<number, string>>;

export interface NameRow {
  readonly language_id: number;
  readonly name: string | null;
}

export function namesOf(rows: readonly NameRow[]): Names {
  return Object.fromEntries(rows.map((row) => [row.language_id, plainText(row.name)]));
}

/** The name in a language; where it has none, in the language with the lowest id, which is the shop's first. */
export function nameIn(rows: readonly NameRow[], languageId: number): string {
  const first = [...rows].sort((a, b) => a.language_id - b.language_id)[0];
  return plainText((rows.find((row) => row.language_id === languageId) ?? first)?.name);
}

/** The rows of one description table, trimmed and escaped as the shop stores text. */
export function nameRows(names: Names): { language_id: number; name: string }[] {
  return Object.entries(names).map(([id, name]) => ({ language_id: Number(id), name: escapeText(name.trim()) }));
}

/** Errors beside their fields: `name_<language id>` for each language whose name is missing, too short or too long. */
export function checkNames(
  names: Names,
  languageIds: readonly number[],
  [shortest, longest]: readonly [number, number],
  error: string,
): Record<string, string> {
  const wrong = languageIds.filter((id) => !fits(names[id] ?? '', shortest, longest));
  return Object.fromEntries(wrong.map((id) => [`name_${id}`, error]));
}

/** Counted in characters, as a varchar counts them, after escaping must fit too. */
export function fits(text: string, shortest: number, longest: number): boolean {
  return [...text.trim()].length >= shortest && [...escapeText(text.trim())].length <= longest;
}
