import { listInstalled } from '../../../extension/opencart/setting/extensions';
import { listSettings } from '../../../extension/opencart/setting/setting_rows';
import { readState } from '../../../extension/payment_link/state';
import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import { enterOrder, requestStatus } from '../../support/enter_order';
import { pressOnOrder } from '../../support/order_page';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const PAGE = '/admin/payment/multisafepay';
/** As a browser sends the form of the demo shop. */
const form: Form = {
  ...{ store_id: '0', status: '1', sort_order: '0', debug_mode: '0', environment: '1' },
  ...{ sandbox_api_key: '', api_key: '', generate_payment_links_status: '1' },
  ...{ order_status_id_initialize_payment_request: '17', days_active: '30', unit_lifetime_payment_link: 'days' },
  ...{ second_chance: '0', order_description: '', reference_prefix: '', shopping_cart_disabled: '0' },
  ...{ order_status_id_completed: '2', order_status_id_cancelled: '7', order_status_id_expired: '14' },
};
const save = (more: Form = {}) => shop.post(`${PAGE}/save`, { ...form, ...more });
const stored = async (key: string) =>
  (await listSettings(shop.db, [0], 'payment_multisafepay')).find((row) => row.key === `payment_multisafepay_${key}`)
    ?.value;
const errorOf = (html: string, field: string) =>
  new RegExp(`id="${field}-error">(?:<i[^>]*></i>)?\\s*([^<]+)`).exec(html)?.[1]?.trim();
const journal = async () =>
  (await shop
    .db(t(shop.db, 'payment_link_journal'))
    .whereIn('event', ['settings.changed', 'extension.uninstalled'])
    .orderBy('journal_id')) as { event: string; details: string; actor: string }[];

test('Extensions → Payments lists MultiSafepay, installed by the demo, and the shop’s own methods', async () => {
  const page = textOf((await shop.get('/admin/extension/payment')).html);
  expect(page).toContain('MultiSafepay Enabled Test account · Makes payment links');
  for (const own of ['Bank Transfer', 'Cash On Delivery', 'Free Checkout']) expect(page).toContain(own);
  expect(await listInstalled(shop.db, 'payment')).toContain('multisafepay');
});

test('the page has the documented tabs and fields under their documented names', async () => {
  const { html } = await shop.get(PAGE);
  const tabs = ['General', 'Account', 'Payment Methods', 'Order Status', 'Options'];
  expect([...html.matchAll(/<a id="tab-of-\w+"[^>]*>([^<]+)/g)].map((match) => match[1])).toEqual(tabs);
  const words = [
    ...['Status', 'Type account', 'Test API Key', 'Live API Key', 'Generate payment links at the admin'],
    ...['Payment Request', 'Lifetime of payment link', 'Second Chance', 'Order description'],
  ];
  for (const word of words) expect(html).toMatch(new RegExp(`<(legend|label)[^>]*>${word}<`));
});

test('keys never reach the page, and an empty field keeps what is stored', async () => {
  const before = await stored('sandbox_api_key');
  const { html } = await shop.get(`${PAGE}?tab=account`);
  expect(html).not.toContain('demo-key-multisafepay');
  expect(html).toMatch(/type="password" value="" id="sandbox_api_key"/);
  expect(textOf(html)).toContain('A key is stored; leave this empty to keep it.');
  expect((await save()).status).toBe(303);
  expect(await stored('sandbox_api_key')).toBe(before);
});

test('all that is wrong is said at once beside the fields, nothing is saved, and what was typed stays', async () => {
  const answer = await save({
    environment: '0',
    order_status_id_initialize_payment_request: '2',
    days_active: '9000',
    unit_lifetime_payment_link: 'hours',
    order_description: `{store} ${'x'.repeat(190)}`,
  });
  expect(answer.status).toBe(422);
  expect(errorOf(answer.html, 'order_status_id_initialize_payment_request')).toContain('also one that a payment leads');
  expect(errorOf(answer.html, 'days_active')).toBe('At most 365 days, 8760 hours or 31536000 seconds.');
  expect(errorOf(answer.html, 'order_description')).toContain('longer than 200 characters');
  expect(answer.html).toContain('value="9000"');
  expect(await stored('days_active')).toBe('30');
});

