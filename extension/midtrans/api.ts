import { performance } from 'node:perf_hooks';
import { assertOutsideTransaction } from '../../system/db/transaction';
import type { HttpAnswer, HttpCall, HttpClient } from '../../system/http_client';
import type { Log } from '../../system/log';
import type { Call } from '../payment_link/gateway';
import { unanswered, type Effect } from '../payment_link/gateways/gateway_failure';
import { bodyOf, PROVIDER } from './answer';

/** The HTTP API of one account: paths in, bodies out. Every failure is a GatewayError; the key is in no message. */
export interface MidtransApi {
  get(path: string, call: Call): Promise<unknown>;
  post(path: string, body: unknown, effect: Effect, call: Call, headers?: Record<string, string>): Promise<unknown>;
  remove(path: string, call: Call): Promise<unknown>;
}

export interface ApiAccount {
  /** Without path and without a trailing slash. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly debug?: boolean;
}

interface Question {
  readonly method: HttpCall['method'];
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** With a log every call is one line of method, path, status and time: no bodies, no keys. */
export function createApi(account: ApiAccount, http: HttpClient, log?: Log): MidtransApi {
  async function ask(question: Question, effect: Effect, call: Call): Promise<unknown> {
    const { method, path } = question;
    assertOutsideTransaction(`Midtrans ${method} ${path}`);
    const startedAt = performance.now();
    const answer = await answerOf(question, effect, call);
    const line = { method, path, status: answer.status, durationMs: Math.round(performance.now() - startedAt) };
    log?.[account.debug ? 'info' : 'debug'](line, 'Midtrans answered');
    return bodyOf(answer, effect);
  }

  async function answerOf({ method, path, body, headers }: Question, effect: Effect, call: Call): Promise<HttpAnswer> {
    try {
      return await http.call({
        method,
        url: account.baseUrl.replace(/\/+$/, '') + path,
        headers: { ...headersOf(account.apiKey), ...headers },
        signal: call.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (failure) {
      throw unanswered(PROVIDER, failure, effect);
    }
  }

  return {
    get: (path, call) => ask({ method: 'GET', path }, 'repeatable', call),
    post: (path, body, effect, call, headers = {}) => ask({ method: 'POST', path, body, headers }, effect, call),
    remove: (path, call) => ask({ method: 'DELETE', path }, 'repeatable', call),
  };
}

export function linkPath(reference: string): string {
  return `/v1/payment-links/${encodeURIComponent(reference)}`;
}

/** @param id The transaction's own id, or its suffixed order id; never the link's. */
export function transactionPath(id: string, action: 'status' | 'refund' | 'expire'): string {
  return `/v2/${encodeURIComponent(id)}/${action}`;
}

/** Basic, the Server Key as user and no password. */
function headersOf(apiKey: string): Record<string, string> {
  return {
    authorization: `Basic ${Buffer.from(`${apiKey.trim()}:`).toString('base64')}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
}
