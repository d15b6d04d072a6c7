import { performance } from 'node:perf_hooks';
import { assertOutsideTransaction } from '../../system/db/transaction';
import type { HttpAnswer, HttpCall, HttpClient } from '../../system/http_client';
import type { Log } from '../../system/log';
import type { Call } from '../payment_link/gateway';
import { unanswered, type Effect } from '../payment_link/gateways/gateway_failure';
import { dataOf, PROVIDER } from './answer';
import { API_LOCALE } from './locale';

/** The JSON API of one account: paths in, `data` out. Every failure is a GatewayError; the key is in no message. */
export interface MultisafepayApi {
  get(path: string, call: Call): Promise<unknown>;
  post(path: string, body: unknown, effect: 'creates' | 'once', call: Call): Promise<unknown>;
  patch(path: string, body: unknown, call: Call): Promise<unknown>;
}

export interface ApiAccount {
  /** Ends in `/v1/json`, without a trailing slash. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly debug?: boolean;
}

/** With a log every call is one line of method, path, status and time: no bodies, no keys. */
export function createApi(account: ApiAccount, http: HttpClient, log?: Log): MultisafepayApi {
  async function ask(method: HttpCall['method'], path: string, body: unknown, effect: Effect, call: Call) {
    assertOutsideTransaction(`MultiSafepay ${method} ${path}`);
    const startedAt = performance.now();
    const answer = await answerOf(method, path, body, effect, call);
    const line = { method, path, status: answer.status, durationMs: Math.round(performance.now() - startedAt) };
    log?.[account.debug ? 'info' : 'debug'](line, 'MultiSafepay answered');
    return dataOf(answer, effect);
  }

  async function answerOf(
    method: HttpCall['method'],
    path: string,
    body: unknown,
    effect: Effect,
    call: Call,
  ): Promise<HttpAnswer> {
    try {
      return await http.call({
        method,
        url: address(account.baseUrl, path),
        headers: headersOf(account.apiKey, body !== undefined),
        signal: call.signal,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (failure) {
      throw unanswered(PROVIDER, failure, effect);
    }
  }

  return {
    get: (path, call) => ask('GET', path, undefined, 'repeatable', call),
    post: (path, body, effect, call) => ask('POST', path, body, effect, call),
    patch: (path, body, call) => ask('PATCH', path, body, 'repeatable', call),
  };
}

/** The path of one order, encoded: ids with "/", "#" or blanks are possible. */
export function orderPath(reference: string): string {
  return `/orders/${encodeURIComponent(reference)}`;
}

function address(baseUrl: string, path: string): string {
  const url = new URL(baseUrl.replace(/\/+$/, '') + path);
  url.searchParams.set('locale', API_LOCALE);
  return url.toString();
}

function headersOf(apiKey: string, hasBody: boolean): Record<string, string> {
  return {
    api_key: apiKey.trim(),
    accept: 'application/json',
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
  };
}
