import { stderr, stdout } from 'node:process';
import { fieldError } from '../../language/field_errors';
import { ConfigError } from '../../system/config';
import { AppError } from '../../system/errors';

/** Answers go to stdout, so that they can be piped; everything about them to stderr. */
export function say(text: string): void {
  stdout.write(`${text}\n`);
}

export function hint(text: string): void {
  stderr.write(`${text}\n`);
}

/**
 * Whoever reads the answer may leave before its end (`link list | head`): what is being done goes on to its own end,
 * which no broken pipe may cut in two, and its exit code is its own. An answer that cannot be written for another
 * reason, such as a full disk, is a failure.
 */
export function heedReaders(): void {
  for (const stream of [stdout, stderr]) {
    stream.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      // What is written after the first failure fails as well, and says nothing new.
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return;
      process.exitCode = 1;
      if (stream === stdout) hint(`The answer could not be written: ${message}`);
    });
  }
}

export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

/** Columns as wide as their widest text; numbers are given as text already. `empty` is said instead of no rows. */
export function sayTable(head: readonly string[], rows: readonly (readonly string[])[], empty: string): void {
  if (rows.length === 0) return say(empty);
  const widths = head.map((title, at) => Math.max(...[title, ...rows.map((row) => row[at] ?? '')].map(widthOf)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === cells.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd();
  say([line(head.map((title) => title.toUpperCase())), ...rows.map(line)].join('\n'));
}

/** Name and value, one a line. */
export function sayFacts(facts: readonly (readonly [string, string | null])[]): void {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  const width = Math.max(...known.map(([name]) => name.length));
  say(known.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n'));
}

function widthOf(text: string): number {
  return [...text].length;
}

/** "2026-11-22 14:05", UTC: the same on every machine. `at` is UTC epoch ms. */
export function momentText(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** One message with the remedy; a stack only for what nobody expected. */
export function complain(failed: unknown): void {
  if (failed instanceof AppError) return hint(sentencesOf(failed).join('\n'));
  hint(failed instanceof ConfigError ? failed.message : String(failed instanceof Error ? failed.stack : failed));
}

/** The message, what is wrong with which field, and the remedy. */
export function sentencesOf(failed: AppError): string[] {
  const { fields = {}, remedy } = failed.details;
  const wrong = Object.entries(fields).map(([field, sentence]) => `  ${field}: ${fieldError(sentence)}`);
  return [failed.message, ...wrong, ...(remedy === undefined ? [] : [remedy])];
}
