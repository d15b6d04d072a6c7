import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAll, linkRequest, start } from './support';

afterEach(closeAll);

async function post(apiUrl: string, signal?: AbortSignal) {
  return fetch(`${apiUrl}/orders`, {
    method: 'POST',
    headers: { api_key: 'demo-key-multisafepay-test', 'Content-Type': 'application/json' },
    body: JSON.stringify(linkRequest()),
    ...(signal ? { signal } : {}),
  });
}

describe('a fault', () => {
  it('befalls only its operation, only so many times', async () => {
    const { api, apiUrl, control } = await start();
    control.fault({ operation: 'create', kind: 'too_many', times: 2, retryAfterSeconds: 7 });
    expect((await api('GET', '/gateways')).status).toBe(200);
    const refused = await post(apiUrl);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await post(apiUrl)).status).toBe(429);
    expect((await post(apiUrl)).status).toBe(200);
    expect(control.counts()).toEqual({ create: 3, gateways: 1 });
  });

  it('befalls a share of the calls when it has a rate', async () => {
    const draws = [0.4, 0.6];
    const { api, control } = await start({ random: () => draws.shift() ?? 1 });
    control.fault({ operation: 'any', kind: 'nonsense', rate: 0.5 });
    await expect(api('GET', '/gateways')).rejects.toThrow('not valid JSON');
    expect((await api('GET', '/gateways')).status).toBe(200);
  });

  it.each([
    ['server_error', 500, 'Internal server error'],
    ['unavailable', 503, 'Service unavailable'],
    ['empty', 200, ''],
  ] as const)('%s answers %i and stores nothing', async (kind, status, text) => {
    const { apiUrl, api, control } = await start();
    control.fault({ operation: 'create', kind, times: 1 });
    const answer = await post(apiUrl);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
    expect((await api('GET', '/orders/PL-42-1')).body.error_code).toBe(1006);
  });

  it('nonsense answers an HTML page with 200', async () => {
    const { apiUrl, control } = await start();
    control.fault({ operation: 'create', kind: 'nonsense', times: 1 });
    const answer = await post(apiUrl);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it.each([
    ['reset_before', 404],
    ['reset_after', 200],
  ] as const)('%s breaks the connection, and the order reads %i afterwards', async (kind, status) => {
    const { apiUrl, api, control } = await start();
    control.fault({ operation: 'create', kind, times: 1 });
    await expect(post(apiUrl)).rejects.toThrow('fetch failed');
    expect((await api('GET', '/orders/PL-42-1')).status).toBe(status);
    expect(control.requests({ orderId: 'PL-42-1', operation: 'create' })).toMatchObject([
      { fault: kind, status: null },
    ]);
  });

  it.each([
    ['hang', 404],
    ['hang_after', 200],
  ] as const)('%s never answers, and the order reads %i afterwards', async (kind, status) => {
    const { apiUrl, api, control } = await start();
    control.fault({ operation: 'create', kind, times: 1 });
    await expect(post(apiUrl, AbortSignal.timeout(150))).rejects.toThrow('timeout');
    expect((await api('GET', '/orders/PL-42-1')).status).toBe(status);
  });

  it('latency answers rightly but late', async () => {
    const { apiUrl, control } = await start();
    control.fault({ operation: 'create', kind: 'latency', latencyMs: 120, times: 1 });
    const begun = performance.now();
    expect((await post(apiUrl)).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(110);
  });
});

describe('control over HTTP', () => {
  it('sets faults, acts as the buyer and tells what arrived', async () => {
    const { url, api } = await start();
    const send = async (body: object) => {
      const answer = await fetch(`${url}/control`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    await send({ faults: [{ operation: 'create', kind: 'unavailable', times: 1 }] });
    await expect(api('POST', '/orders', linkRequest())).rejects.toThrow('not valid JSON');
    await api('POST', '/orders', linkRequest());
    const acted = await send({ act: { order_id: 'PL-42-1', action: 'complete', method: 'VISA' }, idle: false });
    expect(acted.body['transaction_id']).toMatch(/^\d{16}$/);
    const told = (await (await fetch(`${url}/control?order_id=PL-42-1`)).json()) as Record<string, unknown>;
    expect(told).toMatchObject({ counts: { create: 2 }, orders: { 'PL-42-1': { create: 2 } }, faults: [] });
    expect(told['requests']).toMatchObject([
      { status: 503, fault: 'unavailable' },
      { status: 200, error: null },
    ]);
    expect((await send({ faults: [{ operation: 'create', kind: 'tired' }] })).status).toBe(422);
  });
});

describe('a directory', () => {
  it('keeps orders, payments and what is still to be done over a restart', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
    try {
      const before = await start({ directory });
      await before.api('POST', '/orders', linkRequest());
      before.control.act('PL-42-1', 'bank_transfer');
      await before.close();
      const after = await start({ directory });
      expect((await after.api('GET', '/orders/PL-42-1')).body.data['status']).toBe('initialized');
      after.clock.advance(120_000);
      after.control.tick();
      expect((await after.api('GET', '/orders/PL-42-1')).body.data['status']).toBe('completed');
    } finally {
      await closeAll();
      rmSync(directory, { recursive: true });
    }
  });
});
