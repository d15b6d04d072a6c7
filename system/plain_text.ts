import { decode } from 'he';

/** Tags, comments and doctypes; a lone "<" of a sentence ("a < b") stays. */
const MARKUP = /<(?:[a-z/!?][^>]*)>/giu;
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
const HALF_EMOJI = /\p{Cs}/gu;

/** One text without entities, HTML, control characters (line feeds stay) and halves of emoji. */
export function plainText(text: string): string {
  return withoutMarkup(decode(text))
    .replace(HALF_EMOJI, '')
    .replace(CONTROL, (found) => (found.includes('\n') ? '\n' : ' '))
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Nothing behind the last ">" is looked at: thousands of "<" without an end would each be followed to the end. */
function withoutMarkup(text: string): string {
  const end = text.lastIndexOf('>') + 1;
  return text.slice(0, end).replace(MARKUP, ' ') + text.slice(end);
}

/** Cut to so many characters as people count code points, never in the middle of one. */
export function cutText(text: string, charactersMax: number): string {
  const characters = [...text];
  return characters.length <= charactersMax ? text : characters.slice(0, charactersMax).join('').trimEnd();
}
