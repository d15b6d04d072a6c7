import type { Clock } from '../../../system/clock';
import type { HttpAnswer, HttpClient } from '../../../system/http_client';
import { readJsonMembers } from '../../../system/json';
import type { ShopDialect } from '../dialect';
import { readAnswer, ShopApiError, unanswered, type ShopCallEffect } from './shop_api_error';
import { formBody, signCall, type FormFields, type SignedCall } from './shop_api_sign';

/** What the owner gives so that the shop makes its status changes itself, with all that its extensions do. */
export interface ShopApiAccess {
  /** The folder of the storefront's `index.php`, ending in "/". */
  readonly url: string;
  readonly username: string;
  readonly key: string;
}

export interface ShopStatusChange {
  readonly orderId: number;
  readonly storeId: number;
  readonly statusId: number;
  /** Plain; the shop escapes it. */
  readonly comment: string;
  readonly notify: boolean;
  /** `en-gb`, of the order. */
  readonly language: string;
  readonly currency: string;
}

export interface ShopApi {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly dialect: Pick<ShopDialect, 'name'>;
}

interface Call {
  readonly query: Readonly<Record<string, string>>;
  readonly body: FormFields;
  readonly effect: ShopCallEffect;
}

/**
 * One status change through the shop's own program: stock, totals, mails and the extensions' events all happen there.
 * Never inside a transaction. @throws ShopApiError
 */
export async function changeStatusByShop(
  api: ShopApi,
  access: ShopApiAccess,
  change: ShopStatusChange,
  signal: AbortSignal,
): Promise<void> {
  const call = await prepare(api, access, change, signal);
  const answer = await send(api, access, call, signal);
  if (!('success' in answer)) throw new ShopApiError('unknown', 'The shop did not say that it changed the order');
}

/**
 * Passes when name, key, address and the address of this machine are accepted; changes no order. 4.1 has no log-in: there
 * a call that no shop knows is refused as unknown (200) where the signature is right, as not allowed (403) where not.
 * @throws ShopApiError
 */
export async function testShopApi(
  api: ShopApi,
  access: ShopApiAccess,
  place: Pick<ShopStatusChange, 'language' | 'currency'>,
  signal: AbortSignal,
): Promise<void> {
  if (api.dialect.name !== '4.1') return void (await logIn(api, access, signal));
  const named = { call: UNKNOWN_CALL, storeId: 0, ...place, body: [] };
  const call: Call = { query: signedQuery(api, access, named), body: [], effect: 'repeatable' };
  const answer = await ask(api, access, call, signal);
  if (answer.status !== 200 || readJsonMembers(answer.text) === null) readAnswer(answer, call.effect);
}

/** Stands in the shop's own list of API calls. */
const UNKNOWN_CALL = 'payment_link_check';

async function prepare(
  api: ShopApi,
  access: ShopApiAccess,
  change: ShopStatusChange,
  signal: AbortSignal,
): Promise<Call> {
  const effect = 'once';
  const { orderId, storeId } = change;
  const body = bodyOf(change);
  if (api.dialect.name === '4.1') {
    return { query: signedQuery(api, access, { call: 'history_add', ...change, body }), body, effect };
  }
  const token = await logIn(api, access, signal);
  if (isThree(api)) {
    const query = { route: 'api/order/history', api_token: token, store_id: `${storeId}`, order_id: `${orderId}` };
    return { query, body: body.filter(([name]) => name !== 'order_id'), effect };
  }
  return { query: { route: 'api/sale/order.addHistory', api_token: token, store_id: `${storeId}` }, body, effect };
}

const isThree = (api: ShopApi): boolean => api.dialect.name.startsWith('3.');

/** `override` keeps an anti-fraud extension from putting a paid order elsewhere. */
function bodyOf(change: ShopStatusChange): FormFields {
  return [
    ['order_id', String(change.orderId)],
    ['order_status_id', String(change.statusId)],
    ['comment', change.comment],
    ['notify', change.notify ? '1' : '0'],
    ['override', '1'],
  ];
}

type Named = Pick<SignedCall, 'call' | 'storeId' | 'language' | 'currency' | 'body'>;

function signedQuery(api: ShopApi, access: ShopApiAccess, signing: Named): Record<string, string> {
  const { username } = access;
  const { host, pathname } = new URL(access.url);
  const { call, storeId, language, currency, body } = signing;
  const named = { route: 'api/order', call, username, language, currency };
  const time = Math.floor(api.clock.now() / 1000);
  const signed = { ...named, host, directory: pathname, storeId, body, time };
  return { ...named, store_id: String(storeId), time: String(time), signature: signCall(access.key, signed) };
}

async function logIn(api: ShopApi, access: ShopApiAccess, signal: AbortSignal): Promise<string> {
  const body: FormFields = [
    ['username', access.username],
    ['key', access.key],
  ];
  const route = isThree(api) ? 'api/login' : 'api/account/login';
  const { api_token: token } = await send(api, access, { query: { route }, body, effect: 'repeatable' }, signal);
  if (typeof token === 'string' && token !== '') return token;
  throw new ShopApiError('rejected', 'The shop’s API gave no token');
}

async function send(api: ShopApi, access: ShopApiAccess, call: Call, signal: AbortSignal) {
  return readAnswer(await ask(api, access, call, signal), call.effect);
}

async function ask(api: ShopApi, access: ShopApiAccess, call: Call, signal: AbortSignal): Promise<HttpAnswer> {
  const url = `${access.url}index.php?${formBody(Object.entries(call.query))}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  return api.http
    .call({ method: 'POST', url, headers, body: formBody(call.body), signal })
    .catch((failure: unknown) => {
      throw unanswered(failure, call.effect);
    });
}
