import type { Request, Response } from 'express';
import { answerWithFaults } from '../answer';
import type { Answer } from '../answer';
import type { Faults } from '../faults';
import { isObject, textIn } from '../json';
import type { JsonObject } from '../json';
import type { RequestLog } from '../request_log';
import type { Environment } from './order';
import { Refusal, refusal } from './refusal';
import type { World } from './world';

export interface ApiParts {
  readonly world: World;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Public address of the stand-in, without a trailing slash. */
  readonly baseOf: (request: Request) => string;
}

export interface ApiCall {
  readonly environment: Environment;
  readonly body: JsonObject;
  readonly query: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly refund: string;
  readonly base: string;
}

/** Runs one operation as the API does: key first, then the work, then the envelope; noted, and with faults. */
export function operationHandler(parts: ApiParts, operation: string, handle: (call: ApiCall) => unknown) {
  return (request: Request, response: Response): Promise<void> => {
    const body = isObject(request.body) ? request.body : {};
    const id = String(request.params['id'] ?? '');
    const record = parts.log.add({
      operation,
      method: request.method,
      path: request.path,
      orderId: id || textIn(body, 'order_id') || null,
      body: request.method === 'GET' ? null : body,
    });
    return answerWithFaults(request, response, record, parts.faults, () =>
      answerOf(() =>
        handle({
          environment: environmentOf(parts.world, request),
          body,
          query: request.query,
          id,
          refund: String(request.params['refund'] ?? ''),
          base: parts.baseOf(request),
        }),
      ),
    );
  };
}

function answerOf(operate: () => unknown): Answer {
  try {
    const data = operate();
    const listing = isObject(data) && 'pager' in data ? data : { data };
    return { status: 200, body: { success: true, ...listing } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { status: error.status, body: refusalBody(error), error: String(error.code) };
  }
}

/** Some addresses answer a bare message instead of the envelope. */
function refusalBody(error: Refusal): JsonObject {
  if (error.bare) return { message: error.info };
  return { success: false, data: {}, error_code: error.code, error_info: error.info };
}

/** The header is the rule; the query works as well. A key of the other environment is a wrong key. */
function environmentOf(world: World, request: Request): Environment {
  const given = request.get('api_key') ?? String(request.query['api_key'] ?? '');
  const environments: readonly Environment[] = ['test', 'live'];
  const environment = environments.find((one) => world.keys[one] === given.trim());
  if (!environment) throw refusal(1032, '', 401);
  return environment;
}
