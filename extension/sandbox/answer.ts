import type { Request, Response } from 'express';
import type { Fault, Faults } from './faults';
import type { RequestRecord } from './request_log';

/** What an operation answers; `error` is for the log only. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly error?: string | undefined;
}

/** Runs one operation, with the fault that is due for it, and notes the outcome in the record. */
export async function answerWithFaults(
  request: Request,
  response: Response,
  record: RequestRecord,
  faults: Faults,
  operate: () => Answer,
): Promise<void> {
  const fault = faults.take(record.operation);
  record.fault = fault?.kind ?? null;
  if (fault && (await strikeBefore(fault, request, response, record))) return;
  const answer = operate();
  record.error = answer.error ?? null;
  if (fault && strikeAfter(fault, request)) return;
  record.status = answer.status;
  if (!response.destroyed) response.status(answer.status).json(answer.body);
}

/** @returns true when the call ends here, with nothing done. */
async function strikeBefore(fault: Fault, request: Request, response: Response, record: RequestRecord) {
  const refuse = (status: number, type: string, text: string) => {
    record.status = status;
    response.status(status).type(type).send(text);
    return true;
  };
  const wait = String(fault.retryAfterSeconds ?? 1);
  switch (fault.kind) {
    case 'too_many':
      return refuse(429, 'text/plain', (response.set('Retry-After', wait), 'Too many requests'));
    case 'unavailable':
      return refuse(503, 'text/plain', (response.set('Retry-After', wait), 'Service unavailable'));
    case 'server_error':
      return refuse(500, 'text/plain', 'Internal server error');
    case 'nonsense':
      return refuse(200, 'text/html', '<!doctype html><title>Sorry</title><h1>We will be back soon</h1>');
    case 'empty':
      return refuse(200, 'application/json', '');
    case 'reset_before':
      request.socket.destroy();
      return true;
    case 'hang':
      return true;
    case 'latency':
      await new Promise((resolve) => setTimeout(resolve, fault.latencyMs ?? 1000));
      return false;
    case 'reset_after':
    case 'hang_after':
      return false;
  }
}

/** @returns true when the answer is lost. */
function strikeAfter(fault: Fault, request: Request): boolean {
  if (fault.kind === 'reset_after') request.socket.destroy();
  return fault.kind === 'reset_after' || fault.kind === 'hang_after';
}
