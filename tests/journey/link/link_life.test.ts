import { listLinksOfOrder } from '../../../extension/payment_link/link/links';
import type { Link } from '../../../extension/payment_link/link/link_row';
import { DAY_MS } from '../../../system/clock';
import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import {
  activeLink,
  commentsOf,
  customerOf,
  mailsOf,
  newestLink,
  orderWithLink,
  statusOf,
} from '../../support/customer';
import { enterOrder } from '../../support/enter_order';
import { orderPage, orderPageText, pressOnOrder } from '../../support/order_page';
import { until } from '../../support/program';
import { payableThere, refundedThere } from '../../support/real_facts';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());
afterEach(() => shop.sandbox.control.clear());

const COMPLETED = 2;
const pageSaying = (orderId: number, words: string) =>
  until(
    () => orderPageText(shop, orderId),
    (text) => text.includes(words),
  );
const orderOf = ({ orderId }: Link): number => orderId ?? 0;

async function paidOrder(method = 'IDEAL', typed: Form = {}): Promise<Link> {
  const link = await orderWithLink(shop, typed);
  shop.sandbox.control.act(link.reference, 'complete', { method });
  await shop.quiet();
  return link;
}

describe('refunds', () => {
  test('of a method that needs the cart go by lines: none is refused, one piece goes back at its price', async () => {
    const link = await paidOrder('KLARNA', { 'lines[0][quantity]': '3' });
    const { html } = await orderPage(shop, orderOf(link));
    expect(textOf(html)).toContain('This method refunds by lines.');
    expect(html).not.toContain('name="amount"');
    expect(textOf(html)).toMatch(/of 3 at €\d/);
    const none = await pressOnOrder(shop, orderOf(link), 'refund', { line_0: '0', line_1: '0' });
    expect([none.status, textOf(none.html).includes('Please choose at least one line.')]).toEqual([422, true]);
    await pressOnOrder(shop, orderOf(link), 'refund', { line_0: '1', line_1: '0', reason: 'one was broken' });
    await shop.quiet();
    const [asked] = shop.sandbox.control.requests({ operation: 'refund', orderId: link.reference });
    const { items } = (asked?.body as { checkout_data: { items: { quantity: number }[] } }).checkout_data;
    expect(items.map(({ quantity }) => quantity)).toContain(-1);
    // Three pieces and their shipping were paid: less than half of it is one piece.
    expect(refundedThere(shop.sandbox, link.reference)).toHaveLength(1);
    const [back = 0] = refundedThere(shop.sandbox, link.reference);
    expect(2 * back).toBeLessThan(link.amount.minor);
    const left = (await orderPage(shop, orderOf(link))).html;
    expect(textOf(left)).toMatch(/“one was broken”.* of 2 at €\d/);
    // Three more are not there: the two that are left go back, and then there are none to choose.
    await pressOnOrder(shop, orderOf(link), 'refund', { line_0: '3' });
    await shop.quiet();
    // The tax of a refund is rounded once, so two pieces can differ from twice one by a cent.
    const [, rest = 0] = refundedThere(shop.sandbox, link.reference);
    expect(Math.abs(rest - 2 * back)).toBeLessThanOrEqual(1);
    expect((await orderPage(shop, orderOf(link))).html).not.toContain('name="line_0"');
  });

  test('of unknown outcome wait for a person, who says that it was not made: all of it can go back again', async () => {
    const link = await paidOrder();
    const orderId = orderOf(link);
    await refundUnknown(link, '5.00');
    expect(await orderPageText(shop, orderId)).toContain('Please look there whether this refund exists.');
    expect(await newestLink(shop, link)).toMatchObject({ flagged: true, flags: ['refund_unknown'] });
    const answer = await pressOnOrder(shop, orderId, 'resolve_refund', { made: '0' });
    expect(answer.status).toBe(303);
    const text = await orderPageText(shop, orderId);
    expect(text).toContain('Up to €23.05 can go back');
    expect(text).not.toContain('Please look there');
    expect(await newestLink(shop, link)).toMatchObject({ flagged: false });
    expect(shop.sandbox.control.requests({ operation: 'refund', orderId: link.reference })).toHaveLength(1);
  });

  test('of unknown outcome that were made count as given back', async () => {
    const link = await paidOrder();
    await refundUnknown(link, '5.00');
    await pressOnOrder(shop, orderOf(link), 'resolve_refund', { made: '1' });
    await shop.quiet();
    expect(await orderPageText(shop, orderOf(link))).toContain('Up to €18.05 can go back');
  });

  async function refundUnknown(link: Link, amount: string): Promise<void> {
    shop.sandbox.control.fault({ operation: 'refund', kind: 'reset_before', times: 1 });
    await pressOnOrder(shop, orderOf(link), 'refund', { amount });
    await shop.quiet();
  }
});

