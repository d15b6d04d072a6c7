import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changeStatusByShop, testShopApi, type ShopApiAccess } from '../../../../extension/opencart/attach/shop_api';
import { signCall } from '../../../../extension/opencart/attach/shop_api_sign';
import type { ShopDialect } from '../../../../extension/opencart/dialect';
import { transaction } from '../../../../system/db/transaction';
import { createHttpClient, type HttpClient } from '../../../../system/http_client';
import { freshDatabase } from '../../../support/database';

const TIME = 1_780_315_200;
const COMMENT = 'Paid & "done" <ok> it\'s 5~ €  ';

test('a call is signed over its lines, and its body as PHP has escaped and trimmed it', () => {
  // The MD5 of order_id=12&order_status_id=2&comment=Paid+%26amp%3B+…+it%27s+5%7E+%E2%82%AC&notify=1&override=1, by hand.
  const md5 = 'e8f629fc2537c604babd73fbd0a969a3';
  const lines = ['api/order', 'history_add', 'Default', 'shop.example:8443', '/store/', '0', 'en-gb', 'EUR', md5, TIME];
  const byHand = createHmac('sha1', 'k3y')
    .update(`${lines.join('\n')}\n`)
    .digest('base64');
  expect(byHand).toBe('puC7GDhRduhUMMr3ILN4ksgOHoo=');
  const signature = signCall('k3y', {
    ...{
      route: 'api/order',
      call: 'history_add',
      username: 'Default',
      host: 'shop.example:8443',
      directory: '/store/',
    },
    ...{ storeId: 0, language: 'en-gb', currency: 'EUR', time: TIME },
    body: [
      ['order_id', '12'],
      ['order_status_id', '2'],
      ['comment', COMMENT],
      ['notify', '1'],
      ['override', '1'],
    ],
  });
  expect(signature).toBe(byHand);
});

interface Seen {
  readonly query: URLSearchParams;
  readonly path: string;
  readonly body: URLSearchParams;
}
type Answer = { status?: number; text: string } | 'cut';

