import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import {
  activeLink,
  actThere,
  commentsOf,
  customerOf,
  mailsOf,
  newestLink,
  orderWithLink,
  statusOf,
} from '../../support/customer';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
let ahead = 0;
beforeAll(async () => (shop = await startProgram({}, { clock: { now: () => Date.now() + ahead } })));
afterAll(() => shop.close());

/** Time goes by, and the worker notices. */
const pass = (ms: number) => {
  ahead += ms;
  shop.program.links.wake();
};
const EXPIRED = 14;

test('a payment that the bank declines leaves the order unpaid, says so, and can be tried again', async () => {
  const link = await orderWithLink(shop);
  const customer = customerOf(shop, link);
  const back = await customer.payThere('decline');
  expect(back).toContain(`/pay/${link.token}/cancel`);
  const told = await customer.follow(back);
  expect(textOf(told.html)).toContain('Your last attempt did not go through');
  expect(told.html).toContain('class="primary">Pay ');
  expect((await newestLink(shop, link)).state).toBe('declined');

  const second = await customer.payThere('complete');
  expect(textOf((await customer.follow(second)).html)).toContain('Paid – thank you!');
});

test('whoever comes back without having paid is told so, whatever the address claims', async () => {
  const link = await orderWithLink(shop);
  const customer = customerOf(shop, link);
  const cancelled = await customer.page('/cancel?status=completed');
  expect(textOf(cancelled.html)).toContain('You have not paid.');
  const claimed = await customer.page('/return?status=completed&paid=1');
  expect(textOf(claimed.html)).toContain('We are checking your payment');
  expect(claimed.html).toMatch(/<noscript><meta http-equiv="refresh" content="3;url=[^"]*look=1"><\/noscript>/);
  const later = await customer.page('/return?look=4');
  expect(textOf(later.html)).toContain('We have not heard of a payment yet.');
  expect((await newestLink(shop, link)).state).toBe('active');
});

test('a bank transfer is on its way until the money arrives', async () => {
  const link = await orderWithLink(shop);
  const customer = customerOf(shop, link);
  const told = await customer.follow(await customer.payThere('bank_transfer', 'BANKTRANS'));
  expect(textOf(told.html)).toContain('Your payment is on its way');
  expect(textOf(told.html)).toContain('Chosen method Bank transfer');
  expect(told.html).not.toContain('class="primary"');
  pass(3 * MINUTE_MS);
  await until(
    () => newestLink(shop, link),
    ({ state }) => state === 'completed',
  );
  expect(textOf((await customer.page()).html)).toContain('Paid – thank you!');
});

test('a link that the shop withdrew offers no new one', async () => {
  const link = await orderWithLink(shop);
  await shop
    .db(t(shop.db, 'payment_link'))
    .where('link_id', link.linkId)
    .update({
      ...{ state: 'cancelled', closed_why: 'by_hand' },
    });
  const page = textOf((await customerOf(shop, link).page()).html);
  expect(page).toContain('This payment link was withdrawn');
  expect(page).not.toContain('Send me a new link');
  expect((await shop.post(`/pay/${link.token}/new`, {})).location).toContain('asked=not_possible');
});

test('the same news several times and in any order is one payment, said once', async () => {
  const link = await orderWithLink(shop);
  const orderId = link.orderId ?? 0;
  await customerOf(shop, link).payThere('complete');
  for (const trick of ['duplicate', 'out_of_order', 'without_timestamp', 'old_timestamp', 'bad_signature']) {
    await actThere(shop, link, trick);
  }
  await until(
    () => mailsOf(shop, orderId),
    (mails) => mails.includes('paid'),
  );
  expect((await commentsOf(shop, orderId)).filter((comment) => comment.includes('Paid'))).toHaveLength(1);
  expect((await mailsOf(shop, orderId)).filter((kind) => kind === 'paid')).toHaveLength(1);
  expect(await newestLink(shop, link)).toMatchObject({ state: 'completed', flags: [] });
});

test('previews and scanners that open the address again and again use up nothing', async () => {
  const link = await orderWithLink(shop);
  const customer = customerOf(shop, link);
  for (let count = 0; count < 30; count += 1) {
    await customer.page();
    await fetch(`${shop.url}/pay/${link.token}`, { method: 'HEAD' });
  }
  expect(await newestLink(shop, link)).toMatchObject({ opens: 0, openedAt: null, state: 'active' });
  expect(await customer.pressPay()).toContain('/sandbox/multisafepay/connect/');
  expect(await newestLink(shop, link)).toMatchObject({ opens: 1 });
});

test('when the provider’s page was opened nearly as often as it lasts, a new attempt takes its place', async () => {
  const link = await orderWithLink(shop);
  await shop.db(t(shop.db, 'payment_link')).where('link_id', link.linkId).update({ opens: 18 });
  const customer = customerOf(shop, link);
  // The page says that another is being made, whether that has begun yet or not.
  expect(await customer.pressPay()).toBe(`/pay/${link.token}?pressed=1`);
  const next = await activeLink(shop, link.orderId ?? 0, 2);
  expect(next).toMatchObject({ token: link.token, attempt: 2, opens: 0 });
  expect(await customer.pressPay()).toContain('/sandbox/multisafepay/connect/');
});

// Last, because a month goes by and the log-in of whoever enters orders ends.
test('an expired link says so and sends a new one to the address on file, not too often', async () => {
  const link = await orderWithLink(shop);
  const orderId = link.orderId ?? 0;
  const customer = customerOf(shop, link);
  pass(30 * DAY_MS + HOUR_MS);
  await until(
    () => newestLink(shop, link),
    ({ state }) => state === 'expired',
  );
  expect(await statusOf(shop, orderId)).toBe(EXPIRED);
  const expired = textOf((await customer.page()).html);
  expect(expired).toContain('This payment link has expired');
  expect(expired).toContain('Send me a new link');
  expect(expired).toContain('j•••@customer.example');
  expect(expired).not.toContain('jan@customer.example');

  const mailed = (await mailsOf(shop, orderId)).length;
  const asked = await shop.post(`/pay/${link.token}/new`, {});
  expect(asked.location).toContain('asked=on_its_way');
  expect(textOf((await customer.follow(asked.location)).html)).toContain('is on its way to j•••@customer.example');
  const next = await activeLink(shop, orderId, 2);
  expect(next.token).toBe(link.token);
  await until(
    () => mailsOf(shop, orderId),
    (mails) => mails.length > mailed && mails.at(-1) === 'payment_link',
  );
  expect(textOf((await customer.page()).html)).toMatch(/To pay €[\d.,]+ Pay €/);

  await actThere(shop, next, 'expire_link');
  expect(await customer.pressPay()).toBe(`/pay/${link.token}`);
  expect(textOf((await customer.page()).html)).toContain('This payment link has expired');
  expect((await shop.post(`/pay/${link.token}/new`, {})).location).toContain('asked=too_often');
});
