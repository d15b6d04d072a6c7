import type { Link } from '../../../extension/payment_link/link/link_row';
import { findLink, listAttempts } from '../../../extension/payment_link/link/links';
import { DEMO_KEYS } from '../../../extension/sandbox/multisafepay/sandbox';
import { textOf, type Form } from '../../support/agent';
import { orderWithLink } from '../../support/customer';
import { until } from '../../support/program';
import { refundedThere } from '../../support/real_facts';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

const HOME = '/admin/sale/payment_link';
const TYPED = {
  ...{ amount: '12,50', currency: 'EUR', description: 'Spare key for the shed', name: 'Jan de Vries' },
  ...{ email: 'jan@customer.example', language: 'nl-nl', lifetime: '7', store_id: '0' },
};

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());

/** Makes a link without an order; answers its page. */
async function made(typed: Form = {}): Promise<string> {
  const { html } = await shop.get(`${HOME}/form`);
  const form_token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const { location } = await shop.post(`${HOME}/form`, { ...TYPED, form_token, ...typed });
  await shop.get(location);
  await shop.quiet();
  return location;
}
const text = async (path: string) => textOf((await shop.get(path)).html);
const idIn = (path: string) => Number(/link_id=(\d+)/.exec(path)?.[1] ?? 0);
const attempts = async (path: string): Promise<Link[]> =>
  listAttempts(shop.db, (await findLink(shop.db, idIn(path)))?.token ?? '');
const states = async (path: string) => (await attempts(path)).map(({ state }) => state);

/** One of the page's forms, filled in, as a browser sends it. */
async function form(path: string, route: string, typed: Form = {}) {
  const { html } = await shop.get(path);
  const found = html.split('<form ').find((one) => one.includes(`${HOME}/${route}?link_id=`)) ?? '';
  const [action] = /\/admin\/sale\/payment_link\/[^"]+/.exec(found) ?? [''];
  const fields = found.slice(0, found.indexOf('</form>')).matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g);
  const hidden = Object.fromEntries([...fields].map(([, name = '', value = '']): [string, string] => [name, value]));
  const { csrf: _csrf, ...own } = hidden;
  return { press: () => shop.post(action.replaceAll('&amp;', '&'), { ...own, ...typed }), found };
}
const press = async (path: string, route: string, typed: Form = {}) => (await form(path, route, typed)).press();

