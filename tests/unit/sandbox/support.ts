import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEMO_KEYS, startSandbox } from '../../../extension/sandbox/multisafepay/sandbox';
import type { SandboxOptions, StartedSandbox } from '../../../extension/sandbox/multisafepay/sandbox';

export interface Answered {
  status: number;
  body: Record<string, unknown> & { data: Record<string, unknown>; error_code?: number };
}

export interface ManualClock {
  now(): number;
  advance(ms: number): void;
}

/** 14 April 2026, 13:16:44 in Amsterdam. */
export const START = Date.UTC(2026, 3, 14, 11, 16, 44);

export function manualClock(start = START): ManualClock {
  let at = start;
  return { now: () => at, advance: (ms) => void (at += ms) };
}

/** Everything that was started, to be closed in afterEach. */
const open: { close(): Promise<void> }[] = [];

export function closeLater(one: { close(): Promise<void> }): void {
  open.push(one);
}

export async function closeAll(): Promise<void> {
  for (const one of open.splice(0).reverse()) await one.close();
}

export async function start(options: SandboxOptions = {}): Promise<StartedSandbox & { api: Api; clock: ManualClock }> {
  const clock = manualClock();
  const sandbox = await startSandbox({ clock, tickMs: 0, ...options });
  open.push(sandbox);
  return { ...sandbox, clock, api: apiOf(sandbox.apiUrl) };
}

export type Api = (method: string, path: string, body?: unknown, key?: string) => Promise<Answered>;

function apiOf(base: string): Api {
  return async (method, path, body, key = DEMO_KEYS.test) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers: { api_key: key, 'Content-Type': 'application/json', Accept: 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  };
}

/** A request like the documented example of a payment link. */
export function linkRequest(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'paymentlink',
    order_id: 'PL-42-1',
    currency: 'EUR',
    amount: 12495,
    description: 'Order 42',
    days_active: 14,
    payment_options: {
      notification_url: 'https://shop.example/pay/msp/notify',
      notification_method: 'POST',
      redirect_url: 'https://shop.example/pay/msp/return',
      cancel_url: 'https://shop.example/pay/msp/cancel',
      close_window: false,
    },
    customer: { locale: 'nl_NL', email: 'buyer@example.com', country: 'NL' },
    second_chance: { send_email: false },
    ...change,
  };
}

export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  auth: string | undefined;
  body: string;
}

/** A shop's notification address on a real local server. `answers` are used up in order; the last one stays. */
export async function receiver(answers: { status: number; body: string }[] = [{ status: 200, body: 'OK' }]) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      received.push({
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        auth: request.headers['auth'] as string | undefined,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 200, body: 'OK' };
      response.writeHead(answer.status, { 'Content-Type': 'text/plain' }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  open.push({
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
  return { url, received };
}

/** The request's payment_options, pointing at a receiver. */
export function optionsTo(url: string, method = 'POST'): Record<string, unknown> {
  return {
    notification_url: `${url}/notify`,
    notification_method: method,
    redirect_url: `${url}/return`,
    cancel_url: `${url}/cancel`,
  };
}
