import { listSettings } from '../../../extension/opencart/setting/setting_rows';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { t } from '../../../system/db/table';
import { decrypt, isBoxed } from '../../../system/secret_box';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf, type Form } from '../../support/agent';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

const form: Form = {
  ...{ store_id: '0', name: 'Tulip & Daughters', owner: 'Tulip B.V.', address: 'Kraanspoor 39\r\nAmsterdam' },
  ...{ email: 'shop@example.com', telephone: '', url: 'https://shop.example/', country_id: '150', zone_id: '2336' },
  ...{ timezone: 'Europe/Amsterdam', language_catalog: 'nl-nl', currency: 'EUR', customer_group_id: '2' },
  ...{ invoice_prefix: 'INV-', order_status_id: '1', processing_status: ['2', '17'], complete_status: ['5'] },
  ...{ failed_status_id: '0', void_status_id: '16', stock_display: '1', stock_warning: '1', stock_checkout: '0' },
  ...{ tax: '1', tax_default: 'shipping', tax_customer: '', mail_alert: ['order', 'review'] },
  ...{ mail_alert_email: 'desk@example.com; boss@example.com', mail_smtp_hostname: 'mail.example.com' },
  ...{ mail_smtp_port: '587', mail_smtp_username: 'post', mail_smtp_password: 'gehe&im', mail_smtp_timeout: '5' },
};
const save = (more: Form = {}) => shop.post('/admin/setting/store/save', { ...form, ...more });
const rowOf = async (key: string, storeId = 0) =>
  (await listSettings(shop.db, [storeId], 'config')).find((row) => row.key === key)?.value;

test('the tab Option has the documented fields, under their documented names', async () => {
  const page = await shop.get('/admin/setting/store/form?store_id=0&tab=option');
  const words = [
    ...['Processing Order Status', 'Complete Order Status', 'Order Status'],
    ...['Show Out Of Stock Warning', 'Display Stock', 'Stock Checkout'],
  ];
  for (const word of words)
    expect(page.html).toMatch(new RegExp(`<(legend id|label for)="[\\w-]+"( class="required")?>${word}[ <]`));
  expect(page.html).toContain('id="tab-option" data-open');
  expect(page.html).toMatch(/name="processing_status" value="17"> Payment Request/);
});

test('the default store is saved as the shop stores it, and what the page does not show is kept', async () => {
  const saved = await save();
  expect([saved.status, saved.location]).toEqual([303, '/admin/setting/store']);
  expect(textOf((await shop.get(saved.location)).html)).toContain('Tulip & Daughters (Default) https://shop.example/');
  const settings = await readSettings(shop.db, 0);
  expect(await rowOf('config_name')).toBe('Tulip &amp; Daughters');
  expect(await rowOf('config_processing_status')).toBe('["2","17"]');
  expect(await rowOf('config_encryption')).toBe('kept by every save');
  expect(settings.ids('config_complete_status')).toEqual([5]);
  expect([settings.flag('config_stock_warning'), settings.flag('config_stock_checkout')]).toEqual([true, false]);
  expect([settings.timeZone, settings.number('config_zone_id')]).toEqual(['Europe/Amsterdam', 2336]);
});

test('alerts of other programs stay, and further addresses are kept as a list with commas', async () => {
  expect(await rowOf('config_mail_alert')).toBe('["order","review"]');
  expect(await rowOf('config_mail_alert_email')).toBe('desk@example.com,boss@example.com');
  const page = await shop.get('/admin/setting/store/form?store_id=0');
  expect(page.html).toContain('<input type="hidden" name="mail_alert" value="review">');
});

test('the password of the mail server is stored boxed, never shown, kept when empty, and forgotten with its user', async () => {
  const stored = (await rowOf('config_mail_smtp_password')) ?? '';
  expect(isBoxed(stored)).toBe(true);
  expect(decrypt(shop.app.secretKey, stored)).toBe('gehe&im');
  const page = await shop.get('/admin/setting/store/form?store_id=0');
  expect(page.html).not.toContain('gehe');
  expect(page.html).not.toContain(stored);
  expect(page.html).toContain('placeholder="••••••••"');
  await save({ mail_smtp_password: '' });
  expect(decrypt(shop.app.secretKey, (await rowOf('config_mail_smtp_password')) ?? '')).toBe('gehe&im');
  await save({ mail_smtp_password: '', mail_smtp_username: '' });
  expect(await rowOf('config_mail_smtp_password')).toBeUndefined();
});

