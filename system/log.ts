import pino, { type Logger } from 'pino';
import { stdout } from 'node:process';
import { withoutStatement } from './errors';

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
    serializers: { err: errorFields },
    hooks: { logMethod: scrubbedMessage },
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

/** What an error says, and where; a failed statement without the values that were bound to it. */
function errorFields(failed: unknown): unknown {
  if (!(failed instanceof Error)) return failed;
  const { sql: _sql, raw: _raw, message, stack, ...fields } = pino.stdSerializers.err(failed) as unknown as Fields;
  const told = scrub(withoutStatement(String(message)));
  const trace = String(stack)
    .replace(String(message), '')
    .replace(/\n {2,}at /g, '\n    at ');
  return { ...scrubbed(fields), message: told, stack: scrub(withoutStatement(trace)) };
}

type Fields = Record<string, unknown>;

function scrubbedMessage(this: Log, args: Parameters<Log['info']>, method: (...args: unknown[]) => void): void {
  method.apply(
    this,
    args.map((arg: unknown) => (typeof arg === 'string' ? scrub(arg) : arg)),
  );
}

/** Card-like runs of 13 to 19 digits are cut to their last four, and tokens and slugs are taken out of addresses. */
export function scrub(text: string): string {
  return text.replace(/\b(?:\d[ -]?){9,15}(\d{4})\b/g, '•••• $1').replace(/(\/(?:pay|notify\/\w+)\/)[\w-]{3,}/g, '$1…');
}
