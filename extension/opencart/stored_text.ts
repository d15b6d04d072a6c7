import type { Db } from '../../system/db/table';
import { shopDialect } from './dialect';
import { escapeText, plainText } from './escaping';

/** Beyond three bytes of UTF-8: emoji, rare Chinese characters. */
const WIDE = /[\u{10000}-\u{10FFFF}]/gu;
const REPLACEMENT = '\uFFFD';

/** As a shop stores it whose database, or whose PHP, knows three bytes: each wider character becomes U+FFFD. */
export function narrowText(text: string): string {
  return text.replace(WIDE, REPLACEMENT);
}

/** Those of a text that are wider, each once. */
export function wideCharacters(text: string): string[] {
  return [...new Set(text.match(WIDE))];
}

/** Typed text as this shop stores it. */
export function storedText(db: Db, plain: string): string {
  const escaped = escapeText(plain);
  return shopDialect(db).wideText ? escaped : narrowText(escaped);
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g;

/**
 * A history line as PHP's pages show it with working links: they print the stored text as HTML, so each address
 * becomes an anchor around the escaped rest.
 */
export function historyHtml(db: Db, plain: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const match of plain.matchAll(ADDRESS)) {
    const href = storedText(db, match[0]);
    parts.push(storedText(db, plain.slice(done, match.index)), `<a href="${href}" target="_blank">${href}</a>`);
    done = match.index + match[0].length;
  }
  return [...parts, storedText(db, plain.slice(done))].join('');
}

/** Typed text is stored without a raw "<": any tag in a history line is one that a program wrote. */
export function historyText(stored: string | null): string {
  return plainText(stored?.replace(/<br\s*\/?>/gi, '\n').replace(/<\/?[a-z][^<>]*>/gi, ''));
}