test('making a link leads to its page: state, amount, end, address, QR code, mail, timeline, and who pays', async () => {
  const path = await made({ slug: 'shed-key' });
  const { html } = await shop.get(path);
  const page = textOf(html);
  for (const words of [
    ...['Awaiting payment', '€12.50', 'Expires in 7 days', 'Copy payment link', 'QR code', 'Spare key for the shed'],
    ...['Jan de Vries', 'Dutch', '/pay/shed-key', 'Sent today', 'The payment link was made.', 'by itself'],
  ])
    expect(page).toContain(words);
  expect(page).not.toMatch(/Order Status(?!es)/);
  expect(page).not.toMatch(/order (is saved|stays)/);
  const share = decodeURIComponent(/https:\/\/wa\.me\/\?text=([^"&]+)/.exec(html)?.[1] ?? '');
  expect(share).toContain('hier is de betaallink voor “Spare key for the shed”');
  expect(share).toContain('/pay/shed-key');
  const list = await shop.get(`${HOME}?search=shed-key`);
  expect(list.html).toContain(`href="${path}"`);
});

test('resend, renew, extend and cancel act on the link, once a press, and the page shows what became of it', async () => {
  const path = await made();
  const again = await form(path, 'resend_link', { recipient: 'else@customer.example', words: 'Sorry!' });
  expect((await again.press()).location).toBe(path);
  await again.press();
  await shop.quiet();
  expect(shop.mails.caught.filter(({ to }) => to.includes('else@customer.example'))).toHaveLength(1);
  expect(await text(path)).toContain('to else@customer.example, by admin');

  await press(path, 'renew_link', { mail: '0' });
  await shop.quiet();
  expect(await states(path)).toEqual(['replaced', 'active']);
  await press(path, 'extend_link', { mail: '0', days: '30' });
  await shop.quiet();
  expect(await text(path)).toContain('Expires in 30 days');
  expect(await text(path)).toMatch(/Attempts 3/);
  await press(path, 'cancel_link');
  await shop.quiet();
  expect(await states(path)).toEqual(['replaced', 'replaced', 'cancelled']);
  expect(await text(path)).toContain('Cancelled');
});

test('a form that is refused comes back open with what was typed', async () => {
  const path = await made();
  const refused = await press(path, 'resend_link', { recipient: 'nobody', words: 'Kept as typed' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Kept as typed');
  expect(textOf(refused.html)).toContain('Please enter one e-mail address.');
  const days = await press(path, 'extend_link', { mail: '0', days: '0' });
  expect([days.status, textOf(days.html)]).toEqual([422, expect.stringContaining('Please enter 1 to 365 days.')]);
});

test('paid otherwise closes it and asks for no order status; open for the customer is not counted', async () => {
  const path = await made();
  const opened = await press(path, 'open_link');
  expect([opened.status, opened.html]).toEqual([200, expect.stringContaining('http-equiv="refresh"')]);
  expect((await attempts(path))[0]?.opens).toBe(0);
  const otherwise = await form(path, 'paid_otherwise');
  expect(otherwise.found).not.toContain('status_id');
  await otherwise.press();
  await shop.quiet();
  expect(await states(path)).toEqual(['cancelled']);
  expect(await text(path)).toContain('Marked as paid in another way.');
});

test('a payment is refunded from there', async () => {
  const path = await made();
  const [link] = await attempts(path);
  shop.sandbox.control.act(link?.reference ?? '', 'complete', { method: 'IDEAL' });
  await shop.quiet();
  expect(await text(path)).toContain('Paid');
  await press(path, 'refund', { amount: '5.00', reason: 'Too much' });
  await shop.quiet();
  expect(refundedThere(shop.sandbox, link?.reference ?? '')).toEqual([500]);
  await until(
    () => text(path),
    (page) => page.includes('€5.00 refunded'),
  );
});

test('of a method that refunds by lines it is said why there is no button', async () => {
  const path = await made();
  const [link] = await attempts(path);
  shop.sandbox.control.act(link?.reference ?? '', 'complete', { method: 'IDEAL' });
  await shop.quiet();
  await shop
    .db('oc_payment_link_payment')
    .where({ link_id: link?.linkId ?? 0 })
    .update({ needs_cart: 1 });
  const page = await text(path);
  expect(page).toContain('Cannot be refunded here: this method refunds by order lines');
  expect((await form(path, 'refund')).found).toBe('');
});

test('what the provider refused is said with a remedy, tried again from there, and the dashboard leads to it', async () => {
  shop.keys.test = 'another-key-than-the-shop-has';
  const { html } = await shop.get(`${HOME}/form`);
  const form_token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const { location: path } = await shop.post(`${HOME}/form`, { ...TYPED, form_token });
  const page = await until(
    () => text(path),
    (one) => one.includes('Try again'),
  );
  expect(page).toContain('Check in the settings that the API key');
  expect((await shop.get('/admin')).html).toContain(`href="${path}"`);
  shop.keys.test = DEMO_KEYS.test;
  const { press: retry } = await form(path, 'retry_link');
  const [link] = await attempts(path);
  expect((await shop.post(`${HOME}/retry_link?link_id=${idIn(path)}`, { link_id: String(link?.linkId) })).status).toBe(
    303,
  );
  void retry;
  await until(
    () => states(path),
    (all) => all.at(-1) === 'active',
  );
});

test('a mail that failed is tried again from there', async () => {
  shop.refused.add('gone@customer.example');
  const { html } = await shop.get(`${HOME}/form`);
  const form_token = /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const { location: path } = await shop.post(`${HOME}/form`, { ...TYPED, form_token, email: 'gone@customer.example' });
  await until(
    () => text(path),
    (one) => one.includes('Not sent to gone@customer.example'),
  );
  shop.refused.delete('gone@customer.example');
  await press(path, 'retry_mail');
  await until(
    () => text(path),
    (one) => one.includes('to gone@customer.example'),
  );
  await shop.quiet();
});

test('a page of another link refuses the form; an order’s link leads to its order; an unknown one is not found', async () => {
  const [one, other] = [await made(), await made()];
  const foreign = await form(one, 'cancel_link', { link_id: String(idIn(other)) });
  expect((await foreign.press()).status).toBe(404);
  expect(await states(other)).toEqual(['active']);
  const link = await orderWithLink(shop);
  expect((await shop.get(`${HOME}/info?link_id=${link.linkId}`)).location).toContain(`order_id=${link.orderId}`);
  expect(
    (
      await shop.post(`${HOME}/cancel_link?link_id=${link.linkId}`, {
        link_id: String(link.linkId),
        form_token: 'a'.repeat(32),
      })
    ).status,
  ).toBe(404);
  for (const path of ['info?link_id=987654', 'live?link_id=987654', 'info']) {
    expect((await shop.get(`${HOME}/${path}`)).status).toBe(404);
  }
});

test('an open page hears of a change', async () => {
  const path = await made();
  const live = await fetch(`${shop.url}${path.replace('/info', '/live')}`, { headers: { cookie: shop.cookie() } });
  const reader = live.body?.getReader();
  const next = async () => new TextDecoder().decode((await reader?.read())?.value);
  const until_ = async (wanted: RegExp) => {
    for (let said = ''; ;) if (wanted.test((said += await next()))) return said;
  };
  const first = await until_(/data: .+\n\n/);
  await press(path, 'cancel_link');
  const second = await until_(/data: .+\n\n/);
  expect(second).not.toBe(first);
  await reader?.cancel();
});
