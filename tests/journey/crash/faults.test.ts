import { DEMO_KEYS } from '../../../extension/sandbox/multisafepay/sandbox';
import { textOf } from '../../support/agent';
import { commentsOf, orderWithLink, statusOf } from '../../support/customer';
import { enterOrder } from '../../support/enter_order';
import { orderPageText, pressOnOrder } from '../../support/order_page';
import { until } from '../../support/program';
import { mailFacts, payableThere, refundedThere, statesOf } from '../../support/real_facts';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());
afterEach(async () => {
  shop.sandbox.control.clear();
  Object.assign(shop.keys, DEMO_KEYS);
  await shop.provider.up();
  await shop.mailServer.up();
});

const [COMPLETED, CANCELLED] = [2, 7];
const count = (lines: readonly string[], words: string) => lines.filter((line) => line.includes(words)).length;
const pageSaying = (orderId: number, words: string) =>
  until(
    () => orderPageText(shop, orderId),
    (text) => text.includes(words),
  );
const payableOf = (orderId: number) => payableThere(shop.sandbox).filter((id) => id.startsWith(`${orderId}-`));

async function hasOneLinkAndMail(orderId: number): Promise<void> {
  expect((await statesOf(shop.db, orderId)).filter((state) => state === 'active')).toHaveLength(1);
  expect(payableOf(orderId)).toHaveLength(1);
  expect(count(await commentsOf(shop, orderId), 'ayment link for €')).toBe(1);
  expect((await mailFacts(shop.db, shop.mails, orderId)).taken).toMatchObject({ payment_link: 1 });
}

describe('a provider with faults', () => {
  test.each(['server_error', 'unavailable', 'too_many', 'nonsense', 'empty', 'reset_before', 'reset_after'] as const)(
    'that answers twice with %s makes one link in the end',
    async (kind) => {
      shop.sandbox.control.fault({ operation: 'create', kind, times: 2 });
      const orderId = await enterOrder(shop);
      await shop.quiet();
      await hasOneLinkAndMail(orderId);
    },
  );

  test('that is slow keeps nobody waiting: the order is saved and shown before the answer is there', async () => {
    shop.sandbox.control.fault({ operation: 'create', kind: 'latency', latencyMs: 1500 });
    const orderId = await enterOrder(shop);
    expect(await pageSaying(orderId, 'The payment provider is being asked')).not.toContain('Copy payment link');
    const [asked] = shop.sandbox.control.requests({ operation: 'create', orderId: `${orderId}-1` });
    expect(asked?.status ?? null).toBeNull();
    await pageSaying(orderId, 'Copy payment link');
    await shop.quiet();
    await hasOneLinkAndMail(orderId);
  });

  test('that is down is waited for, visibly; the order stays saved', async () => {
    await shop.provider.down();
    const orderId = await enterOrder(shop);
    const text = await pageSaying(orderId, 'MultiSafepay could not be reached. It is tried again');
    expect(text).toContain('This goes on for a day');
    expect(text).not.toContain('Copy payment link');
    expect((await mailFacts(shop.db, shop.mails, orderId)).meant).not.toContain('payment_link');
    await shop.provider.up();
    await shop.quiet();
    await hasOneLinkAndMail(orderId);
    expect(shop.sandbox.control.requests({ operation: 'create', orderId: `${orderId}-1` })).toHaveLength(1);
  });

  test('that refuses the key: a person is told what helps, and Retry makes the link once it is mended', async () => {
    shop.keys.test = 'another-key-than-the-shop-has';
    const orderId = await enterOrder(shop);
    const text = await pageSaying(orderId, 'Check in the settings that the API key');
    expect(text).toContain('Try again');
    expect(await statesOf(shop.db, orderId)).toEqual(['failed']);
    const dashboard = textOf((await shop.get('/admin')).html);
    expect(dashboard).toContain(`Order #${orderId}`);
    expect(dashboard).toContain('Check in the settings that the API key');
    await until(
      () => mailFacts(shop.db, shop.mails, orderId),
      ({ taken }) => taken['shop_needs_person'] === 1,
    );

    shop.keys.test = DEMO_KEYS.test;
    await pressOnOrder(shop, orderId, 'retry_link');
    await shop.quiet();
    await hasOneLinkAndMail(orderId);
  });
});

