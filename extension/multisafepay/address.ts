export interface Street {
  readonly street: string;
  /** Empty when none can be told apart. */
  readonly houseNumber: string;
}

const NUMBER = String.raw`\d+\p{L}{0,2}`;
/** "39 C", "12-14", "21-B", "5/3", "7 bis", "3 III". */
const ADDITION = String.raw`(?:\s?[-/]\s?[\p{L}\d]{1,4}|\s\p{L}{1,3})?`;
const LAST = new RegExp(String.raw`^(.*\p{L}.*?)[\s,]+(${NUMBER}${ADDITION})$`, 'u');
const FIRST = new RegExp(String.raw`^(${NUMBER}(?:[-/]\d+)?),?\s+(.*\p{L}.*)$`, 'u');

/** The provider wants the number in a field of its own, of this length. */
const NUMBER_LENGTH_MAX = 10;

/**
 * Street and house number out of both address lines read as one: "Kraanspoor 39" and "C" give "39 C". The number is
 * looked for at the end, then at the start ("10 Downing Street").
 */
export function splitStreet(address1: string, address2: string): Street {
  const whole = [address1, address2]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
  const last = LAST.exec(whole);
  if (last && fits(last[2])) return { street: last[1] ?? '', houseNumber: last[2] ?? '' };
  const first = FIRST.exec(whole);
  if (first && fits(first[1])) return { street: first[2] ?? '', houseNumber: first[1] ?? '' };
  return { street: whole, houseNumber: '' };
}

function fits(number: string | undefined): boolean {
  return number !== undefined && number.length <= NUMBER_LENGTH_MAX;
}
