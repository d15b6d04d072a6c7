/** A piece of plain text; with `href` it is an address. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | null;
}

/** http and https only: nothing else becomes a link. Quotes and angle brackets end an address. */
const ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** Punctuation that belongs to the sentence around an address. */
const TAIL = '.,;:!?)]}';

/** Text with its addresses recognised. The text stays text: nothing in it is ever read as HTML. */
export function linkedText(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const href = withoutTail(match[0]);
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), href: null });
    pieces.push({ text: href, href });
    from = match.index + href.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null });
  return pieces;
}

/** From the end, a character at a time: a pattern would begin anew at every dot of a long run of them. */
function withoutTail(address: string): string {
  let end = address.length;
  while (TAIL.includes(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
