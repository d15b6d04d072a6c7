import pino, { type Logger } from 'pino';
import { stdout } from 'node:process';

export type Log = Logger;

/** Paths whose values never reach a log. Texts are also scrubbed of card-like numbers, see `scrub`. */
const SECRET_PATHS = [
  'api_key',
  'apiKey',
  'password',
  'secret',
  'token',
  'authorization',
  'cookie',
  'auth',
  '*.api_key',
  '*.apiKey',
  '*.password',
  '*.secret',
  '*.token',
  '*.authorization',
  '*.cookie',
  '*.auth',
  'headers.authorization',
  'headers.cookie',
  'headers.api_key',
  'headers.auth',
];

/** One JSON line per event, or readable lines on a terminal. */
export function createLog(level: string, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    redact: { paths: SECRET_PATHS, censor: '[secret]' },
    formatters: { log: scrubbed },
    hooks: {},
  };
  if (destination) return pino(options, destination);
  if (stdout.isTTY)
    return pino({ ...options, transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname' } } });
  return pino(options);
}

function scrubbed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? scrub(value) : value]),
  );
}

/** Card-like runs of 13 to 19 digits, and pay tokens in addresses, are cut to their last four. */
export function scrub(text: string): string {
  return text.replace(/\b(?:\d[ -]?){9,15}(\d{4})\b/g, '•••• $1').replace(/(\/(?:pay|notify\/\w+)\/)[\w-]{8,}/g, '$1…');
}
