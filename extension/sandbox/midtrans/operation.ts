import type { Request, Response } from 'express';
import { answerWithFaults } from '../answer';
import type { Answer } from '../answer';
import type { Faults } from '../faults';
import { isObject, objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import type { RequestLog } from '../request_log';
import type { Environment } from './link';
import { CoreRefusal, LinkRefusal } from './refusal';
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
  readonly id: string;
  readonly overrideUrl: string;
  readonly base: string;
}

/** Runs one operation; the two families of calls refuse in different shapes. */
export function operationHandler(
  parts: ApiParts,
  operation: string,
  family: 'link' | 'core',
  handle: (call: ApiCall) => JsonObject,
) {
  const { world } = parts;
  return (request: Request, response: Response): Promise<void> => {
    const body = isObject(request.body) ? request.body : {};
    const id = String(request.params['id'] ?? '');
    const record = parts.log.add({
      operation,
      method: request.method,
      path: request.path,
      orderId: id || textIn(objectIn(body, 'transaction_details'), 'order_id') || null,
      body: request.method === 'POST' ? body : null,
    });
    const operate = () => {
      const environment = environmentOf(world, request, family);
      const overrideUrl = request.get('X-Override-Notification') ?? '';
      return handle({ environment, body, id, overrideUrl, base: parts.baseOf(request) });
    };
    return answerWithFaults(request, response, record, parts.faults, () => answerOf(world, operate));
  };
}

function answerOf(world: World, operate: () => JsonObject): Answer {
  try {
    const body = operate();
    return { status: 200, body };
  } catch (error) {
    if (error instanceof LinkRefusal) {
      return { status: error.status, body: { error_messages: error.messages }, error: String(error.status) };
    }
    if (!(error instanceof CoreRefusal)) throw error;
    const body = { status_code: String(error.code), status_message: error.message };
    const status = world.behaviours.refusalsAsHttp200 && error.code !== 401 ? 200 : error.code;
    return { status, body, error: String(error.code) };
  }
}

/** Basic, the server key as user and no password; the other environment's key is a wrong key. */
function environmentOf(world: World, request: Request, family: 'link' | 'core'): Environment {
  const given = request.get('Authorization') ?? '';
  const environments: readonly Environment[] = ['test', 'live'];
  const environment = environments.find(
    (one) => given === `Basic ${Buffer.from(`${world.keys[one]}:`).toString('base64')}`,
  );
  if (environment) return environment;
  const message = 'Access denied due to unauthorized request';
  throw family === 'link' ? new LinkRefusal(401, message) : new CoreRefusal(401, message);
}
