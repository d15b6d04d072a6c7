import { midtransProvider } from '../../extension/midtrans/provider';
import type { PaymentGateway, RawNotification } from '../../extension/payment_link/gateway';
import type { FaultKind } from '../../extension/sandbox/faults';
import type { Action } from '../../extension/sandbox/midtrans/actions';
import { DEMO_KEYS, startMidtransSandbox, type StartedSandbox } from '../../extension/sandbox/midtrans/sandbox';
import { DAY_MS } from '../../system/clock';
import { money } from '../../system/money';
import { aCall, aLinkRequest } from '../support/link_requests';
import { gatewayContract, type GatewayWorld } from './gateway';

const FAULTS: Readonly<Record<string, FaultKind>> = {
  unavailable: 'unavailable',
  too_many: 'too_many',
  nonsense: 'nonsense',
  answer_lost: 'reset_after',
};
const ACTIONS: Readonly<Record<string, Action>> = { pay: 'complete', decline: 'deny', choose_transfer: 'pending' };

interface Opened extends GatewayWorld {
  readonly sandbox: StartedSandbox;
}

async function open(): Promise<Opened> {
  let now = Date.UTC(2026, 10, 21, 12, 0, 0);
  const clock = { now: () => now };
  const sandbox = await startMidtransSandbox({ clock, tickMs: 0, notificationUrl: 'http://127.0.0.1:9/notify' });
  const provider = midtransProvider({ apiUrl: { test: sandbox.url, live: sandbox.url }, parallel: 4 });
  return {
    sandbox,
    gateway: provider.open({ environment: 'test', apiKey: DEMO_KEYS.test }),
    stranger: provider.open({ environment: 'test', apiKey: 'somebody-elses-key' }),
    method: 'GOPAY',
    currency: 'IDR',
    async act(reference, action) {
      const method = action === 'choose_transfer' ? 'bni_va' : 'gopay';
      sandbox.control.act(reference, ACTIONS[action] ?? 'complete', { method });
    },
    async executeRefunds() {
      now += DAY_MS;
      sandbox.control.tick();
    },
    fault: (operation, kind) => sandbox.control.fault({ operation, kind: FAULTS[kind] ?? 'nonsense', times: 1 }),
    linksMade: (reference) => (sandbox.store.find('test', reference) ? 1 : 0),
    lastNotification: (reference) => posted(sandbox, reference, now),
    async close() {
      await provider.close();
      await sandbox.close();
    },
  };
}

function posted(sandbox: StartedSandbox, reference: string, now: number): RawNotification {
  const body = sandbox.control.notifications(reference).at(-1)?.body ?? '';
  return { method: 'POST', body: Buffer.from(body), headers: {}, query: {}, receivedAt: now };
}

gatewayContract('Midtrans', open);

describe('Midtrans beyond the port', () => {
  let world: Opened;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  const gateway = (): PaymentGateway => world.gateway;

  async function created(): Promise<string> {
    const request = aLinkRequest({ amount: money(12_100_000, 'IDR'), cart: null });
    await gateway().createLink(request, aCall());
    return request.reference;
  }

  test('closing a link ends the account number that was handed out', async () => {
    const reference = await created();
    await world.act(reference, 'choose_transfer');
    await gateway().cancelLink?.(reference, aCall());
    const link = world.sandbox.store.find('test', reference);
    expect(link).toMatchObject({ deleted: true, purchases: [{ status: 'expire' }] });
  });

  test('a payment by account number cannot be given back, and the remedy says so', async () => {
    const reference = await created();
    world.sandbox.control.act(reference, 'complete', { method: 'bni_va' });
    const back = { reference, refundReference: 'r1', amount: money(100_000, 'IDR'), reason: 'Returned', lines: [] };
    for (const refusalsAsHttp200 of [false, true]) {
      world.sandbox.control.behave({ refusalsAsHttp200 });
      await expect(gateway().refund?.(back, aCall())).rejects.toMatchObject({
        outcome: 'rejected',
        details: { code: '412', remedy: expect.stringContaining('outside Midtrans') },
      });
    }
  });

  test('upper case, numbers and a missing fraud check do not matter', async () => {
    world.sandbox.control.behave({ upperCaseStatus: true, numbersInNotifications: true, withoutFraudStatus: true });
    const reference = await created();
    await world.act(reference, 'pay');
    expect((await gateway().fetchLink(reference, aCall())).status).toBe('paid');
    expect(gateway().readNotification(world.lastNotification(reference))).toMatchObject({ reference });
  });

  test('a second payment of one link is seen beside the first', async () => {
    const reference = await created();
    await world.act(reference, 'pay');
    world.sandbox.control.act(reference, 'pay_twice', { method: 'gopay' });
    const { payments } = await gateway().fetchLink(reference, aCall());
    expect(payments.map(({ status }) => status)).toEqual(['paid', 'paid']);
  });
});
