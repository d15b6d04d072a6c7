import { recordConsent } from '../../../../extension/payment_link/mail/consents';
import {
  GatewayError,
  type CreatedLink,
  type GatewayAccount,
  type LinkRequest,
} from '../../../../extension/payment_link/gateway';
import { putRequest } from '../../../../extension/payment_link/jobs';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { MINUTE_MS, SECOND_MS } from '../../../../system/clock';
import { deadlockOnce } from '../../../support/deadlock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

type Create = (request: LinkRequest) => Promise<CreatedLink>;

describe('asking the provider', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  /** The provider's answer to a wish for a link, which may call the ordinary one. */
  function whenAsked(answer: (create: Create, request: LinkRequest) => Promise<CreatedLink>): void {
    const open = world.provider.open.bind(world.provider);
    world.provider.open = () => {
      const gateway = open();
      return {
        ...gateway,
        createLink: (request, call) => answer((one) => gateway.createLink(one, call), request),
      };
    };
  }

  test('is one job’s at a time: another one for the same order leaves the question alone while it is open', async () => {
    const orderId = await world.addOrder();
    whenAsked(async (create, request) => {
      await putRequest(world.db, { orderId, again: true }, world.now);
      await world.makeWorker(1).drain();
      return create(request);
    });
    await world.drain();
    await world.pass(5 * MINUTE_MS, MINUTE_MS);
    expect(world.provider.calls).toEqual([`create ${orderId}-1`]);
    expect(await world.links(orderId)).toMatchObject([{ state: 'active', attempt: 1 }]);
  });

  test('is not done again where recording its answer met a deadlock', async () => {
    const met = deadlockOnce(world.db, /^insert into .*payment_link_mail/i);
    const orderId = await world.addOrder();
    await world.drain();
    expect([met(), await world.links(orderId)]).toMatchObject([true, [{ state: 'active', attempt: 1 }]]);
    expect(world.provider.calls).toEqual([`create ${orderId}-1`]);
    expect(await world.history(orderId)).toHaveLength(1);
  });

  test.each([true, false])(
    'is logged as Debug Mode says now (%s), whatever key the link was made with',
    async (debug) => {
      world.settings['debug_mode'] = debug;
      const opened: GatewayAccount[] = [];
      const open = world.provider.open.bind(world.provider);
      world.provider.open = (account?: GatewayAccount) => {
        if (account) opened.push(account);
        return open();
      };
      await world.activeLink();
      expect(opened.map((account) => [account.debug, account.apiKey])).toEqual([[debug, 'test-key-0123456789']]);
    },
  );

  test('what a killed job left is taken over by one of two workers', async () => {
    const orderId = await world.addOrder();
    world.provider.faults = ['down'];
    await world.drain();
    // As a process leaves it that died while it asked.
    await world.db(t(world.db, 'payment_link')).update({ asking: 1 });
    world.now += 3 * MINUTE_MS;
    await putRequest(world.db, { orderId, again: true }, world.now);
    await Promise.all([world.makeWorker(1).drain(), world.makeWorker(1).drain()]);
    await world.pass(5 * MINUTE_MS, MINUTE_MS);
    expect(world.provider.calls).toEqual([
      `create ${orderId}-1`,
      `read ${orderId}-1`,
      `cancel ${orderId}-1`,
      `create ${orderId}-2`,
    ]);
    expect((await world.links(orderId)).map(({ state }) => state)).toEqual(['replaced', 'active']);
  });

  test('waits as long as a busy provider says', async () => {
    const asked: number[] = [];
    whenAsked(async (create, request) => {
      asked.push(world.now);
      if (asked.length > 1) return create(request);
      throw new GatewayError('unavailable', 'too many requests', { retryAfterMs: 40 * SECOND_MS });
    });
    const orderId = await world.addOrder();
    await world.pass(2 * MINUTE_MS, SECOND_MS);
    expect((await world.link(orderId)).state).toBe('active');
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeGreaterThanOrEqual(40 * SECOND_MS);
    expect((asked[1] ?? 0) - (asked[0] ?? 0)).toBeLessThan(45 * SECOND_MS);
  });

  test.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])(
    'the provider reminds when the owner wants it (%s) and the customer agreed (%s): %s',
    async (on, agreed, reminds) => {
      world.settings['second_chance'] = on;
      const orderId = await world.addOrder();
      const consent = { orderId, reminders: agreed, recordedBy: 'admin', at: world.now };
      await transaction(world.db, (tx) => recordConsent(tx, consent));
      await world.drain();
      expect(world.provider.order(`${orderId}-1`).request.remindersByProvider).toBe(reminds);
    },
  );

  test('the cart goes along unless the owner switched that off', async () => {
    const [, shown] = [await world.activeLink(), await world.activeLink()];
    expect(world.provider.order(shown.link.reference).request.cart).not.toBeNull();
    world.settings['shopping_cart_disabled'] = true;
    const { link } = await world.activeLink();
    expect(world.provider.order(link.reference).request.cart).toBeNull();
  });
});