describe('a mail server', () => {
  test('that is down: the link is there, the mail follows once, and the page says so', async () => {
    await shop.mailServer.down();
    const orderId = await enterOrder(shop);
    const text = await pageSaying(orderId, 'Not sent to jan@customer.example yet');
    expect(text).toContain('The mail server could not be reached. It is tried again');
    expect(text).toContain('Copy payment link');
    await shop.mailServer.up();
    await shop.quiet();
    await hasOneLinkAndMail(orderId);
    expect(await orderPageText(shop, orderId)).toContain('to jan@customer.example');
  });

  test('that refuses the address: said with a remedy; Try again sends it once it is mended', async () => {
    const email = 'nobody@customer.example';
    shop.refused.add(email);
    const orderId = await enterOrder(shop, { email });
    const text = await pageSaying(orderId, `Not sent to ${email}:`);
    expect(text).toContain('No such user here');
    shop.refused.delete(email);
    await pressOnOrder(shop, orderId, 'retry_mail');
    await shop.quiet();
    await hasOneLinkAndMail(orderId);
  });
});

describe('the same faults later in a link’s life', () => {
  test.each(['server_error', 'nonsense', 'reset_after'] as const)(
    'a payment is settled once although reading it fails with %s',
    async (kind) => {
      const { orderId, reference } = await orderWithLink(shop);
      shop.sandbox.control.fault({ operation: 'read', kind, times: 2 });
      shop.sandbox.control.act(reference, 'complete', { method: 'IDEAL' });
      await shop.quiet();
      expect(await statusOf(shop, orderId ?? 0)).toBe(COMPLETED);
      expect(count(await commentsOf(shop, orderId ?? 0), 'Paid €')).toBe(1);
      expect((await mailFacts(shop.db, shop.mails, orderId ?? 0)).taken).toMatchObject({ paid: 1, shop_paid: 1 });
    },
  );

  test.each(['server_error', 'reset_before', 'reset_after'] as const)(
    'a link is closed there and here once although that fails with %s',
    async (kind) => {
      const { orderId } = await orderWithLink(shop);
      shop.sandbox.control.fault({ operation: 'update', kind, times: 2 });
      await pressOnOrder(shop, orderId ?? 0, 'history', { status_id: String(CANCELLED) });
      await shop.quiet();
      expect(await statesOf(shop.db, orderId ?? 0)).toEqual(['cancelled']);
      expect(payableOf(orderId ?? 0)).toEqual([]);
      expect(count(await commentsOf(shop, orderId ?? 0), 'The payment link was closed')).toBe(1);
    },
  );

  test.each(['too_many', 'reset_after'] as const)('a refund that meets %s is made once', async (kind) => {
    const { orderId, reference } = await paidOrder();
    shop.sandbox.control.fault({ operation: 'refund', kind, times: 1 });
    await pressOnOrder(shop, orderId, 'refund', { amount: '5.00' });
    const comments = await until(
      () => commentsOf(shop, orderId),
      (lines) => count(lines, 'Refunded €5.00') > 0,
    );
    await shop.quiet();
    expect(count(comments, 'Refunded €5.00')).toBe(1);
    expect(refundedThere(shop.sandbox, reference)).toEqual([500]);
  });

  test.each(['reset_before', 'server_error'] as const)(
    'a refund of which nobody can know, after %s, waits for a person and is not asked again',
    async (kind) => {
      const { orderId, reference } = await paidOrder();
      shop.sandbox.control.fault({ operation: 'refund', kind, times: 1 });
      await pressOnOrder(shop, orderId, 'refund', { amount: '5.00' });
      await pageSaying(orderId, 'Please look there whether this refund exists');
      await shop.quiet();
      expect(refundedThere(shop.sandbox, reference)).toEqual([]);
      expect(shop.sandbox.control.requests({ operation: 'refund', orderId: reference })).toHaveLength(1);
    },
  );

  async function paidOrder(): Promise<{ orderId: number; reference: string }> {
    const { orderId, reference } = await orderWithLink(shop);
    shop.sandbox.control.act(reference, 'complete', { method: 'IDEAL' });
    await shop.quiet();
    return { orderId: orderId ?? 0, reference };
  }
});
