/** Control characters, with the line and paragraph separators that some mail programs take for line breaks. */
const UNSAFE = /[\p{Cc}\u2028\u2029]+/gu;
/** RFC 5322 asks for lines of at most 998 characters; nobody's name or subject comes near this. */
const LENGTH_MAX = 250;

/** Text that may stand in a header: one line, whatever was typed or came out of a database. */
export function headerText(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim().slice(0, LENGTH_MAX);
}

/** One plain address, `name@domain`: no list, no display name, no comment, no blank, no line break. */
const ADDRESS = /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]{1,190}$/u;

export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text) && !text.includes('..') && !/(^|@)\.|\.(@|$)/.test(text);
}

/** Letters, digits and dashes only, so that a name cannot end its header. */
export function isHeaderName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9-]{0,60}$/.test(name);
}
