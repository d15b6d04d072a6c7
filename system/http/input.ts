/** What came with a request, read as the text it is. Arrays and objects where text was expected read as absent. */
export type Input = Readonly<Record<string, unknown>>;

/** Trimmed text, cut nowhere; '' when absent. */
export function textIn(input: Input, name: string): string {
  const value = input[name];
  return typeof value === 'string' ? value.trim() : '';
}

/**
 * A number as people type it, with its comma as a point: "12,50" → "12.50". "1,250" stays as it is: it may be meant as
 * more than a thousand. What is no number stays too.
 */
export function decimalIn(input: Input, name: string): string {
  const text = textIn(input, name);
  return /^\d+,\d+$/.test(text) && !/^[1-9]\d*,\d{3}$/.test(text) ? text.replace(',', '.') : text;
}

/** A whole number of at most nine digits; `fallback` when it is none. */
export function wholeIn(input: Input, name: string, fallback = 0): number {
  const value = textIn(input, name);
  return /^-?\d{1,9}$/.test(value) ? Number(value) : fallback;
}

/** True for a ticked box or a chosen Yes. */
export function flagIn(input: Input, name: string): boolean {
  return textIn(input, name) === '1';
}

/** Ticked boxes of one name, or repeated fields: always a list. */
export function listIn(input: Input, name: string): string[] {
  const value = input[name];
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/**
 * Texts per id: `name_1`, `name_2` → { 1: …, 2: … }. Not `name[1]`: form parsers read such names as a list and lose
 * the ids.
 */
export function numberedIn(input: Input, name: string): Readonly<Record<number, string>> {
  const ids = Object.keys(input).filter((key) => key.startsWith(`${name}_`));
  return Object.fromEntries(
    ids
      .map((key): [string, string] => [key.slice(name.length + 1), textIn(input, key)])
      .filter(([id]) => /^\d{1,9}$/.test(id))
      .map(([id, text]) => [Number(id), text]),
  );
}

/** Nested fields: `address[city]` → { city }. A list of groups comes in their posted order. */
export function groupIn(input: Input, name: string): Input {
  const value = input[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : {};
}

export function groupsIn(input: Input, name: string): Input[] {
  const value = input[name];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((one): one is Input => typeof one === 'object' && one !== null);
}
