import {
  GatewayError,
  NotificationRejected,
  type Call,
  type GatewayLink,
  type PaymentGateway,
  type RawNotification,
} from '../../extension/payment_link/gateway';
import { money } from '../../system/money';
import { aCall, aLinkRequest } from '../support/link_requests';

/** What the suite needs of a provider's stand-in: to act as buyer, bank and bad luck. */
export interface GatewayWorld {
  readonly gateway: PaymentGateway;
  /** The same provider under a key that it does not know. */
  readonly stranger: PaymentGateway;
  /** A method that any buyer can use, in the provider's id. */
  readonly method: string;
  readonly currency: string;
  act(reference: string, action: 'pay' | 'decline' | 'choose_transfer'): Promise<void>;
  /** The refunds that were accepted are executed. */
  executeRefunds(): Promise<void>;
  /** The next call of this operation fails so. */
  fault(operation: 'create' | 'read' | 'refund', kind: 'unavailable' | 'too_many' | 'nonsense' | 'answer_lost'): void;
  /** Links that the provider really made under the reference. */
  linksMade(reference: string): number;
  /** What the provider told the shop about the reference last, as it would arrive. */
  lastNotification(reference: string): RawNotification;
  close(): Promise<void>;
}

/** What every provider must do behind the port, whatever its own words. */
export function gatewayContract(name: string, setup: () => Promise<GatewayWorld>): void {
  describe(`the gateway ${name}`, () => {
    let world: GatewayWorld;
    beforeEach(async () => {
      world = await setup();
    });
    afterEach(() => world.close());

    const request = (minor = 12100) => aLinkRequest({ amount: money(minor, world.currency), cart: null });

    async function created(minor = 12100): Promise<string> {
      const asked = request(minor);
      await world.gateway.createLink(asked, aCall(asked.reference));
      return asked.reference;
    }

    async function paid(minor = 12100): Promise<string> {
      const reference = await created(minor);
      await world.act(reference, 'pay');
      return reference;
    }

    const fetched = (reference: string): Promise<GatewayLink> => world.gateway.fetchLink(reference, aCall());

    /** Some providers forget a link that was closed. */
    async function statusOf(reference: string): Promise<string> {
      try {
        return (await fetched(reference)).status;
      } catch (failure) {
        if (failure instanceof GatewayError && failure.details.unknownReference) return 'not known';
        throw failure;
      }
    }

    test('makes a link that a browser can open', async () => {
      const { url } = await world.gateway.createLink(request(), aCall());
      expect(new URL(url).protocol).toMatch(/^https?:$/);
    });

    test('a link that nobody opened is open and has no payment that counts', async () => {
      const link = await fetched(await created());
      expect(link.status).toBe('open');
      expect(link.payments.filter(({ status }) => status !== 'pending')).toEqual([]);
    });

    test('a link for one method, with a cart, is accepted', async () => {
      const asked = aLinkRequest({ amount: money(12100, world.currency), method: world.method });
      const link = await world.gateway.createLink(asked, aCall());
      expect(link.url).not.toBe('');
    });

    test('a paid link is one payment with amount, method and an id of its own', async () => {
      const reference = await paid();
      const link = await fetched(reference);
      expect(link).toMatchObject({ reference, status: 'paid' });
      expect(link.amount).toEqual(money(12100, world.currency));
      expect(link.payments).toHaveLength(1);
      const [payment] = link.payments;
      expect(payment).toMatchObject({ status: 'paid', amount: { minor: 12100 }, refunded: { minor: 0 }, reason: null });
      expect(payment?.id).not.toBe('');
      expect(payment?.method).toBeTruthy();
    });

    test('a declined try is no payment', async () => {
      const reference = await created();
      await world.act(reference, 'decline');
      const link = await fetched(reference);
      expect(['declined', 'open']).toContain(link.status);
      expect(link.payments.filter(({ status }) => status === 'paid')).toEqual([]);
    });

    test('a transfer on its way is pending', async () => {
      const reference = await created();
      await world.act(reference, 'choose_transfer');
      expect((await fetched(reference)).status).toBe('pending');
    });

    test('a reference that was never used is not known', async () => {
      const failure = await failureOf(fetched('NEVER-1'));
      expect([failure.outcome, failure.details.unknownReference]).toEqual(['rejected', true]);
    });

    test('a wrong key is refused with a remedy', async () => {
      const failure = await failureOf(world.stranger.createLink(request(), aCall()));
      expect(failure.outcome).toBe('rejected');
      expect(failure.details.remedy).toMatch(/key/i);
    });

    test('busy and closed providers are retried, and made nothing', async () => {
      for (const kind of ['too_many', 'unavailable'] as const) {
        world.fault('read', kind);
        expect((await failureOf(fetched('NEVER-1'))).outcome).toBe('unavailable');
      }
      const asked = request();
      world.fault('create', 'too_many');
      expect((await failureOf(world.gateway.createLink(asked, aCall()))).outcome).toBe('unavailable');
      expect(world.linksMade(asked.reference)).toBe(0);
    });

    test('an answer that was lost, or means nothing, leaves the outcome unknown', async () => {
      for (const kind of ['answer_lost', 'nonsense'] as const) {
        world.fault('create', kind);
        const asked = request();
        expect((await failureOf(world.gateway.createLink(asked, aCall()))).outcome).toBe('unknown');
      }
    });

    test('a link whose answer was lost can be found by its reference', async () => {
      const asked = request();
      world.fault('create', 'answer_lost');
      await failureOf(world.gateway.createLink(asked, aCall()));
      expect(world.linksMade(asked.reference)).toBe(1);
      expect((await fetched(asked.reference)).status).toBe('open');
    });

    test('a cancelled link is cancelled, also twice, and also when it never was', async () => {
      const { cancelLink } = world.gateway;
      if (!cancelLink) return;
      const reference = await created();
      await cancelLink(reference, aCall());
      expect(['cancelled', 'expired', 'not known']).toContain(await statusOf(reference));
      await cancelLink(reference, aCall());
      await expect(cancelLink('NEVER-1', aCall())).resolves.toBeUndefined();
    });

    const refund = async (call: Call, given: { reference: string; minor: number; key: string }) => {
      if (!world.gateway.refund) throw new Error('no refunds here');
      const amount = money(given.minor, world.currency);
      const { reference, key: refundReference } = given;
      return world.gateway.refund({ reference, refundReference, amount, reason: 'Returned', lines: [] }, call);
    };

    test('refunds in parts, until all is given back', async () => {
      if (!world.gateway.refund) return;
      const reference = await paid();
      await refund(aCall('r1'), { reference, minor: 2100, key: `${reference}-r1` });
      await world.executeRefunds();
      const part = await fetched(reference);
      expect(part.status).toBe('partially_refunded');
      expect(part.payments[0]).toMatchObject({ status: 'partially_refunded', refunded: { minor: 2100 } });
      expect(part.refunds).toEqual([
        expect.objectContaining({ reference: `${reference}-r1`, amount: money(2100, world.currency), status: 'done' }),
      ]);
      await refund(aCall('r2'), { reference, minor: 10000, key: `${reference}-r2` });
      await world.executeRefunds();
      expect((await fetched(reference)).payments[0]).toMatchObject({ status: 'refunded', refunded: { minor: 12100 } });
    });

    test('refunds nothing of nothing, and never more than was paid', async () => {
      if (!world.gateway.refund) return;
      const reference = await paid();
      for (const minor of [0, 12101]) {
        const failure = await failureOf(refund(aCall(), { reference, minor, key: `${reference}-${minor}` }));
        expect([failure.outcome, typeof failure.details.remedy]).toEqual(['rejected', 'string']);
      }
      expect((await fetched(reference)).refunds).toEqual([]);
    });

    test('a refund whose answer was lost is unknown, and shows when the link is read', async () => {
      if (!world.gateway.refund) return;
      const reference = await paid();
      world.fault('refund', 'answer_lost');
      const failure = await failureOf(refund(aCall(), { reference, minor: 2100, key: `${reference}-r1` }));
      expect(failure.outcome).toBe('unknown');
      expect((await fetched(reference)).refunds).toMatchObject([{ reference: `${reference}-r1` }]);
    });

    test('lists methods and says that the key works', async () => {
      const { listMethods, testConnection } = world.gateway;
      if (!listMethods || !testConnection) return;
      const methods = await listMethods(aCall());
      expect(methods.map(({ id }) => id)).toContain(world.method);
      expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
      expect(await testConnection(aCall())).toMatch(/\.$/);
      expect((await failureOf(world.stranger.testConnection?.(aCall()))).outcome).toBe('rejected');
    });

    test('reads what the provider tells, and only what the provider tells', async () => {
      const reference = await paid();
      const raw = world.lastNotification(reference);
      expect(world.gateway.readNotification(raw)).toMatchObject({ reference, signed: true, ignorable: false });
      const forged = { ...raw, body: Buffer.from(raw.body.toString('utf8').replaceAll('12', '13')) };
      for (const read of [
        () => world.gateway.readNotification(forged),
        () => world.stranger.readNotification(raw),
        () => world.gateway.readNotification({ ...raw, headers: {}, body: Buffer.from('{}') }),
      ]) {
        expect(read).toThrow(NotificationRejected);
      }
    });
  });
}

async function failureOf(work: Promise<unknown> | undefined): Promise<GatewayError> {
  const thrown: unknown = await Promise.resolve(work).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof GatewayError) return thrown;
  throw new Error(`expected a GatewayError, got ${String(thrown)}`);
}