test('wrong fields come back with what was typed, and open the first tab with an error', async () => {
  const before = await listSettings(shop.db, [0], 'config');
  const answer = await save({
    ...{ owner: 'x', url: 'shop.example', zone_id: '3563', processing_status: [], order_status_id: '4' },
    ...{ mail_alert_email: 'desk@', mail_smtp_port: 'smtp', timezone: 'Europe/Atlantis' },
  });
  expect(answer.status).toBe(422);
  for (const id of ['owner', 'url', 'zone_id', 'timezone', 'processing_status', 'order_status_id', 'mail_smtp_port']) {
    expect(answer.html).toContain(`href="#${id}"`);
    expect(answer.html).toContain(`id="${id}-error"`);
  }
  expect(answer.html).toContain('id="tab-general" data-open');
  expect(answer.html).toContain('value="smtp"');
  expect(answer.html).toContain('desk@</textarea>');
  expect(answer.html).toMatch(/type="password" value="gehe&amp;im"/);
  expect(await listSettings(shop.db, [0], 'config')).toEqual(before);
});

test('regions follow the country without script too, and nothing is saved by asking for them', async () => {
  const shown = await save({ country_id: '222', act: 'zones', tab: 'local' });
  expect(shown.status).toBe(200);
  expect(shown.html).toContain('<option value="3563">Hertfordshire</option>');
  expect(shown.html).toContain('id="tab-local" data-open');
  expect(await rowOf('config_country_id')).toBe('150');
});

test('another store begins with the settings of the default one, keeps its own, and has no mail server', async () => {
  const empty = await shop.get('/admin/setting/store/form');
  expect(empty.html).toMatch(/value="Tulip B.V." id="owner"/);
  expect(empty.html).not.toContain('tab-mail');
  const wholesale = { store_id: '', name: 'Wholesale <B>', url: 'https://b2b.example/', stock_checkout: '1' };
  expect((await save(wholesale)).status).toBe(303);
  const store = await shop.db(t(shop.db, 'store')).first();
  expect(store).toMatchObject({ name: 'Wholesale &lt;B&gt;', url: 'https://b2b.example/' });
  const own = await readSettings(shop.db, store.store_id);
  expect([own.flag('config_stock_checkout'), own.text('config_name')]).toEqual([true, 'Wholesale <B>']);
  expect((await readSettings(shop.db, 0)).flag('config_stock_checkout')).toBe(false);
  expect(await rowOf('config_mail_smtp_hostname', store.store_id)).toBeUndefined();
});

test('a store with orders stays; one without goes with its settings; the default one cannot be ticked', async () => {
  const { store_id } = await shop.db(t(shop.db, 'store')).first();
  await shop.db(t(shop.db, 'order')).insert({ order_id: 1, store_id });
  const refused = await shop.post('/admin/setting/store/delete', { selected: String(store_id) });
  expect([refused.status, textOf(refused.html).includes('1 orders belong to it')]).toEqual([409, true]);
  await shop.db(t(shop.db, 'order')).delete();
  await shop.post('/admin/setting/store/delete', { selected: String(store_id) });
  expect(await listSettings(shop.db, [store_id], 'config')).toEqual([]);
  const own = await shop.post('/admin/setting/store/delete', { selected: '0' });
  expect(textOf(own.html)).toContain('The default store cannot be deleted.');
  expect((await shop.get(`/admin/setting/store/form?store_id=${store_id}`)).status).toBe(404);
});

test('who may only look sees the fields disabled', async () => {
  const viewer = await shop.as('viewer', { access: ['setting/store'], modify: [] });
  const page = await viewer.get('/admin/setting/store/form?store_id=0');
  expect(textOf(page.html)).toContain('People in the group Administrator may.');
  expect(page.html).not.toMatch(/<(input|select|textarea) class="form-(control|select)"(?![^>]* disabled)/);
});

test('the journal keeps what was changed, of the mail server’s password only that it was', async () => {
  await save({ mail_smtp_password: 'gehe&im 1' });
  await save({ owner: 'Rose B.V.', mail_smtp_password: 'gehe&im 2' });
  const rows = (await shop
    .db(t(shop.db, 'payment_link_journal'))
    .where({ event: 'record.changed' })
    .orderBy('journal_id')) as { details: string }[];
  expect(JSON.parse(rows.at(-1)?.details ?? '{}')).toMatchObject({
    ...{ route: 'setting/store', name: 'Tulip & Daughters' },
    ...{ 'fields.owner': 'Tulip B.V. → Rose B.V.', 'fields.mail_smtp_password': '' },
  });
  expect(JSON.stringify(rows)).not.toContain('gehe&im');
});