describe('the shop’s own API', () => {
  let server: Server;
  let http: HttpClient;
  let access: ShopApiAccess;
  let seen: Seen[];
  let answers: Answer[];

  beforeEach(async () => {
    [seen, answers] = [[], []];
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const url = new URL(request.url ?? '', 'http://x');
        seen.push({ query: url.searchParams, path: url.pathname, body: new URLSearchParams(body) });
        const answer = answers.shift() ?? { text: '{"success":"Success"}' };
        if (answer === 'cut') return request.socket.destroy();
        response.writeHead(answer.status ?? 200, { 'content-type': 'text/html' }).end(answer.text);
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    access = { url: `http://127.0.0.1:${port}/store/`, username: 'Default', key: 'k3y' };
    http = createHttpClient({ parallel: 2, timeoutMs: 2_000 });
  });
  afterEach(async () => {
    await http.close();
    await new Promise((done) => server.close(done));
  });

  const change = (name: ShopDialect['name'], to = access) =>
    changeStatusByShop(
      { http, clock: { now: () => TIME * 1000 + 700 }, dialect: { name } },
      to,
      { orderId: 12, storeId: 0, statusId: 2, comment: COMMENT, notify: true, language: 'en-gb', currency: 'EUR' },
      new AbortController().signal,
    );
  const token = { text: '{"success":"ok","api_token":"t0k"}' };

  test('3.0: a log-in, then the history of the order named in the address', async () => {
    answers = [token];
    await change('3.0');
    expect(seen.map(({ query }) => query.get('route'))).toEqual(['api/login', 'api/order/history']);
    expect(Object.fromEntries(seen[0]?.body ?? [])).toEqual({ username: 'Default', key: 'k3y' });
    expect(Object.fromEntries(seen[1]?.query ?? [])).toMatchObject({ api_token: 't0k', store_id: '0', order_id: '12' });
    expect(Object.fromEntries(seen[1]?.body ?? [])).toEqual({
      order_status_id: '2',
      comment: COMMENT,
      notify: '1',
      override: '1',
    });
    expect(seen[1]?.path).toBe('/store/index.php');
  });

  test('4.0.2: a log-in, then the order named in the form', async () => {
    answers = [token];
    await change('4.0.2');
    expect(seen.map(({ query }) => query.get('route'))).toEqual(['api/account/login', 'api/sale/order.addHistory']);
    expect(Object.fromEntries(seen[1]?.body ?? [])).toMatchObject({ order_id: '12', order_status_id: '2' });
  });

  test('4.1: one signed request, whose signature the shop computes alike', async () => {
    await change('4.1');
    const { query, body } = seen[0] as Seen;
    const host = new URL(access.url).host;
    expect(Object.fromEntries(query)).toMatchObject({
      route: 'api/order',
      call: 'history_add',
      username: 'Default',
      store_id: '0',
      language: 'en-gb',
      currency: 'EUR',
      time: String(TIME),
    });
    const md5 = 'e8f629fc2537c604babd73fbd0a969a3';
    const lines = ['api/order', 'history_add', 'Default', host, '/store/', '0', 'en-gb', 'EUR', md5, TIME];
    expect(query.get('signature')).toBe(
      createHmac('sha1', 'k3y')
        .update(`${lines.join('\n')}\n`)
        .digest('base64'),
    );
    expect(body.get('comment')).toBe(COMMENT);
  });

  const tried = (name: ShopDialect['name']) =>
    testShopApi(
      { http, clock: { now: () => TIME * 1000 }, dialect: { name } },
      access,
      { language: 'en-gb', currency: 'EUR' },
      AbortSignal.timeout(5_000),
    );

  test.each(['3.0.5', '4.0.2'] as const)('%s: a log-in can be tried by itself', async (name) => {
    answers = [token];
    await tried(name);
    answers = [{ text: '{"error":{"ip":"Warning: your IP is not allowed"}}' }];
    await expect(tried(name)).rejects.toMatchObject({
      outcome: 'rejected',
      message: 'The shop said no: Warning: your IP is not allowed',
    });
    expect(seen.map(({ query }) => query.get('route'))).not.toContain('api/sale/order.addHistory');
  });

  test('4.1: a signed call that the shop does not know tells whether it accepts the signature', async () => {
    answers = [{ text: '{"error":"Warning: Call could not be found!"}' }];
    await tried('4.1');
    expect(Object.fromEntries(seen[0]?.query ?? [])).toMatchObject({ route: 'api/order', call: 'payment_link_check' });
    expect(seen[0]?.query.get('signature')).not.toBe('');
    answers = [{ status: 403, text: '{"error":"You do not have permission!"}' }];
    await expect(tried('4.1')).rejects.toMatchObject({ outcome: 'rejected' });
    answers = [{ status: 200, text: '<html>' }];
    await expect(tried('4.1')).rejects.toMatchObject({ outcome: 'unavailable' });
  });

  test.each<[string, ShopDialect['name'], Answer[], string]>([
    [
      'a no at the log-in',
      '3.0',
      [{ text: '{"error":{"ip":"Warning: your IP is not allowed","key":""}}' }],
      'rejected',
    ],
    ['a no to the change', '4.1', [{ text: '{"error":"Order could not be found"}' }], 'rejected'],
    ['an address without the API', '4.1', [{ status: 404, text: '<html>' }], 'rejected'],
    ['a page at the log-in', '3.0', [{ status: 503, text: '<html>' }], 'unavailable'],
    ['a log-in that is cut off', '3.0', ['cut'], 'unavailable'],
    ['a request to slow down', '4.1', [{ status: 429, text: '' }], 'unavailable'],
    ['a change that is cut off', '3.0', [token, 'cut'], 'unknown'],
    ['a page after the change', '4.1', [{ status: 500, text: '<html>' }], 'unknown'],
    ['neither yes nor no', '4.1', [{ text: '{}' }], 'unknown'],
  ])('%s on %s', async (_what, name, given, outcome) => {
    answers = given;
    await expect(change(name)).rejects.toMatchObject({ name: 'ShopApiError', outcome });
  });

  test('a shop that cannot be reached has done nothing', async () => {
    const nobody = { ...access, url: 'http://127.0.0.1:1/' };
    await expect(change('4.1', nobody)).rejects.toMatchObject({ outcome: 'unavailable' });
  });

  test('a warning that PHP prints before its answer does not hide it', async () => {
    answers = [{ text: '<b>Warning</b>: Undefined {x}\n{"success":"Success: You have modified orders!"}' }];
    await expect(change('4.1')).resolves.toBeUndefined();
  });

  test('never inside a transaction', async () => {
    const { db, destroy } = await freshDatabase();
    await expect(transaction(db, () => change('4.1'))).rejects.toThrow('inside a transaction');
    expect(seen).toEqual([]);
    await destroy();
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
