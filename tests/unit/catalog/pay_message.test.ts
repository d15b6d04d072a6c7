import express from 'express';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Catalog } from '../../../catalog/catalog';
import { messagePagesOrText } from '../../../catalog/pay/pay_message';
import { formExpired } from '../../../system/errors';
import { textOf } from '../../support/agent';

describe('an error on the customer’s side', () => {
  const logged: unknown[] = [];
  const app = {
    config: { publicUrl: 'https://shop.example', demo: false },
    assets: { href: (name: string) => `/assets/${name}` },
    log: { error: (line: unknown) => logged.push(line) },
  } as unknown as Catalog;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const program = express();
    program.get('/broken', () => {
      throw new Error('SELECT secret');
    });
    program.get('/refused', () => {
      throw formExpired();
    });
    program.post('/large', express.text({ limit: 10 }));
    program.use(messagePagesOrText(app));
    await new Promise<void>((resolve) => (server = program.listen(0, '127.0.0.1', () => resolve())));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { accept: 'text/html', 'accept-language': 'de', ...init.headers };
    const answer = await fetch(`${url}${path}`, { ...init, headers });
    return { status: answer.status, text: textOf(await answer.text()), headers: answer.headers };
  };

  test('that nobody expected gives a number to tell the shop, which is the one in the log, and no more', async () => {
    const { status, text, headers } = await ask('/broken');
    expect(status).toBe(500);
    expect(text).toContain('Hier ist etwas schiefgelaufen');
    const [, reference] = /nennen Sie dem Shop bitte diese Nummer: ([0-9a-f]{8})/.exec(text) ?? [];
    expect(logged).toEqual([expect.objectContaining({ reference })]);
    expect(text).not.toContain('secret');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toContain('noindex');
  });

  test.each([
    ['/refused', {}, 403],
    ['/large', { method: 'POST', body: 'x'.repeat(11), headers: { 'content-type': 'text/plain' } }, 413],
  ])('that refuses what was sent says so: %s', async (path, init, expected) => {
    const { status, text } = await ask(path, init);
    expect(status).toBe(expected);
    expect(text).toContain('Das hat nicht geklappt');
    expect(text).not.toContain('Diese Seite gibt es nicht');
  });

  test('is a line of text with the number for a program', async () => {
    const { text } = await ask('/broken', { headers: { accept: '*/*' } });
    expect(text).toMatch(/^Something went wrong here\. [0-9a-f]{8}$/);
  });
});
