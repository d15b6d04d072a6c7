import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import { orderPage, pressOnOrder } from '../../support/order_page';
import { until } from '../../support/program';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());

/** The page as people read it: without what is folded away. */
const shownOf = (html: string) => textOf(html.replace(/<details class="cause"[\s\S]*?<\/details>/g, ''));
const saying = (path: string, words: string) =>
  until(
    async () => (await shop.get(path)).html,
    (html) => shownOf(html).includes(words),
  );
/** Far from the next turn, so that nothing happens by itself. */
const postpone = () =>
  shop
    .db(t(shop.db, 'payment_link_outbox'))
    .whereNotNull('last_error')
    .update({ run_at: Date.now() + 3_600_000 });
const pathOf = (orderId: number) => `/admin/sale/order/info?order_id=${orderId}`;

test('a provider that is down is told in a plain sentence with the next try, and “Try now” does not wait for it', async () => {
  await shop.provider.down();
  const orderId = await enterOrder(shop);
  await saying(pathOf(orderId), 'MultiSafepay could not be reached.');
  await postpone();
  const html = await saying(pathOf(orderId), 'MultiSafepay could not be reached. It is tried again at ');
  expect(shownOf(html)).toMatch(/It is tried again at \d\d:\d\d\. /);
  expect(shownOf(html)).not.toContain('ECONNREFUSED');
  expect(textOf(html)).toMatch(/Technical cause .*connect ECONNREFUSED/);
  await shop.provider.up();
  const pressed = await pressOnOrder(shop, orderId, 'try_link_now');
  expect([pressed.status, pressed.location]).toEqual([303, pathOf(orderId)]);
  const made = await saying(pathOf(orderId), 'Copy payment link');
  expect(shownOf(made)).toContain('The next try was brought forward.');
  expect(made).not.toContain('try_link_now');
});

test('a link without an order has the same button on its page', async () => {
  await shop.provider.down();
  const home = '/admin/sale/payment_link';
  const form_token = /name="form_token" value="([^"]+)"/.exec((await shop.get(`${home}/form`)).html)?.[1] ?? '';
  const typed = { amount: '12.50', currency: 'EUR', description: 'Spare key', language: 'en-gb', store_id: '0' };
  const { location } = await shop.post(`${home}/form`, { ...typed, form_token, name: '', email: '', lifetime: '' });
  await saying(location, 'MultiSafepay could not be reached.');
  await postpone();
  const html = await saying(location, 'Try now');
  const form = html.split('<form ').find((one) => one.includes('/try_link_now?')) ?? '';
  const hidden = [...form.matchAll(/name="(form_token|link_id)" value="([^"]*)"/g)].map(([, ...field]) => field);
  await shop.provider.up();
  const action = /action="([^"]+)"/.exec(form)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await shop.post(action, Object.fromEntries(hidden))).status).toBe(303);
  // Nobody is sent to a button that is not there yet.
  expect(shownOf(html)).not.toContain('send it to an address below');
  const made = await saying(location, 'Copy payment link');
  expect(shownOf(made)).toContain('send it to an address below');
  expect(shownOf(made)).toContain('It was not mailed: there is no e-mail address.');
});

test('a mail that waits for the mail server says so plainly, and is tried now likewise', async () => {
  await shop.mailServer.down();
  const orderId = await enterOrder(shop);
  await saying(pathOf(orderId), 'Not sent to jan@customer.example yet: The mail server could not be reached.');
  await postpone();
  const html = await saying(pathOf(orderId), 'The mail server could not be reached. It is tried again at ');
  expect(shownOf(html)).not.toContain('ECONNREFUSED');
  await shop.mailServer.up();
  expect((await pressOnOrder(shop, orderId, 'try_mail_now')).status).toBe(303);
  const sent = await saying(pathOf(orderId), 'Sent today');
  expect(shownOf(sent)).toContain('The next try of mail "Payment link" to jan@customer.example was brought forward.');
  expect((await orderPage(shop, orderId)).html).not.toContain('try_mail_now');
});

test('the dashboard and the settings check say it as plainly, the check with its technical cause', async () => {
  await shop.provider.down();
  const orderId = await enterOrder(shop);
  await saying(pathOf(orderId), 'MultiSafepay could not be reached.');
  await shop
    .db(t(shop.db, 'payment_link'))
    .where({ order_id: orderId })
    .update({ created_at: Date.now() - 120_000 });
  const dashboard = await saying('/admin', '1 payment link has not been made yet.');
  expect(textOf(dashboard)).toContain('1 payment link has not been made yet. MultiSafepay could not be reached.');
  expect(textOf(dashboard)).not.toContain('ECONNREFUSED');
  const check = (await shop.get('/admin/tool/settings_check')).html;
  expect(shownOf(check)).toContain('MultiSafepay could not be reached.');
  expect(shownOf(check)).not.toContain('ECONNREFUSED');
  expect(textOf(check)).toMatch(/Technical cause .*connect ECONNREFUSED/);
  await shop.provider.up();
});
