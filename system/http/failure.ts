import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { AppError, type AppErrorDetails } from '../errors';
import type { Log } from '../log';
import { scrub } from '../log';

/** An error as a page or an API answer shows it. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
  /** What was filled into message and remedy. */
  readonly values?: NonNullable<AppErrorDetails['values']>;
  /** To find the log line by; only for unexpected errors. */
  readonly reference: string | null;
}

/** The one error handler: decides what may be shown, and logs what nobody expected, whole. */
export function failures(log: Log, show: (failure: Failure, request: Request, response: Response) => void) {
  // Express knows an error handler by its four parameters.
  return (thrown: unknown, request: Request, response: Response, _next: NextFunction): void => {
    const failure = failureOf(thrown, log, request);
    // Half an answer is out: only its end can still tell that it is not whole. Express would print the error.
    if (response.headersSent) return void response.destroy();
    response.status(failure.status);
    show(failure, request, response);
  };
}

function failureOf(thrown: unknown, log: Log, request: Request): Failure {
  if (thrown instanceof AppError) {
    const { status, code, message } = thrown;
    const { remedy = null, values = {} } = thrown.details;
    return { status, code, message, remedy, values, reference: null };
  }
  const refused = refusedByExpress(thrown);
  if (refused) return refused;
  const reference = randomBytes(4).toString('hex');
  log.error(
    { err: thrown, reference, method: request.method, path: scrub(request.baseUrl + request.path) },
    'unexpected error',
  );
  return { status: 500, code: 'unexpected', message: 'Something went wrong here.', remedy: null, reference };
}

/** Bodies that are too large or broken come from Express as errors with a 4xx status. */
function refusedByExpress(thrown: unknown): Failure | null {
  const { status, type } = (thrown ?? {}) as { status?: unknown; type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  const code = typeof type === 'string' ? type.replace(/\W+/g, '_') : 'bad_request';
  const message = status === 413 ? 'That was too large.' : 'The request could not be understood.';
  return { status, code, message, remedy: null, reference: null };
}
