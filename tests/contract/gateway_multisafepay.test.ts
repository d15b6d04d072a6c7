import { multisafepayProvider } from '../../extension/multisafepay/provider';
import type { PaymentGateway, RawNotification } from '../../extension/payment_link/gateway';
import type { FaultKind } from '../../extension/sandbox/faults';
import type { Action } from '../../extension/sandbox/multisafepay/actions';
import { DEMO_KEYS, startSandbox, type StartedSandbox } from '../../extension/sandbox/multisafepay/sandbox';
import { DAY_MS } from '../../system/clock';
import { money } from '../../system/money';
import { signNotification } from '../../extension/multisafepay/sign';
import { aCall, aLinkRequest } from '../support/link_requests';
import { gatewayContract, type GatewayWorld } from './gateway';

const FAULTS: Readonly<Record<string, FaultKind>> = {
  unavailable: 'unavailable',
  too_many: 'too_many',
  nonsense: 'nonsense',
  answer_lost: 'reset_after',
};
const ACTIONS: Readonly<Record<string, Action>> = {
  pay: 'complete',
  decline: 'decline',
  choose_transfer: 'bank_transfer',
};

interface Opened extends GatewayWorld {
  readonly sandbox: StartedSandbox;
  readonly gateway: Required<PaymentGateway>;
}

async function open(): Promise<Opened> {
  let now = Date.UTC(2026, 10, 21, 12, 0, 0);
  const sandbox = await startSandbox({ clock: { now: () => now }, tickMs: 0 });
  const provider = multisafepayProvider({ apiUrl: { test: sandbox.apiUrl, live: sandbox.apiUrl }, parallel: 4 });
  return {
    sandbox,
    gateway: provider.open({ environment: 'test', apiKey: DEMO_KEYS.test }) as Required<PaymentGateway>,
    stranger: provider.open({ environment: 'test', apiKey: 'somebody-elses-key' }),
    method: 'IDEAL',
    currency: 'EUR',
    async act(reference, action) {
      const method = action === 'choose_transfer' ? 'BANKTRANS' : 'IDEAL';
      sandbox.control.act(reference, ACTIONS[action] ?? 'complete', { method });
    },
    async executeRefunds() {
      now += DAY_MS;
      sandbox.control.tick();
    },
    fault: (operation, kind) => sandbox.control.fault({ operation, kind: FAULTS[kind] ?? 'nonsense', times: 1 }),
    linksMade: (reference) => sandbox.store.find('test', reference)?.sessions.length ?? 0,
    lastNotification: (reference) => posted(sandbox, reference, now),
    async close() {
      await provider.close();
      await sandbox.close();
    },
  };
}

/** The newest news of the reference, as the stand-in posts it. */
function posted(sandbox: StartedSandbox, reference: string, now: number): RawNotification {
  const body = sandbox.control.notifications(reference).at(-1)?.body ?? '';
  const timestamp = Math.floor(now / 1000);
  return {
    method: 'POST',
    body: Buffer.from(body),
    headers: { auth: signNotification(DEMO_KEYS.test, timestamp, body) },
    query: { transactionid: reference, timestamp: String(timestamp) },
    receivedAt: now,
  };
}

gatewayContract('MultiSafepay', open);