test('what waits for a person is marked as seen to, and waits no more', async () => {
  const link = await paidOrder();
  shop.sandbox.control.act(link.reference, 'pay_twice', { method: 'IDEAL' });
  await shop.quiet();
  expect(await orderPageText(shop, orderOf(link))).toContain('It was paid twice.');
  const cases = async () => textOf((await shop.get('/admin/common/dashboard')).html);
  expect(await cases()).toContain(`Order #${link.orderId}`);
  await pressOnOrder(shop, orderOf(link), 'dismiss_flags');
  expect((await orderPage(shop, orderOf(link))).html).not.toContain('/dismiss_flags');
  expect(await newestLink(shop, link)).toMatchObject({ flagged: false, flags: ['paid_twice'] });
  expect(await orderPageText(shop, orderOf(link))).toContain('Somebody has seen to it.');
});

test('paid twice before anybody read it: the second payment is found by its own notification', async () => {
  const link = await orderWithLink(shop);
  shop.sandbox.control.fault({ operation: 'read', kind: 'unavailable', times: 4 });
  shop.sandbox.control.act(link.reference, 'complete', { method: 'IDEAL' });
  shop.sandbox.control.act(link.reference, 'pay_twice', { method: 'IDEAL' });
  await shop.sandbox.control.idle();
  await shop.quiet();
  const payments = (await shop
    .db(t(shop.db, 'payment_link_payment'))
    .where({ link_id: link.linkId })
    .orderBy('payment_id')) as { state: string; paid_twice: number }[];
  expect(payments.map(({ state, paid_twice }) => [state, paid_twice])).toEqual([
    ['paid', 0],
    ['paid', 1],
  ]);
  await pressOnOrder(shop, orderOf(link), 'give_back');
  await shop.quiet();
  expect(refundedThere(shop.sandbox, link.reference)).toEqual([link.amount.minor]);
});

test('more time makes the next attempt behind the same address, for that long; days out of bounds are refused', async () => {
  const link = await orderWithLink(shop);
  const refused = await pressOnOrder(shop, orderOf(link), 'extend_link', { days: '366', mail: '0' });
  expect([refused.status, textOf(refused.html).includes('1 to 365')]).toEqual([422, true]);
  await pressOnOrder(shop, orderOf(link), 'extend_link', { days: '60', mail: '0' });
  const longer = await activeLink(shop, orderOf(link), 2);
  expect(longer.token).toBe(link.token);
  expect(Math.round(((longer.expiresAt ?? 0) - Date.now()) / DAY_MS)).toBe(60);
  await shop.quiet();
  expect(await pageSaying(orderOf(link), 'Expires in 60 days')).toContain('More time was asked for.');
  expect(payableThere(shop.sandbox).filter((id) => id.startsWith(`${link.orderId}-`))).toEqual([longer.reference]);
});

test('paid otherwise: the order moves, the link is closed there and here, and the customer is told', async () => {
  const link = await orderWithLink(shop);
  await pressOnOrder(shop, orderOf(link), 'paid_otherwise', { status_id: String(COMPLETED) });
  await shop.quiet();
  expect(await statusOf(shop, orderOf(link))).toBe(COMPLETED);
  expect(await commentsOf(shop, orderOf(link))).toContain('Paid in another way; the payment link was closed.');
  expect((await newestLink(shop, link)).state).toBe('cancelled');
  expect(payableThere(shop.sandbox)).not.toContain(link.reference);
  const { html } = await customerOf(shop, link).page();
  expect(html).not.toContain('<button class="pay');
  expect(textOf(html)).not.toMatch(/Pay €/);
  expect(await pressOnOrder(shop, orderOf(link), 'paid_otherwise').catch(() => 'no such form')).toBe('no such form');
});

