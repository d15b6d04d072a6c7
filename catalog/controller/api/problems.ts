import type { ErrorRequestHandler } from 'express';
import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';
import { fieldError } from '../../../language/field_errors';
import { AppError, defineError } from '../../../system/errors';
import { failures } from '../../../system/http/failure';
import type { Log } from '../../../system/log';

export const tokenMissing = defineError(
  'token_missing',
  401,
  'This needs a token that is known here and was not revoked.',
  'Send "Authorization: Bearer <token>"; `payment-links token create` makes one.',
);
export const tokenReadsOnly = defineError(
  'token_reads_only',
  403,
  'This token may look, but change nothing.',
  'Make one without --read-only.',
);
export const tooManyRequests = defineError(
  'too_many_requests',
  429,
  'This token has asked too often.',
  'Wait {seconds} seconds.',
);
export const requestInvalid = defineError('request_invalid', 400, 'The request is not as it must be.');
export const keyMissing = defineError(
  'idempotency_key_missing',
  400,
  'This needs an Idempotency-Key of 1 to 200 characters.',
  'Send a new one with every new wish, and the same one to repeat a wish.',
);

/** What zod found, field by field. */
export function invalid(error: z.ZodError): AppError {
  const fields = error.issues.flatMap(issuesWithin).flatMap((issue) => {
    const path = issue.path.join('.') || 'body';
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [key, 'This field is not known.'] as const);
    return [[path, issue.message] as const];
  });
  return requestInvalid({ fields: Object.fromEntries(fields) });
}

type Issue = z.core.$ZodIssue;

/** Where several shapes are allowed, what is wrong with the one whose fields were sent; of several such, the last. */
function issuesWithin(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const strange = (issues: readonly Issue[]): number =>
    issues.reduce((sum, one) => sum + (one.code === 'unrecognized_keys' ? one.keys.length : 0), 0);
  return issue.errors.toReversed().sort((one, other) => strange(one) - strange(other))[0] ?? [issue];
}

/** Every error of the API as RFC 9457 has it, with code and remedy. */
export function problems(log: Log): ErrorRequestHandler {
  const fieldsOf = (thrown: unknown) => Object.entries(thrown instanceof AppError ? (thrown.details.fields ?? {}) : {});
  return (thrown: unknown, request, response, next) => {
    const errors = fieldsOf(thrown).map(([field, key]) => ({ field, message: fieldError(key) }));
    const answer = failures(log, ({ status, code, message, remedy, reference }) => {
      if (status === 401) response.set('www-authenticate', 'Bearer');
      const title = STATUS_CODES[status] ?? 'Error';
      const body = { type: 'about:blank', title, status, code, detail: message, remedy, errors, reference };
      response.type('application/problem+json').send(JSON.stringify(body));
    });
    answer(thrown, request, response, next);
  };
}