test.each([
  [
    'no status',
    '0',
    'Choose the order status that asks for a link. Add one under System → Localisation → Order Statuses if need be.',
  ],
  ['a deleted status', '99', 'This order status does not exist any more. Choose another one.'],
])('links cannot be on with %s as Payment Request', async (_what, statusId, reason) => {
  const answer = await save({ order_status_id_initialize_payment_request: statusId });
  expect([answer.status, errorOf(answer.html, 'order_status_id_initialize_payment_request')]).toEqual([422, reason]);
});

test('the key of the chosen account must be there', async () => {
  await shop.db(t(shop.db, 'setting')).where('key', 'payment_multisafepay_api_key').delete();
  forgetKept(shop.db);
  const answer = await save({ environment: '0' });
  expect([answer.status, errorOf(answer.html, 'api_key')]).toEqual([
    422,
    'Enter the API key of the chosen account type.',
  ]);
});

test('a Save is journalled with what changed, and never with a key', async () => {
  await save({ days_active: '14', sandbox_api_key: 'a-new-secret-key' });
  const last = (await journal()).at(-1);
  expect([last?.event, last?.actor]).toEqual(['settings.changed', 'admin']);
  expect(JSON.parse(last?.details ?? '{}')).toEqual({
    settings: 'payment_multisafepay',
    days_active: '30 → 14',
    sandbox_api_key: 'changed',
  });
  expect(JSON.stringify(await journal())).not.toContain('a-new-secret-key');
  expect(await stored('sandbox_api_key')).not.toContain('a-new-secret-key');
  await save({ sandbox_api_key: 'demo-key-multisafepay-test' });
});

test('Test connection asks with what is typed, saves nothing, and says what was answered', async () => {
  const good = await shop.post(`${PAGE}/test`, { ...form, days_active: '12' });
  expect(textOf(good.html)).toMatch(/MultiSafepay accepts this test key: \d+ payment methods are active\./);
  expect(good.html).toContain('value="12"');
  const bad = await shop.post(`${PAGE}/test`, { ...form, sandbox_api_key: 'wrong' });
  expect(textOf(bad.html)).toMatch(/Test account: .*1032|Test account: .*key/i);
  expect(await stored('days_active')).toBe('30');
});

test('methods come out of the cache; what is not ticked is not offered; pay-later methods cannot be ticked', async () => {
  await save();
  const page = await until(
    () => shop.get(`${PAGE}?tab=methods`),
    ({ html }) => html.includes('value="IDEAL"'),
  );
  expect(page.html).not.toContain('value="KLARNA"');
  const text = textOf(page.html);
  expect(text).toContain('Klarna multisafepay.klarna Pay later: not offered for links');
  expect(text).toContain('That page shows every method of the website, pay-later methods included.');
  await save({ methods_environment: 'test', methods: ['IDEAL'] });
  expect(await offered()).toEqual(['IDEAL']);
});

/** Of MultiSafepay's methods. */
async function offered(): Promise<string[]> {
  const rows = (await shop.db(t(shop.db, 'payment_link_method')).where({ gateway: 'multisafepay', enabled: 1 })) as {
    code: string;
    details: string;
  }[];
  return rows.filter((row) => !(JSON.parse(row.details) as { payLater: boolean }).payLater).map((row) => row.code);
}

test('switching links on, or choosing another status, leaves the orders of before to a person', async () => {
  await save({ generate_payment_links_status: '0' });
  const orderId = await enterOrder(shop);
  await save();
  expect(await readState(shop.db, 'sweep:multisafepay:0')).toMatchObject({ statusId: 17, afterOrderId: orderId });
});