describe('an order that is edited', () => {
  const edit = (link: Link, quantity: string, more: Form = {}) =>
    enterOrder(shop, { order_id: String(link.orderId), 'lines[0][quantity]': quantity, ...more });

  test('twice within a minute: one mail, with the amount the customer knew and the one that counts', async () => {
    const link = await orderWithLink(shop);
    const form = await shop.get(`/admin/sale/order/form?order_id=${link.orderId}`);
    expect(textOf(form.html)).toContain('Tell the customer');
    await edit(link, '3', { tell_customer: '1' });
    await edit(link, '4', { tell_customer: '1' });
    await until(
      async () => (await listLinksOfOrder(shop.db, orderOf(link))).at(-1),
      (newest) => newest?.state === 'active' && newest.amount.minor > 2 * 1500,
    );
    await shop.quiet();
    expect((await mailsOf(shop, orderOf(link))).filter((kind) => kind === 'replaced')).toHaveLength(1);
    const mail = shop.mails.caught.find(
      ({ mail: { subject } }) => subject?.includes(String(link.orderId)) && /amount/i.test(subject),
    );
    const now = (await newestLink(shop, link)).amount.minor;
    expect(mail?.mail.text).toContain(euro(link.amount.minor));
    expect(mail?.mail.text).toContain(euro(now));
  });

  test('without telling the customer: nobody is mailed, the link is replaced all the same', async () => {
    const link = await orderWithLink(shop);
    await edit(link, '3');
    await activeLink(shop, orderOf(link), 2);
    await shop.quiet();
    expect(await mailsOf(shop, orderOf(link))).not.toContain('replaced');
  });

  test('after it was paid and is cheaper: a refund is due, and what is too much can go back', async () => {
    const link = await paidOrder('IDEAL', { 'lines[0][quantity]': '4' });
    await edit(link, '2');
    await shop.quiet();
    const text = await orderPageText(shop, orderOf(link));
    expect(text).toContain('The order became cheaper after it was paid: a refund is due.');
    await pressOnOrder(shop, orderOf(link), 'refund', { amount: '5.00' });
    await shop.quiet();
    expect(refundedThere(shop.sandbox, link.reference)).toEqual([500]);
  });

  test('after it was paid and is dearer: the difference has a link of its own, and paying it moves nothing else', async () => {
    const link = await paidOrder();
    await edit(link, '3', { status_id: String(COMPLETED) });
    await shop.quiet();
    const difference = (await listLinksOfOrder(shop.db, orderOf(link))).at(-1);
    expect(difference).toMatchObject({ purpose: 'difference', state: 'active' });
    expect(difference?.token).not.toBe(link.token);
    const more = euro(difference?.amount.minor ?? 0);
    expect(await orderPageText(shop, orderOf(link))).toContain(more);
    const customer = customerOf(shop, difference ?? link);
    expect(textOf((await customer.page()).html)).toContain(`Pay ${more}`);
    expect(await customer.pressPay()).toBe(difference?.url);
    shop.sandbox.control.act(difference?.reference ?? '', 'complete', { method: 'IDEAL' });
    await shop.quiet();
    expect((await newestLink(shop, link)).state).toBe('completed');
    expect(await statusOf(shop, orderOf(link))).toBe(COMPLETED);
    expect((await commentsOf(shop, orderOf(link))).filter((line) => line.startsWith('Paid €'))).toHaveLength(2);
  });

  const euro = (minor: number) => `€${(minor / 100).toFixed(2)}`;
});

describe('when the order reaches the chosen statuses', () => {
  const [SHIPPED, PROCESSED] = [3, 15];
  const patches = (link: Link) =>
    shop.sandbox.control
      .requests({ operation: 'update', orderId: link.reference })
      .map(({ body }) => body as Record<string, unknown>);

  const giveInvoice = ({ orderId }: Link) =>
    shop.db(t(shop.db, 'order')).where({ order_id: orderId }).update({ invoice_no: 7, invoice_prefix: 'INV-' });

  beforeAll(async () => {
    const row = { store_id: 0, code: 'payment_link', serialized: 1 };
    await shop.db(t(shop.db, 'setting')).insert([
      { ...row, key: 'payment_link_shipped_statuses', value: JSON.stringify([SHIPPED]) },
      { ...row, key: 'payment_link_invoiced_statuses', value: JSON.stringify([PROCESSED]) },
    ]);
    forgetKept(shop.db);
  });

  test('the provider is told that the goods left, once, without an empty parcel', async () => {
    const link = await paidOrder();
    for (const comment of ['on its way', 'still on its way']) {
      await pressOnOrder(shop, orderOf(link), 'history', { status_id: String(SHIPPED), comment });
      await pressOnOrder(shop, orderOf(link), 'history', { status_id: String(COMPLETED), comment: 'back' });
    }
    await shop.quiet();
    expect(patches(link)).toEqual([{ status: 'shipped' }]);
    expect(await orderPageText(shop, orderOf(link))).toContain('The provider was told that the order is shipped.');
  });

  test('and the invoice’s number, as the shop writes it, once there is one', async () => {
    const link = await paidOrder();
    await giveInvoice(link);
    await pressOnOrder(shop, orderOf(link), 'history', { status_id: String(PROCESSED), comment: '' });
    await shop.quiet();
    expect(patches(link)).toEqual([{ invoice_id: 'INV-7' }]);
  });

  test('nothing is told about an order that is not paid', async () => {
    const link = await orderWithLink(shop);
    await giveInvoice(link);
    await pressOnOrder(shop, orderOf(link), 'history', { status_id: String(PROCESSED), comment: '' });
    await shop.quiet();
    expect(patches(link)).toEqual([]);
  });

  test('a provider that is down is told when it is back', async () => {
    const link = await paidOrder();
    shop.sandbox.control.fault({ operation: 'update', kind: 'unavailable', times: 2 });
    await pressOnOrder(shop, orderOf(link), 'history', { status_id: String(SHIPPED), comment: '' });
    await shop.quiet();
    expect(patches(link)).toHaveLength(3);
    expect(await orderPageText(shop, orderOf(link))).toContain('The provider was told that the order is shipped.');
  });
});
