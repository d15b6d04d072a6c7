import { fill } from './language';
import { withCause } from './reason';

/**
 * Errors a person can act on. Everything thrown on purpose is made here; anything else is unexpected, and the one
 * handler shows a reference number for it.
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    /** Stable, documented in docs/errors.md: `order_not_found`. */
    readonly code: string,
    /** The HTTP status a page answers with. */
    readonly status: number,
    message: string,
    readonly details: AppErrorDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
  }
}

export interface AppErrorDetails {
  /** What the reader can do about it, one sentence. */
  readonly remedy?: string;
  /** What is filled in where message and remedy say `{name}`. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Errors beside their fields: field name → language key or plain sentence. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** `{name}` in message and remedy is filled in from `values`. Written out here word for word: docs/errors.md lists it. */
export function defineError(code: string, status: number, message: string, remedy?: string) {
  return (details: AppErrorDetails = {}): AppError => {
    const { values = {} } = details;
    const told = remedy === undefined ? {} : { remedy: fill(remedy, values) };
    return new AppError(code, status, fill(message, values), { ...told, ...details });
  };
}

export const notFound = defineError('not_found', 404, 'There is no such page or record.');
export const forbidden = defineError(
  'forbidden',
  403,
  'You do not have this permission: {permission}.',
  'Ask {who}: on the page {page} it is given to your group, {group}.',
);
export const badRequest = defineError('bad_request', 400, 'The request could not be understood.');
export const invalidForm = defineError('invalid_form', 422, 'Please check the marked fields.');
export const formExpired = defineError(
  'form_expired',
  403,
  'This form has expired.',
  'Go back, reload the page and send the form again.',
);

/** An error whose message is for people, and which knows what the machine said. */
export interface Explained {
  readonly technical: string | null;
}

/** Reduces anything that was thrown to what a job's record keeps: see `readReason`. */
export function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return withCause(withoutStatement(thrown.message) || thrown.name, (thrown as Partial<Explained>).technical);
}

/** Knex puts the whole statement, with the values bound to it, before the driver's sentence. */
export function withoutStatement(message: string): string {
  return message.replace(/^\s*(?:select|insert|update|delete|replace|with)\b[^]* - (?=[^]*$)/i, '');
}
