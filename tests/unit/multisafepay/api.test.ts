import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi, orderPath, type MultisafepayApi } from '../../../extension/multisafepay/api';
import { createGateway } from '../../../extension/multisafepay/gateway';
import { GatewayError } from '../../../extension/payment_link/gateway';
import { transaction } from '../../../system/db/transaction';
import { createHttpClient } from '../../../system/http_client';
import { freshDatabase } from '../../support/database';
import { aCall, aLinkRequest } from '../../support/link_requests';

const KEY = 'a-key-that-must-not-be-told';
const http = createHttpClient({ parallel: 2 });
const hasty = createHttpClient({ parallel: 2, timeoutMs: 300 });
let server: Server | undefined;

afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));
afterAll(() => Promise.all([http.close(), hasty.close()]));

async function apiOf(answer: RequestListener, client = http): Promise<MultisafepayApi> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  const { port } = started.address() as AddressInfo;
  return createApi({ baseUrl: `http://127.0.0.1:${port}/v1/json`, apiKey: ` ${KEY} ` }, client);
}

function answering(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

async function failureOf(work: Promise<unknown>): Promise<GatewayError> {
  const thrown: unknown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof GatewayError)) throw new Error(`expected a GatewayError, got ${String(thrown)}`);
  expect(JSON.stringify([thrown.message, thrown.details.remedy, thrown.stack])).not.toContain(KEY);
  return thrown;
}

const post = (api: MultisafepayApi) => failureOf(api.post('/orders', {}, 'creates', aCall()));
const get = (api: MultisafepayApi) => failureOf(api.get('/orders/1', aCall()));

test('sends the key as a header, the locale as a query, and encodes order ids', async () => {
  let seen: unknown[] = [];
  const api = await apiOf((request, response) => {
    seen = [request.url, request.headers['api_key'], request.headers['accept']];
    response.end('{"success":true,"data":{"order_id":"a"}}');
  });
  expect(await api.get(orderPath('a/b #1'), aCall())).toEqual({ order_id: 'a' });
  expect(seen).toEqual(['/v1/json/orders/a%2Fb%20%231?locale=en_US', KEY, 'application/json']);
});

test.each([
  ['success as text', 200, '{"success":"true","data":{"a":1}}'],
  ['no success but data', 200, '{"data":{"a":1}}'],
])('reads %s as success', async (_what, status, body) => {
  const api = await apiOf(answering(status, body));
  expect(await api.get('/x', aCall())).toEqual({ a: 1 });
});

test.each([
  [
    'a business error',
    404,
    { success: false, data: [], error_code: 1019, error_info: 'Site inactive' },
    'rejected',
    '1019',
  ],
  ['success as the text "false"', 200, { success: 'false', error_code: '1002', error_info: 'x' }, 'rejected', '1002'],
  ['a wrong key', 401, { success: false, error_code: 1032, error_info: 'Invalid API key' }, 'rejected', '1032'],
  ['a bare message', 403, { message: 'Forbidden' }, 'rejected', '1032'],
  [
    'errors by attribute',
    422,
    { success: false, message: 'Invalid', errors: [{ message: 'amount' }] },
    'rejected',
    undefined,
  ],
  ['a server error', 500, 'oops', 'unknown', undefined],
  ['maintenance', 503, { success: false, error_code: 1000, error_info: 'later' }, 'unknown', undefined],
  ['a page instead of JSON', 200, '<html>', 'unknown', undefined],
  ['nothing at all', 200, '', 'unknown', undefined],
  ['JSON that says nothing', 200, { success: false, data: {} }, 'unknown', undefined],
])('asking for a link that answers %s', async (_what, status, body, outcome, code) => {
  const failure = await post(await apiOf(answering(status, body)));
  expect([failure.outcome, failure.details.code]).toEqual([outcome, code]);
  if (outcome === 'rejected') expect(failure.details.remedy).toMatch(/\.$/);
});

test('reading again changes nothing, so an unclear answer to a read is only unavailable', async () => {
  expect((await get(await apiOf(answering(500, 'oops')))).outcome).toBe('unavailable');
});

test.each([
  ['7', 7000],
  ['999999', 3_600_000],
])('too many requests means: nothing happened, come back later, in an hour at most (%s s)', async (seconds, pause) => {
  const failure = await post(await apiOf(answering(429, '', { 'retry-after': seconds })));
  expect([failure.outcome, failure.details.retryAfterMs]).toEqual(['unavailable', pause]);
});

test('a connection that breaks after asking leaves the outcome unknown', async () => {
  const api = await apiOf((request) => request.socket.destroy());
  expect((await post(api)).outcome).toBe('unknown');
  expect((await get(api)).outcome).toBe('unavailable');
});

test('an answer that does not come in time leaves the outcome unknown', async () => {
  const api = await apiOf(() => undefined, hasty);
  const failing = post(api);
  expect((await failing).outcome).toBe('unknown');
  server?.closeAllConnections();
});

test('a refused connection and an unknown host mean that nothing happened', async () => {
  for (const baseUrl of ['http://127.0.0.1:9/v1/json', 'http://no-such-host.invalid/v1/json']) {
    expect((await post(createApi({ baseUrl, apiKey: KEY }, http))).outcome).toBe('unavailable');
  }
});

test('an order number that is taken is another thing than an order that is not known', async () => {
  const api = await apiOf(answering(404, { success: false, error_code: 1006, error_info: 'Invalid order ID' }));
  expect((await post(api)).details.unknownReference).toBeUndefined();
  expect((await get(api)).details.unknownReference).toBe(true);
});

test('cancelling an order that the provider does not know counts as closed', async () => {
  for (const [status, error_code] of [
    [410, 1000],
    [404, 1006],
  ] as const) {
    const api = await apiOf(answering(status, { success: false, error_code, error_info: 'Not found' }));
    await expect(
      createGateway({ environment: 'test', apiKey: KEY }, api).cancelLink('1-1', aCall()),
    ).resolves.toBeUndefined();
    await new Promise((done) => server?.close(done));
  }
});

test('an answer about another order is not believed', async () => {
  const api = await apiOf(answering(200, { success: true, data: { order_id: '9-9', status: 'completed' } }));
  const gateway = createGateway({ environment: 'test', apiKey: KEY }, api);
  expect((await failureOf(gateway.fetchLink('1-1', aCall()))).outcome).toBe('unavailable');
});

test('a link without an address is a link we do not know of', async () => {
  const api = await apiOf(
    answering(200, { success: true, data: { order_id: '1-1', payment_url: 'javascript:alert(1)' } }),
  );
  const gateway = createGateway({ environment: 'test', apiKey: KEY }, api);
  expect((await failureOf(gateway.createLink(aLinkRequest(), aCall()))).outcome).toBe('unknown');
});

test('no more calls at once than allowed', async () => {
  let now = 0;
  let most = 0;
  const api = await apiOf((_request, response) => {
    most = Math.max(most, ++now);
    setTimeout(() => {
      now--;
      response.end('{"success":true,"data":{"a":1}}');
    }, 20);
  });
  await Promise.all(Array.from({ length: 8 }, () => api.get('/x', aCall())));
  expect(most).toBe(2);
});

test('a call inside a transaction is a mistake of ours, and is not made', async () => {
  const api = await apiOf(answering(200, { success: true, data: {} }));
  const { db, destroy } = await freshDatabase();
  await expect(transaction(db, () => api.get('/x', aCall()))).rejects.toThrow('inside a transaction');
  await destroy();
});
