import type { Clock } from '../../../system/clock';
import type { HttpClient } from '../../../system/http_client';
import type { ShopDialect } from '../dialect';
import { readAnswer, ShopApiError, unanswered, type ShopCallEffect } from './shop_api_error';
import { formBody, signCall, type FormFields } from './shop_api_sign';

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

/** Whether name, key and address are accepted; changes nothing. Not possible on 4.1, which has no log-in. */
export async function testShopApi(api: ShopApi, access: ShopApiAccess, signal: AbortSignal): Promise<boolean> {
  if (api.dialect.name === '4.1') return false;
  await logIn(api, access, signal);
  return true;
}

async function prepare(
  api: ShopApi,
  access: ShopApiAccess,
  change: ShopStatusChange,
  signal: AbortSignal,
): Promise<Call> {
  const effect = 'once';
  if (api.dialect.name === '4.1') return { query: signedQuery(api, access, change), body: bodyOf(change), effect };
  const token = await logIn(api, access, signal);
  const { orderId, storeId } = change;
  const body = bodyOf(change);
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

function signedQuery(api: ShopApi, access: ShopApiAccess, change: ShopStatusChange): Record<string, string> {
  const { username } = access;
  const { host, pathname } = new URL(access.url);
  const { storeId, language, currency } = change;
  const named = { route: 'api/order', call: 'history_add', username, language, currency };
  const time = Math.floor(api.clock.now() / 1000);
  const signed = { ...named, host, directory: pathname, storeId, body: bodyOf(change), time };
  return { ...named, store_id: String(storeId), time: String(time), signature: signCall(access.key, signed) };
}

async function logIn(api: ShopApi, access: ShopApiAccess, signal: AbortSignal): Promise<string> {
  const body: FormFields = [['username', access.username], ['key', access.key]]; // prettier-ignore
  const route = isThree(api) ? 'api/login' : 'api/account/login';
  const { api_token: token } = await send(api, access, { query: { route }, body, effect: 'repeatable' }, signal);
  if (typeof token === 'string' && token !== '') return token;
  throw new ShopApiError('rejected', 'The shop’s API gave no token');
}

async function send(api: ShopApi, access: ShopApiAccess, call: Call, signal: AbortSignal) {
  const url = `${access.url}index.php?${formBody(Object.entries(call.query))}`;
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
  const answer = await api.http
    .call({ method: 'POST', url, headers, body: formBody(call.body), signal })
    .catch((failure: unknown) => {
      throw unanswered(failure, call.effect);
    });
  return readAnswer(answer, call.effect);
}
