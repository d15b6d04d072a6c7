/** Line breaks and other control characters, with those that turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * A name or a title of other people, for a sentence or a line of ours: stays on its line, and writing from right to
 * left is kept apart, or the amount behind it would be shown before it.
 */
export function oneLine(text: string): string {
  const line = text.replace(CONTROLS, ' ').replace(/ {2,}/g, ' ').trim();
  return RIGHT_TO_LEFT.test(line) ? `\u2068${line}\u2069` : line;
}
