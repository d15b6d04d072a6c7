import { fingerprintOf } from '../../../../extension/payment_link/gateways/accounts';
import { retryLink } from '../../../../extension/payment_link/make/fail_link';
import { writeJournal } from '../../../../extension/payment_link/journal/journal';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('asking for a link', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('an order that enters the Payment Request status gets a link, one history line and one mail', async () => {
    const { orderId, link } = await world.activeLink();
    expect(link).toMatchObject({
      state: 'active',
      reference: `${orderId}-1`,
      amount: { minor: 10000, currency: 'EUR' },
      url: `https://pay.test/${orderId}-1`,
      expiresAt: world.now + 30 * DAY_MS,
      environment: 'test',
    });
    expect(await world.history(orderId)).toEqual([`Payment link for €100.00: https://pay.shop.test/pay/${link.token}`]);
    expect(await world.mails(orderId)).toEqual(['payment_link ada@example.com']);
    expect(await world.journal(orderId)).toEqual(['link.requested', 'link.activated']);
    expect(world.provider.count('create')).toBe(1);
  });

  test('the link is theirs who saved the order', async () => {
    const orderId = await world.book.add(world.db);
    await writeJournal(world.db, { orderId, event: 'order.added', actor: 'mary', at: world.now });
    await transaction(world.db, (tx) =>
      world.context.bus.announce(tx, 'order.status_entered', { orderId, statusId: 20, historyId: 0 }),
    );
    await world.drain();
    expect((await world.link(orderId)).createdBy).toBe('mary');
  });

  test('the provider is given a token for notifications that is not the pay token', async () => {
    const { link } = await world.activeLink();
    const { request } = world.provider.order(link.reference);
    expect(request.notificationUrl).toBe(`https://pay.shop.test/notify/fakepay/${link.notifyToken}`);
    expect(request.returnUrl).toContain(`/pay/${link.token}/`);
    expect(link.notifyToken).not.toBe(link.token);
    expect(Buffer.from(link.token, 'base64url')).toHaveLength(16);
    expect(request.remindersByProvider).toBe(false);
  });

  describe('a paid order that is put back in the status that asks', () => {
    async function paidAndPutBack() {
      const { orderId, link } = await world.activeLink();
      world.provider.pay(link.reference, 't1');
      await refreshLink(world.context, link.linkId, new AbortController().signal);
      await putBack(orderId);
      return orderId;
    }
    async function putBack(orderId: number) {
      await world.db('fake_order').where({ order_id: orderId }).update({ status_id: 20 });
      await transaction(world.db, (tx) =>
        world.context.bus.announce(tx, 'order.status_entered', { orderId, statusId: 20, historyId: 0 }),
      );
      await world.drain();
    }

    test('gets no link, and a person is told once', async () => {
      const orderId = await paidAndPutBack();
      expect(await world.links(orderId)).toHaveLength(1);
      expect(await world.link(orderId)).toMatchObject({ state: 'completed', flagged: true, flags: ['put_back'] });
      await putBack(orderId);
      expect((await world.journal(orderId)).filter((event) => event === 'link.flagged')).toHaveLength(1);
    });

    test('is no case for a person where payment leaves the status as it is', async () => {
      world.settings['order_status_id_completed'] = 0;
      const orderId = await paidAndPutBack();
      expect(await world.link(orderId)).toMatchObject({ state: 'completed', flagged: false });
      expect(await world.journal(orderId)).toContain('link.not_requested');
    });
  });

  test.each([
    ['another status', { statusId: 1 }],
    ['another payment method', { paymentMethod: { code: 'cod.cod', name: 'Cash' } }],
    ['nothing to pay', { total: '0.0000' }],
    ['a currency that must be confirmed first', { currencyCode: 'JPY' }],
    ['a currency that nobody knows', { currencyCode: 'QQQ' }],
  ])('no link for %s', async (_, order) => {
    const orderId = await world.addOrder(order);
    await world.drain();
    expect(await world.links(orderId)).toEqual([]);
    expect(world.provider.calls).toEqual([]);
  });

  test('no link when links are switched off, and the reason is noted when a person would wonder', async () => {
    world.settings['generate_payment_links_status'] = false;
    const off = await world.addOrder();
    await world.drain();
    expect(await world.journal(off)).toEqual([]);
    Object.assign(world.settings, { generate_payment_links_status: true, api_key: '' });
    const noKey = await world.addOrder();
    await world.drain();
    expect(await world.journal(noKey)).toEqual(['link.not_requested']);
  });

  test('entering the status again while a link is open asks for nothing', async () => {
    const { orderId } = await world.activeLink();
    await world.context.db.transaction((tx) =>
      world.context.bus.announce(tx, 'order.status_entered', { orderId, statusId: 20, historyId: 1 }),
    );
    await world.drain();
    expect(await world.links(orderId)).toHaveLength(1);
    expect(world.provider.count('create')).toBe(1);
  });

  test('an order without an address gets its link, and the journal says that nobody was mailed', async () => {
    const { orderId, link } = await world.activeLink({ email: '' });
    expect(link.state).toBe('active');
    expect(await world.mails(orderId)).toEqual([]);
    expect(await world.journal(orderId)).toContain('link.not_mailed');
  });

  test('a refusal fails at once with the remedy, and Retry asks again under the same attempt', async () => {
    world.provider.faults = ['refused'];
    const orderId = await world.addOrder();
    await world.drain();
    const failed = await world.link(orderId);
    expect(failed).toMatchObject({
      state: 'failed',
      failure: 'Invalid amount',
      remedy: 'Check it.',
      failureCode: '1001',
    });
    expect(await world.mails(orderId)).toEqual(['shop_needs_person shop@shop.example']);
    expect(await retryLink(world.context, failed.linkId, { name: 'admin', ip: null })).toBe(true);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', attempt: 1, failure: null });
    expect(await retryLink(world.context, failed.linkId, { name: 'admin', ip: null })).toBe(false);
  });

  test('Retry asks with the key that was put right, except where the provider may have the link under the old one', async () => {
    world.provider.faults = ['refused'];
    const orderId = await world.addOrder();
    await world.drain();
    const failed = await world.link(orderId);
    world.settings['api_key'] = 'the-right-key';
    await retryLink(world.context, failed.linkId, { name: 'admin', ip: null });
    await world.drain();
    const made = await world.link(orderId);
    expect([made.state, made.attempt]).toEqual(['active', 1]);
    const { environment } = failed;
    expect(made.account).toBe(fingerprintOf({ environment, apiKey: 'the-right-key' }));
    const links = world.context.db(t(world.context.db, 'payment_link')).where('link_id', made.linkId);
    await links.clone().update({ state: 'failed', asking: 2 });
    world.settings['api_key'] = 'another-key';
    await retryLink(world.context, made.linkId, { name: 'admin', ip: null });
    expect((await world.link(orderId)).account).toBe(made.account);
  });

  test('a provider that is down is asked again with pauses, and the link is made once it is back', async () => {
    world.provider.faults = ['down', 'down', 'down'];
    const orderId = await world.addOrder();
    await world.pass(2 * MINUTE_MS, 1000);
    expect(await world.link(orderId)).toMatchObject({ state: 'active', attempt: 1 });
    expect(world.provider.count('create')).toBe(4);
    expect(world.provider.count('read')).toBe(0);
  });

  test('after a day without the provider a person is told, and nothing more is tried', async () => {
    world.provider.faults = Array.from({ length: 200 }, () => 'down' as const);
    const orderId = await world.addOrder();
    await world.pass(26 * HOUR_MS, 20 * MINUTE_MS);
    expect(await world.link(orderId)).toMatchObject({ state: 'failed', failure: 'FakePay is down' });
    const calls = world.provider.calls.length;
    await world.pass(5 * HOUR_MS);
    expect(world.provider.calls).toHaveLength(calls);
  });

  test.each(['lost_before', 'lost_after'] as const)(
    'an answer that was lost (%s) is read back; the old id is closed there and the next attempt made',
    async (fault) => {
      world.provider.faults = [fault];
      const orderId = await world.addOrder();
      await world.pass(MINUTE_MS, 1000);
      const [first, second, ...more] = await world.links(orderId);
      expect(more).toEqual([]);
      expect(first).toMatchObject({ state: 'replaced', attempt: 1 });
      expect(second).toMatchObject({ state: 'active', attempt: 2, token: first?.token });
      expect(world.provider.calls).toEqual([
        `create ${orderId}-1`,
        `read ${orderId}-1`,
        `cancel ${orderId}-1`,
        `create ${orderId}-2`,
      ]);
      expect(await world.mails(orderId)).toHaveLength(1);
      expect(await world.history(orderId)).toHaveLength(1);
    },
  );

  test('an order deleted while the provider is asked leaves no payable link behind', async () => {
    const orderId = await world.addOrder();
    const create = world.provider.open.bind(world.provider);
    world.provider.open = () => {
      const gateway = create();
      return {
        ...gateway,
        createLink: async (request, call) => {
          await world.context.db.transaction((tx) => world.context.bus.announce(tx, 'order.deleted', { orderId }));
          await world.makeWorker(1).drain();
          return gateway.createLink(request, call);
        },
      };
    };
    await world.drain();
    expect((await world.link(orderId)).state).toBe('cancelled');
    expect(world.provider.order(`${orderId}-1`).cancelled).toBe(true);
  });

  test('many orders at once, and many workers, make one link each', async () => {
    const ids: number[] = [];
    for (let n = 0; n < 12; n++) ids.push(await world.addOrder());
    for (const orderId of ids) {
      await world.context.db.transaction((tx) =>
        world.context.bus.announce(tx, 'order.status_entered', { orderId, statusId: 20, historyId: 1 }),
      );
    }
    await Promise.all([world.drain(), world.makeWorker(4).drain(), world.makeWorker(4).drain()]);
    await world.pass(5 * MINUTE_MS, 30_000);
    expect(world.provider.count('create')).toBe(12);
    for (const orderId of ids) expect(await world.links(orderId)).toHaveLength(1);
  });
});
