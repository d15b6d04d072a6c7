import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  GatewayError,
  NotificationRejected,
  type Call,
  type GatewayAccount,
  type GatewayLink,
  type GatewayProvider,
  type PaymentGateway,
  type RawNotification,
} from '../extension/payment_link/gateway';
import { money } from '../system/money';

/** A provider that does not exist, with all that one must have. docs/gateway-guide.md says what is worth adding. */
export function plainPayProvider(baseUrl: string): GatewayProvider {
  return {
    code: 'plainpay',
    title: 'PlainPay',
    acknowledgement: 'OK',
    payPageOrigins: ['https://pay.plainpay.example'],
    open: (account) => gatewayOn(account, baseUrl),
    accountOf(settings) {
      const apiKey = String(settings['api_key'] ?? '').trim();
      return apiKey === '' ? null : { environment: 'test', apiKey };
    },
    refusesCurrency: (currency) =>
      currency === 'EUR' ? null : 'PlainPay charges euros. Give the order the currency EUR.',
  };
}

function gatewayOn(account: GatewayAccount, baseUrl: string): PaymentGateway {
  const ask = (path: string, call: Call, body?: unknown) => request(`${baseUrl}${path}`, account.apiKey, call, body);
  return {
    code: 'plainpay',
    async createLink({ reference, amount, returnUrl, notificationUrl }, call) {
      const wish = { reference, cents: amount.minor, return_to: returnUrl, notify: notificationUrl };
      const answer = await ask('/links', call, wish);
      return { url: textIn(answer, 'url'), sessionId: null };
    },
    async fetchLink(reference, call) {
      return linkOf(reference, await ask(`/links/${encodeURIComponent(reference)}`, call));
    },
    readNotification: (raw) => readNotification(raw, account.apiKey),
  };
}

/** Answers the one question the worker asks: may I retry? */
async function request(url: string, key: string, call: Call, body?: unknown): Promise<Record<string, unknown>> {
  const creates = body !== undefined;
  const answer = await fetch(url, {
    method: creates ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': call.idempotencyKey,
    },
    ...(creates ? { body: JSON.stringify(body) } : {}),
    signal: call.signal,
  }).catch((cause: unknown) => {
    // Nobody knows how far it came: reading later tells whether the link was made.
    throw new GatewayError(creates ? 'unknown' : 'unavailable', 'PlainPay did not answer', { cause });
  });
  if (answer.status === 429) throw new GatewayError('unavailable', 'PlainPay is busy');
  if (answer.status >= 500) throw new GatewayError(creates ? 'unknown' : 'unavailable', 'PlainPay is out of order');
  if (answer.status === 404)
    throw new GatewayError('rejected', 'PlainPay has no such link', { unknownReference: true });
  if (!answer.ok) throw new GatewayError('rejected', `PlainPay refused it (${answer.status})`);
  return (await answer.json()) as Record<string, unknown>;
}

/** Their words into ours, pure: every rule about the provider's data is here. */
export function linkOf(reference: string, theirs: Readonly<Record<string, unknown>>): GatewayLink {
  const amount = money(Number(theirs['cents']), 'EUR');
  const paid = theirs['state'] === 'paid';
  const payment = { id: textIn(theirs, 'payment_id'), amount, refunded: money(0, 'EUR'), method: null, reason: null };
  return {
    reference,
    status: paid ? 'paid' : 'open',
    providerStatus: textIn(theirs, 'state'),
    amount,
    payments: paid ? [{ ...payment, status: 'paid', needsCart: false }] : [],
    refunds: [],
  };
}

/** Verified before a word of it is read. It names the link to read, nothing more. */
function readNotification(
  raw: RawNotification,
  key: string,
): { reference: string; signed: true; ignorable: false; providerStatus: null } {
  const wanted = createHmac('sha256', key).update(raw.body).digest();
  const sent = Buffer.from(raw.headers['x-signature'] ?? '', 'hex');
  if (sent.length !== wanted.length || !timingSafeEqual(sent, wanted))
    throw new NotificationRejected('signature wrong');
  const { reference } = JSON.parse(raw.body.toString('utf8')) as { reference?: unknown };
  if (typeof reference !== 'string') throw new NotificationRejected('it names no link');
  return { reference, signed: true, ignorable: false, providerStatus: null };
}

function textIn(answer: Readonly<Record<string, unknown>>, name: string): string {
  const value = answer[name];
  return typeof value === 'string' ? value : '';
}