describe('MultiSafepay beyond the port', () => {
  let world: Opened;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  test('a cart sent for a pay-later method is validated there and accepted', async () => {
    const request = aLinkRequest({ method: 'KLARNA' });
    await expect(world.gateway.createLink(request, aCall())).resolves.toMatchObject({ sessionId: expect.any(String) });
  });

  test('a pay-later payment is refunded by lines, or by an amount as a free line', async () => {
    const request = aLinkRequest({ method: 'KLARNA' });
    await world.gateway.createLink(request, aCall());
    world.sandbox.control.act(request.reference, 'complete', { method: 'KLARNA' });
    const { reference } = request;
    const common = { reference, reason: 'Returned' };
    const part = { ...common, refundReference: 'r1', amount: money(2100, 'EUR'), lines: [] };
    await world.gateway.refund(part, aCall());
    await world.executeRefunds();
    const link = await world.gateway.fetchLink(reference, aCall());
    expect(link.payments[0]).toMatchObject({ needsCart: true, refunded: { minor: 2100 } });
    expect(link.refunds).toMatchObject([{ reference: 'r1', amount: { minor: 2100 }, status: 'done' }]);
  });

  test('lines of a pay-later payment come back with their tax', async () => {
    const request = aLinkRequest({ method: 'KLARNA' });
    await world.gateway.createLink(request, aCall());
    const { reference } = request;
    world.sandbox.control.act(reference, 'complete', { method: 'KLARNA' });
    const lines = [{ id: '29', quantity: 1 }];
    const all = { reference, refundReference: 'r2', amount: money(12100, 'EUR'), reason: 'Returned', lines };
    await world.gateway.refund(all, aCall());
    await world.executeRefunds();
    expect((await world.gateway.fetchLink(reference, aCall())).status).toBe('refunded');
  });

  test('closing a link leaves alone what a buyer has begun: money under way may still arrive', async () => {
    const request = aLinkRequest();
    await world.gateway.createLink(request, aCall());
    const { reference } = request;
    const begun = world.sandbox.control.act(reference, 'bank_transfer', { method: 'BANKTRANS' });
    await world.gateway.cancelLink(reference, aCall());
    const attempt = world.sandbox.store.find('test', reference)?.attempts.find(({ id }) => id === begun);
    expect(attempt?.status).toBe('initialized');
  });

  test('each of two payments of one order can be given back', async () => {
    const request = aLinkRequest();
    await world.gateway.createLink(request, aCall());
    const { reference } = request;
    const first = world.sandbox.control.act(reference, 'complete', { method: 'IDEAL' });
    const second = world.sandbox.control.act(reference, 'pay_twice', { method: 'IDEAL' });
    expect((await world.gateway.fetchLink(reference, aCall())).payments[0]?.id).toBe(second);
    const back = { reference, refundReference: 'r3', amount: money(12100, 'EUR'), reason: 'Paid twice', lines: [] };
    await world.gateway.refund({ ...back, paymentId: first ?? '' }, aCall());
    await world.executeRefunds();
    const related = world.sandbox.store.find('test', reference)?.related;
    expect(related).toMatchObject([{ attemptId: first, amount: 12100, status: 'completed' }]);
  });

  test('of two payments between two reads the first is told of, and is read by its own id', async () => {
    const request = aLinkRequest();
    await world.gateway.createLink(request, aCall());
    const { reference } = request;
    const first = world.sandbox.control.act(reference, 'complete', { method: 'IDEAL' }) ?? '';
    const told = world.sandbox.control.notifications(reference).map(({ body }) => world.gateway.paymentTold(body));
    world.sandbox.control.act(reference, 'pay_twice', { method: 'IDEAL' });
    expect(told).toContain(first);
    const payment = await world.gateway.fetchPayment(reference, first, aCall());
    expect(payment).toMatchObject({ id: first, status: 'paid', amount: { minor: request.amount.minor } });
    expect(await world.gateway.fetchPayment(reference, '999', aCall())).toBeNull();
  });

  test('numbers that come as numbers do not matter', async () => {
    world.sandbox.control.behave({ idsAsNumbers: true });
    const request = aLinkRequest({ reference: '424242' });
    await world.gateway.createLink(request, aCall());
    const id = world.sandbox.control.act('424242', 'complete', { method: 'IDEAL' });
    const link = await world.gateway.fetchLink('424242', aCall());
    expect(link).toMatchObject({ status: 'paid', payments: [{ id }] });
  });

  test('shipment and invoice number reach the provider', async () => {
    const request = aLinkRequest();
    await world.gateway.createLink(request, aCall());
    const { reference } = request;
    world.sandbox.control.act(reference, 'complete', { method: 'IDEAL' });
    await world.gateway.reportInvoiced(reference, 'INV-2026-0042', aCall());
    await world.gateway.reportShipped(reference, { carrier: 'PostNL', trackingCode: '3S123' }, aCall());
    expect(await world.gateway.fetchLink(reference, aCall())).toMatchObject({
      status: 'paid',
      providerStatus: 'shipped',
    });
    const details = world.sandbox.store.find('test', reference)?.details;
    expect(details).toMatchObject({ invoice_id: 'INV-2026-0042', carrier: 'PostNL', tracktrace_code: '3S123' });
  });
});
