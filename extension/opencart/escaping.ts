import he from 'he';

/**
 * OpenCart stores what people type HTML-escaped: names, addresses, comments, product names, settings. Everything
 * read from a text column goes through `plainText`, everything written through `escapeText`, at the table module;
 * the rest of the product sees plain text only.
 */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As OpenCart writes it: `&`, `<`, `>` and `"` become entities; the single quote stays. */
export function escapeText(plain: string): string {
  return plain.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/**
 * The text a person typed. Decodes once, so `plainText(escapeText(x))` is `x` for every text. Only complete
 * entities count: a raw address with `&copy=1` in it stays as it is. Null reads as empty.
 */
export function plainText(stored: string | null | undefined): string {
  if (stored === null || stored === undefined) return '';
  if (!stored.includes('&')) return stored;
  return stored.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,31});/gi, (entity) => he.decode(entity));
}
