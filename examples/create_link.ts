import type { LinkRequest, PaymentGateway } from '../extension/payment_link/gateway';
import { DEMO_KEYS, startSandbox } from '../extension/sandbox/multisafepay/sandbox';
import { multisafepayProvider } from '../extension/multisafepay/provider';
import { formatMoney, money } from '../system/money';

/**
 * Asks a provider for a link, lets somebody pay it, and reads what became of it: the three calls that everything else
 * is built on. It talks to the stand-in, so no account is needed: `npx tsx examples/create_link.ts`.
 */
async function main(): Promise<void> {
  const sandbox = await startSandbox();
  const provider = multisafepayProvider({ apiUrl: { test: sandbox.apiUrl, live: sandbox.apiUrl }, parallel: 1 });
  const gateway = provider.open({ environment: 'test', apiKey: DEMO_KEYS.test });
  await payOnce(gateway, (reference) => sandbox.control.act(reference, 'complete', { method: 'IDEAL' }));
  await provider.close();
  await sandbox.close();
}

async function payOnce(gateway: PaymentGateway, pay: (reference: string) => void): Promise<void> {
  const call = { idempotencyKey: 'example-1', signal: AbortSignal.timeout(10_000) };
  const { url } = await gateway.createLink(request, call);
  say(`The customer pays here: ${url}`);
  pay(request.reference);
  const { status, payments } = await gateway.fetchLink(request.reference, call);
  for (const payment of payments) say(`${status}: ${formatMoney(payment.amount, 'en-GB')} with ${payment.method}`);
}

const person = { firstName: 'Ada', lastName: 'Lovelace', company: '', phone: '', email: 'ada@customer.example' };
const place = {
  address1: '1 Long Street',
  address2: '',
  postcode: '1011 AB',
  city: 'Amsterdam',
  zone: '',
  country: 'NL',
};

const request: LinkRequest = {
  reference: '42-1',
  amount: money(2305, 'EUR'),
  method: null,
  description: 'Order 42 of Canal House Goods',
  lifetimeSeconds: 30 * 86_400,
  lifetime: { value: 30, unit: 'days' },
  remindersByProvider: false,
  notificationUrl: 'http://127.0.0.1:3000/notify/multisafepay/example',
  returnUrl: 'http://127.0.0.1:3000/pay/example/return',
  cancelUrl: 'http://127.0.0.1:3000/pay/example/cancel',
  customer: { ...person, ...place, language: 'en-gb', ipAddress: null },
  delivery: null,
  cart: null,
  shop: { name: 'Canal House Goods', url: 'http://127.0.0.1:3000', system: 'OpenCart', version: '1.0.0' },
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

void main();
