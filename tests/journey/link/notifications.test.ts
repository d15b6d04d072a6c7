import fc from 'fast-check';
import { deflateSync, gzipSync } from 'node:zlib';
import { signNotification } from '../../../extension/multisafepay/sign';
import type { Link } from '../../../extension/payment_link/link/link_row';
import { DEMO_TEST_KEY } from '../../../install/demo/settings';
import { t } from '../../../system/db/table';
import { newestLink, orderWithLink } from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';
import { sendRaw } from '../../support/raw_http';

let shop: ProgramRoom;
let link: Link;
beforeAll(async () => {
  shop = await startProgram();
  link = await orderWithLink(shop);
});
afterAll(() => shop.close());

const address = (query = '') => `/notify/multisafepay/${link.notifyToken}${query}`;
const stored = async () =>
  (await shop.db(t(shop.db, 'payment_link_notification')).orderBy('notification_id')) as { outcome: string }[];
const send = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${shop.url}${path}`, init);
  return { status: answer.status, text: await answer.text() };
};
const signed = (body: string): RequestInit => ({
  method: 'POST',
  body,
  headers: {
    'content-type': 'application/json',
    auth: signNotification(DEMO_TEST_KEY, Math.floor(Date.now() / 1000), Buffer.from(body)),
  },
});
const news = () => JSON.stringify({ order_id: link.reference, status: 'completed', amount: 1, currency: 'EUR' });

describe('what a provider is answered', () => {
  test('a signed notification is accepted in the form it expects, and what it says is not believed', async () => {
    const answer = await send(address(`?transactionid=${link.reference}&timestamp=1`), signed(news()));
    expect(answer).toEqual({ status: 200, text: 'OK' });
    expect((await newestLink(shop, link)).state).toBe('active');
  });

  test('an address that is none is answered 404, and nothing of it is kept', async () => {
    const before = (await stored()).length;
    for (const path of [
      '/notify/multisafepay/AAAAAAAAAAAAAAAAAAAAAA',
      `/notify/midtrans/${link.notifyToken}`,
      '/notify/nobody/x',
      '/notify/a',
      '/notify',
    ]) {
      expect((await send(path, signed(news()))).status).toBe(404);
    }
    // The address that customers have is no address for notifications.
    expect((await send(`/notify/multisafepay/${link.token}`, signed(news()))).status).toBe(404);
    expect(await stored()).toHaveLength(before);
  });

  test('a wrong signature is answered 403, and only a few are kept', async () => {
    const forged = { ...signed(news()), headers: { auth: signNotification('another key', 1, Buffer.from(news())) } };
    for (let count = 0; count < 9; count += 1) expect((await send(address('?timestamp=1'), forged)).status).toBe(403);
    const rejected = (await stored()).filter(({ outcome }) => outcome === 'rejected');
    expect(rejected.length).toBeGreaterThan(0);
    expect(rejected.length).toBeLessThanOrEqual(5);
  });

  test('more than 256 kB are answered 413, packed or not', async () => {
    const large = Buffer.alloc(256 * 1024 + 1, 'x');
    expect((await send(address(), { method: 'POST', body: large })).status).toBe(413);
    const packed = { method: 'POST', body: gzipSync(Buffer.alloc(5_000_000)), headers: { 'content-encoding': 'gzip' } };
    expect((await send(address(), packed)).status).toBe(413);
    expect((await send(address(), { method: 'POST', body: Buffer.alloc(256 * 1024, 'x') })).status).toBe(403);
  });

  test('encodings that are broken or unknown, and other methods, are refused as what they are', async () => {
    const packed = (encoding: string, body: Buffer | string) =>
      send(address(), { method: 'POST', body, headers: { 'content-encoding': encoding } });
    expect((await packed('gzip', 'no gzip at all')).status).toBe(400);
    expect((await packed('gzip', gzipSync('x'.repeat(999)).subarray(0, 12))).status).toBe(400);
    expect((await packed('shellac', 'x')).status).toBe(415);
    expect((await packed('deflate', deflateSync('unsigned'))).status).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect((await send(address(), { method })).status).toBe(405);
    }
  });

  test('no answer but an accepting one holds the word that the provider takes for one', async () => {
    const refusals = [
      await send('/notify/multisafepay/AAAAAAAAAAAAAAAAAAAAAA', signed(news())),
      await send(address('?timestamp=1'), { ...signed(news()), headers: { auth: 'none' } }),
      await send(address(), { method: 'POST', body: Buffer.alloc(256 * 1024 + 1, 'x') }),
      await send(address(), { method: 'PUT' }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([404, 403, 413, 405]);
    for (const { text } of refusals) expect(text).not.toMatch(/ok/i);
  });

  test('storage that is down is answered 503, so that the provider comes again', async () => {
    const table = 'oc_payment_link_notification';
    await shop.db.schema.renameTable(table, 'elsewhere');
    const answer = await send(address('?timestamp=1'), signed(news()));
    await shop.db.schema.renameTable('elsewhere', table);
    expect(answer.status).toBe(503);
    expect((await send(address('?timestamp=1'), signed(news()))).status).toBe(200);
  });

  test('unsigned calls ask for one read a minute, however many come', async () => {
    const fresh = await orderWithLink(shop);
    const path = `/notify/multisafepay/${fresh.notifyToken}?transactionid=${fresh.reference}&timestamp=1`;
    const reads = async () => {
      const control = await (await fetch(`${shop.url}/sandbox/multisafepay/control`)).json();
      return (control as { orders: Record<string, Record<string, number>> }).orders[fresh.reference]?.['read'] ?? 0;
    };
    const answers = await Promise.all(Array.from({ length: 30 }, () => send(path)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await until(reads, (count) => count > 0);
    await Promise.all(Array.from({ length: 30 }, () => send(path)));
    const waiting = (await shop
      .db(t(shop.db, 'payment_link_outbox'))
      .where({ unique_key: `payment_link.refresh:${fresh.linkId}` })) as { run_at: number }[];
    expect(waiting).toHaveLength(1);
    expect(Number(waiting[0]?.run_at)).toBeGreaterThan(Date.now() + 30_000);
    expect(await reads()).toBe(1);
  });
});

describe('nothing that anybody sends is answered with a 5xx', () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.string({ unit: 'binary', maxLength: 500 }).map((text) => Buffer.from(text)),
    fc.constantFrom('', '{}', '[]', 'null', '{"order_id":{}}', '{"order_id":', '"\\ud800"', '\u0000').map(Buffer.from),
  );
  const encodings = fc.constantFrom('identity', 'gzip', 'deflate', 'br', 'zstd', 'gzip, gzip', '', 'ünknown', '💥');
  const texts = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });

  test('bodies, signed and not, in any encoding and with any query', async () => {
    const everything = fc.record({
      ...{ body: bodies, encoding: encodings, isSigned: fc.boolean(), auth: texts, type: texts },
      query: fc.dictionary(texts, texts, { maxKeys: 4 }),
      method: fc.constantFrom('GET', 'POST'),
    });
    await fc.assert(
      fc.asyncProperty(everything, async ({ body, encoding, isSigned, auth, type, query, method }) => {
        const proof = isSigned ? signNotification(DEMO_TEST_KEY, Math.floor(Date.now() / 1000), body) : auth;
        const head = [
          `${method} ${address(`?${new URLSearchParams(query).toString()}`)} HTTP/1.1`,
          `Host: x\r\nConnection: close\r\nAuth: ${proof}\r\nContent-Type: ${type}`,
          `Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n\r\n`,
        ].join('\r\n');
        expect(await sendRaw(portOf(), Buffer.concat([Buffer.from(head), body]))).toBeLessThan(500);
      }),
      { numRuns: 250 },
    );
  });

  test('addresses with any bytes, escapes and dots', async () => {
    const pieces = fc.array(
      fc.oneof(texts, fc.constantFrom('%', '%E0%A4%A', '%00', '..', '/', '?', '%2F', 'é', '💥')),
      {
        maxLength: 6,
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('/notify/', '/notify/multisafepay/', '/pay/'), pieces, async (start, parts) => {
        const target = `${start}${parts.join('')}`.replace(/[\r\n ]/g, '_');
        const status = await sendRaw(portOf(), Buffer.from(`GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`));
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 250 },
    );
  });

  test('requests that are hardly HTTP', async () => {
    const wild = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(wild, async (bytes) => {
        const start = Buffer.from(`POST ${address()} HTTP/1.1\r\nHost: x\r\n`);
        const end = Buffer.from('\r\n\r\n');
        expect(await sendRaw(portOf(), Buffer.concat([start, bytes, end]), 150)).toBeLessThan(500);
      }),
      { numRuns: 40 },
    );
  });

  test('after all of it the link is as it was', async () => {
    expect(await newestLink(shop, link)).toMatchObject({ state: 'active', flags: [] });
  });

  function portOf(): number {
    return Number(new URL(shop.url).port);
  }
});
