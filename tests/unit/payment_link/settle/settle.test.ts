import fc from 'fast-check';
import type { GatewayLink, GatewayPayment } from '../../../../extension/payment_link/gateway';
import { findLink } from '../../../../extension/payment_link/link/links';
import { listPayments } from '../../../../extension/payment_link/settle/payments';
import { putRefresh } from '../../../../extension/payment_link/jobs';
import { refreshLink } from '../../../../extension/payment_link/settle/refresh_link';
import { settle } from '../../../../extension/payment_link/settle/settle';
import { MINUTE_MS } from '../../../../system/clock';
import { money } from '../../../../system/money';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

describe('settling', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  const signal = new AbortController().signal;
  const read = (linkId: number) => refreshLink(world.context, linkId, signal);

  test('a payment completes the link, moves the order, changes its method and tells customer and shop', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, '9007199254740993');
    await read(link.linkId);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'completed', flagged: false, flags: [] });
    expect(await world.status(orderId)).toBe(2);
    expect((await world.history(orderId)).slice(1)).toEqual([
      'Paid €100.00 with IDEAL. Payment 9007199254740993 at FakePay.',
    ]);
    expect((await world.book.findOrder(world.db, orderId))?.paymentMethod).toEqual({
      code: 'fakepay.ideal',
      name: 'IDEAL',
    });
    expect((await world.mails(orderId)).slice(1)).toEqual(['paid ada@example.com', 'shop_paid shop@shop.example']);
    const payments = await listPayments(world.db, link.linkId);
    expect(payments).toMatchObject([{ providerId: '9007199254740993', state: 'paid', paidTwice: false }]);
  });

  test('others whom the owner named are told of a payment too, each once, and nobody when that is switched off', async () => {
    world.linkSettings['notify_emails'] = ['owner@example.com', 'shop@shop.example'];
    const told = await world.activeLink();
    world.provider.pay(told.link.reference, 't1');
    await read(told.link.linkId);
    const shopPaid = async (orderId: number) =>
      (await world.mails(orderId)).filter((mail) => mail.startsWith('shop_paid'));
    expect(await shopPaid(told.orderId)).toEqual(['shop_paid shop@shop.example', 'shop_paid owner@example.com']);
    world.linkSettings['notify_paid'] = false;
    const quiet = await world.activeLink();
    world.provider.pay(quiet.link.reference, 't2');
    await read(quiet.link.linkId);
    expect(await shopPaid(quiet.orderId)).toEqual([]);
  });

  test('a customer who has only begun moves the order as mapped, and the line names no payment', async () => {
    world.settings['order_status_id_initialized'] = 1;
    const { orderId, link } = await world.activeLink();
    world.provider.set(link.reference, 'pending', 'initialized');
    await read(link.linkId);
    expect(await world.status(orderId)).toBe(1);
    expect((await world.history(orderId)).at(-1)).toBe('The customer is on the payment page of FakePay.');
  });

  test('five reads at once act once', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => read(link.linkId)));
    expect(outcomes.filter((outcome) => outcome !== 'overtaken').length).toBeGreaterThan(0);
    await world.pass(5 * MINUTE_MS, MINUTE_MS);
    expect((await world.history(orderId)).filter((line) => line.startsWith('Paid'))).toHaveLength(1);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('paid'))).toHaveLength(1);
  });

  test('a read that another settlement overtook counts for nothing', async () => {
    const { orderId, link } = await world.activeLink();
    let inner = 0;
    world.provider.whileReading = async () => {
      if (inner++ > 0) return;
      world.provider.pay(link.reference, 't1');
      await read(link.linkId);
    };
    expect(await read(link.linkId)).toBe('overtaken');
    expect((await world.link(orderId)).state).toBe('completed');
  });

  test('wishes for a read that come while one is under way get a read of their own', async () => {
    const { orderId, link } = await world.activeLink();
    await putRefresh(world.db, link.linkId, world.now, world.now);
    await putRefresh(world.db, link.linkId, world.now, world.now);
    world.provider.whileReading = async () => {
      world.provider.whileReading = null;
      world.provider.pay(link.reference, 't1');
      await putRefresh(world.db, link.linkId, world.now, world.now);
    };
    await world.drain();
    expect(world.provider.count('read')).toBe(2);
    expect((await world.link(orderId)).state).toBe('completed');
  });

  test.each([
    ['less', money(9999, 'EUR'), 'amount_less'],
    ['more', money(10001, 'EUR'), 'amount_more'],
    ['another currency', money(10000, 'USD'), 'currency_other'],
  ])('%s than asked is shown to a person and completes nothing', async (_, amount, flag) => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { amount, refunded: money(0, amount.currency) });
    await read(link.linkId);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'active', flagged: true, flags: [flag] });
    expect(await world.status(orderId)).toBe(20);
    expect(await world.mails(orderId)).toContain('shop_needs_person shop@shop.example');
    expect(await world.mails(orderId)).not.toContain('paid ada@example.com');
  });

  test('of two payments seen in one read one is the order’s and the other came twice', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    world.provider.pay(link.reference, 't2');
    await read(link.linkId);
    const payments = await listPayments(world.db, link.linkId);
    expect(payments.map(({ providerId, paidTwice }) => [providerId, paidTwice])).toEqual([
      ['t1', false],
      ['t2', true],
    ]);
    expect(await world.status(orderId)).toBe(2);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('paid '))).toHaveLength(1);
  });

  test('a second payment is flagged as paid twice and leaves the order alone', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    await world.book.change(world.db, orderId, { statusId: 3 });
    world.provider.pay(link.reference, 't2');
    await read(link.linkId);
    await world.drain();
    expect(await world.link(orderId)).toMatchObject({ state: 'completed', flags: ['paid_twice'], flagged: true });
    expect(await world.status(orderId)).toBe(3);
    const payments = await listPayments(world.db, link.linkId);
    expect(payments.map((payment) => payment.paidTwice)).toEqual([false, true]);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('paid '))).toHaveLength(1);
  });

  test('news of a sibling attempt cannot pull a paid order back', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    for (const status of ['expired', 'cancelled', 'declined', 'open', 'pending'] as const) {
      world.provider.set(link.reference, status);
      world.provider.order(link.reference).payments = [];
      await read(link.linkId);
    }
    expect((await world.link(orderId)).state).toBe('completed');
    expect(await world.status(orderId)).toBe(2);
    expect(await world.history(orderId)).toHaveLength(2);
  });

  test('the same payment voided after it was completed is a reversal', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    world.provider.pay(link.reference, 't1', { status: 'failed' });
    await read(link.linkId);
    expect(await world.link(orderId)).toMatchObject({ flags: ['reversed'], flagged: true });
    expect((await listPayments(world.db, link.linkId))[0]?.state).toBe('charged_back');
    expect(await world.status(orderId)).toBe(13);
  });

  test('an attempt that expired at the provider while its link lives on does not move the order to "expired"', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { status: 'failed' });
    world.provider.set(link.reference, 'declined', 'expired');
    await read(link.linkId);
    expect((await world.link(orderId)).state).toBe('declined');
    expect(await world.status(orderId)).toBe(20);
  });

  test('a declined try leaves the link payable, and paying afterwards completes it', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1', { status: 'failed', reason: 'no funds' });
    await read(link.linkId);
    expect((await world.link(orderId)).state).toBe('declined');
    world.provider.pay(link.reference, 't2');
    await read(link.linkId);
    expect((await world.link(orderId)).state).toBe('completed');
    expect(await listPayments(world.db, link.linkId)).toHaveLength(2);
  });

  test('a payment after expiry is accepted and flagged, with the stock', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.set(link.reference, 'expired');
    await read(link.linkId);
    expect(await world.status(orderId)).toBe(14);
    world.book.oversold = [42];
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    expect(await world.link(orderId)).toMatchObject({ state: 'completed', flags: ['paid_late', 'oversold'] });
    expect(await world.status(orderId)).toBe(2);
  });

  test('expiry at the provider moves the order as mapped, mails the customer once, and not if staff moved it on', async () => {
    const first = await world.activeLink();
    world.provider.set(first.link.reference, 'expired');
    await read(first.link.linkId);
    await read(first.link.linkId);
    expect(await world.status(first.orderId)).toBe(14);
    expect((await world.mails(first.orderId)).slice(1)).toEqual(['expired ada@example.com']);
    const second = await world.activeLink();
    await world.book.change(world.db, second.orderId, { statusId: 3 });
    world.provider.set(second.link.reference, 'expired');
    await read(second.link.linkId);
    expect(await world.status(second.orderId)).toBe(3);
  });

  test('mapped statuses 0 leave the order unchanged', async () => {
    world.settings['order_status_id_completed'] = 0;
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    expect(await world.status(orderId)).toBe(20);
    expect(await world.history(orderId)).toHaveLength(2);
  });

  test('refunds made at the provider are noted, told, and move the order as mapped', async () => {
    const { orderId, link } = await world.activeLink();
    world.provider.pay(link.reference, 't1');
    await read(link.linkId);
    world.provider.order(link.reference).refunds = [
      { id: 'r1', reference: null, amount: money(10000, 'EUR'), status: 'pending' },
    ];
    await read(link.linkId);
    expect(await world.status(orderId)).toBe(2);
    world.provider.clearRefunds(link.reference);
    await read(link.linkId);
    await read(link.linkId);
    expect(await world.status(orderId)).toBe(11);
    expect((await world.mails(orderId)).filter((mail) => mail.startsWith('refunded'))).toHaveLength(1);
    expect((await world.link(orderId)).state).toBe('completed');
  });

  test('whatever the order in which news is applied, money stays and is said once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(NEWS, { minLength: NEWS.length }), fc.nat(3), async (news, repeated) => {
        const { orderId, link } = await world.activeLink();
        const all = [...news, ...news.slice(0, repeated)];
        for (const one of all) {
          const before = await findLink(world.db, link.linkId);
          // Every provider's ids are its own: each run has payments of its own.
          const payments = one.payments.map((payment) => ({ ...payment, id: `${link.reference}-${payment.id}` }));
          if (before) await settle(world.context, before, { ...one, payments }, world.now);
        }
        expect((await world.link(orderId)).state).toBe('completed');
        expect(await world.status(orderId)).toBe(11);
        const said = await world.history(orderId);
        expect(said.filter((line) => line.startsWith('Paid'))).toHaveLength(1);
        expect(said.filter((line) => line.startsWith('Refunded'))).toHaveLength(1);
        const payments = await listPayments(world.db, link.linkId);
        expect(payments.map((payment) => payment.state).sort()).toEqual(['failed', 'refunded']);
      }),
      { numRuns: 25 },
    );
  });
});

const paid = (status: GatewayPayment['status'], refunded = 0): GatewayPayment => ({
  id: 't1',
  amount: money(10000, 'EUR'),
  refunded: money(refunded, 'EUR'),
  status,
  method: 'IDEAL',
  reason: null,
  needsCart: false,
});
const sibling: GatewayPayment = { ...paid('failed'), id: 't0' };

function news(status: GatewayLink['status'], providerStatus: string, payments: GatewayPayment[]): GatewayLink {
  return { reference: '', status, providerStatus, amount: money(10000, 'EUR'), payments, refunds: [] };
}

/** One link's life as it happened, to be shuffled. */
const NEWS: GatewayLink[] = [
  news('open', 'initialized', []),
  news('declined', 'declined', [sibling]),
  news('pending', 'uncleared', [paid('pending')]),
  news('paid', 'completed', [paid('paid')]),
  news('paid', 'shipped', [paid('paid')]),
  news('expired', 'expired', [sibling]),
  news('refunded', 'refunded', [paid('refunded', 10000)]),
];