test('with Second Chance and the shop’s reminders both on, the page warns', async () => {
  await shop.post('/admin/extension/payment_link/save', {
    ...{ store_id: '0', link_address: 'own', expired_status: '0', links_per_minute: '60', notify_emails: '' },
    ...{ which_orders: 'own' },
    ...{ notify_paid: '1', notify_needs_person: '1', reminders: '1', reminder_hours_after: '24' },
    ...{ reminder_hours_before: '', reminders_max: '2', quiet_from: '21', quiet_to: '8' },
  });
  expect(textOf((await shop.get(PAGE)).html)).not.toContain('customers who agreed to reminders get both');
  await save({ second_chance: '1' });
  expect(textOf((await shop.get(PAGE)).html)).toContain('customers who agreed to reminders get both');
});

test('the payment links’ own settings refuse what cannot work', async () => {
  const answer = await shop.post('/admin/extension/payment_link/save', {
    ...{ store_id: '0', link_address: 'own', expired_status: '17', links_per_minute: '0', notify_emails: 'nobody' },
    ...{ reminders: '1', reminder_hours_after: 'soon', reminder_hours_before: '', reminders_max: '0' },
    ...{ quiet_from: '24', quiet_to: '8' },
  });
  expect(answer.status).toBe(422);
  const wrong = ['expired_status', 'links_per_minute', 'notify_emails', 'reminder_hours_after', 'quiet_from'];
  for (const field of wrong) expect([field, errorOf(answer.html, field)]).toEqual([field, expect.any(String)]);
  expect(answer.html).toContain('nobody</textarea>');
});

test('disabled, it makes no new link, says so, and keeps its settings', async () => {
  const orderId = await enterOrder(shop, { status_id: '1' });
  const answer = await shop.post('/admin/extension/payment/disable', { code: 'multisafepay' });
  expect(textOf((await shop.get(answer.location)).html)).toContain('No new links are made');
  await expect(enterOrder(shop)).rejects.toThrow('does not offer this payment method any more');
  await pressOnOrder(shop, orderId, 'history', { status_id: String(await requestStatus(shop)), comment: '' });
  expect(textOf((await shop.get(`/admin/sale/order/info?order_id=${orderId}`)).html)).toContain(
    'Payment links are switched off for this store.',
  );
  await shop.post('/admin/extension/payment/enable', { code: 'multisafepay' });
  expect(await stored('status')).toBe('1');
});

test('uninstalling lists the open links, cancels them if asked to, and forgets the settings only', async () => {
  const orderId = await enterOrder(shop);
  const state = async () =>
    ((await shop.db(t(shop.db, 'payment_link')).where({ order_id: orderId })) as { state: string }[])[0]?.state;
  await until(state, (now) => now === 'active');
  const ask = await shop.get('/admin/extension/payment/uninstall?code=multisafepay');
  expect(textOf(ask.html)).toMatch(/links? (is|are) open/);
  expect(textOf(ask.html)).toContain(`#${orderId}`);
  await shop.post('/admin/extension/payment/uninstall', { code: 'multisafepay', links: 'cancel' });
  await until(state, (now) => now === 'cancelled');
  expect(await listInstalled(shop.db, 'payment')).not.toContain('multisafepay');
  expect(await listSettings(shop.db, [0], 'payment_multisafepay')).toEqual([]);
  expect((await journal()).at(-1)?.event).toBe('extension.uninstalled');
  const list = await shop.get('/admin/extension/payment');
  expect(textOf(list.html)).toContain('MultiSafepay Not installed');
});

test('installed again it is off and has no key, and cannot be enabled before it has', async () => {
  await shop.post('/admin/extension/payment/install', { code: 'multisafepay' });
  const answer = await shop.post('/admin/extension/payment/enable', { code: 'multisafepay' });
  expect(answer.status).toBe(422);
  expect(textOf(answer.html)).toContain('cannot be enabled yet. Enter the API key of the chosen account type.');
});
