import { listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import { editSettingValue } from '../../../extension/opencart/setting/setting_rows';
import { PAYMENT_EXTENSIONS } from '../../../install/parts';
import { transaction } from '../../../system/db/transaction';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf } from '../../support/agent';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin({ paymentExtensions: PAYMENT_EXTENSIONS })));
afterAll(() => shop.close());

const names = async (languageId: number) => (await listOrderStatuses(shop.db, languageId)).map((status) => status.name);
const idOf = async (name: string) =>
  String((await listOrderStatuses(shop.db, 1)).find((status) => status.name === name)?.statusId);

test('a status is added with a name per language; one left empty is as in the first language', async () => {
  const both = { order_status_id: '0', name_1: 'Waiting <for money>', name_2: 'Wacht op geld' };
  expect((await shop.post('/admin/localisation/order_status/save', both)).status).toBe(303);
  await shop.post('/admin/localisation/order_status/save', { order_status_id: '0', name_1: 'Packed', name_2: '' });
  expect(await names(1)).toEqual(expect.arrayContaining(['Waiting <for money>', 'Packed']));
  expect(await names(2)).toEqual(expect.arrayContaining(['Wacht op geld', 'Packed']));
  const list = await shop.get('/admin/localisation/order_status');
  expect(textOf(list.html)).toContain('Waiting <for money>');
  expect(textOf(list.html)).toContain('Pending (Default)');
});

test('the menu leads there: System, Localisation, Order Statuses', async () => {
  const menu = textOf((await shop.get('/admin/localisation/order_status')).html);
  expect(menu).toMatch(/System Settings Users User Groups Localisation Order Statuses/);
});

test('a name that is too short comes back beside its field, and what was typed stays', async () => {
  const answer = await shop.post('/admin/localisation/order_status/save', { name_1: 'Fine', name_2: 'ab' });
  expect(answer.status).toBe(422);
  expect(answer.html).toMatch(/value="ab" id="name_2"/);
  expect(answer.html).toContain('id="name_2-error"');
  expect(answer.html).not.toContain('href="#name_1"');
});

test('one that is in use stays, and the page says where it is used; others go', async () => {
  const refused = await shop.post('/admin/localisation/order_status/delete', { selected: await idOf('Pending') });
  expect(refused.status).toBe(409);
  const page = textOf(refused.html);
  expect(page).toContain('The order status “Pending” is in use and cannot be deleted. Choose another one here first:');
  expect(page).not.toContain('marked fields');
  expect(refused.html).toMatch(
    /<a href="[^"]*\/setting\/store\/form\?[^"]*#order_status_id">Settings[^<]*: Order Status</,
  );
  await shop.post('/admin/localisation/order_status/delete', { selected: await idOf('Packed') });
  expect(await names(1)).not.toContain('Packed');
});

test('the place is called as the provider’s page calls it, and the link leads to the field', async () => {
  await shop.post('/admin/localisation/order_status/save', { order_status_id: '0', name_1: 'Packed again' });
  const statusId = await idOf('Packed again');
  for (const [storeId, key] of [
    [0, 'order_status_id_initialize_payment_request'],
    [2, 'order_status_id_expired'],
  ] as const) {
    const row = { key: `payment_midtrans_${key}`, value: statusId, serialized: 0 } as const;
    await transaction(shop.db, (tx) => editSettingValue(tx, storeId, 'payment_midtrans', row));
  }
  const refused = await shop.post('/admin/localisation/order_status/delete', { selected: statusId });
  const links = [...refused.html.matchAll(/<li><a href="([^"]*payment\/midtrans[^"]*)">([^<]+)<\/a>/g)];
  expect(links.map(([, , text]) => text)).toEqual(['Midtrans: Payment Request', 'Midtrans of #2: Expired']);
  expect(links[1]?.[1]?.replace(/&amp;|&#38;/g, '&')).toContain('store_id=2&tab=order_status#order_status_id_expired');
});

test('the payment links’ own lists of statuses, and the one for expired links, hold a status too', async () => {
  await shop.post('/admin/localisation/order_status/save', { order_status_id: '0', name_1: 'Handed over' });
  const statusId = await idOf('Handed over');
  for (const [storeId, key, value, serialized] of [
    [0, 'shipped_statuses', `[3,${statusId}]`, 1],
    [2, 'invoiced_statuses', `[${statusId}]`, 1],
    [0, 'expired_status', statusId, 0],
  ] as const) {
    const row = { key: `payment_link_${key}`, value, serialized };
    await transaction(shop.db, (tx) => editSettingValue(tx, storeId, 'payment_link', row));
  }
  const refused = await shop.post('/admin/localisation/order_status/delete', { selected: statusId });
  expect(refused.status).toBe(409);
  const links = [...refused.html.matchAll(/<li><a href="([^"]*extension\/payment_link[^"]*#[^"]*)">([^<]+)<\/a>/g)];
  expect(links.map(([, href, text]) => [text, href?.replace(/^.*#/, '')]).sort()).toEqual([
    ['Payment link settings of #2: Statuses that mean &#34;invoiced&#34;', 'invoiced_statuses'],
    ['Payment link settings: Order status when a link expires', 'expired_status'],
    ['Payment link settings: Statuses that mean &#34;shipped&#34;', 'shipped_statuses'],
  ]);
  expect(await names(1)).toContain('Handed over');
});

test('who may only look sees the names disabled, and who may change them', async () => {
  const viewer = await shop.as('viewer', { access: ['localisation/order_status'], modify: [] });
  const page = await viewer.get('/admin/localisation/order_status/form?order_status_id=1');
  expect(textOf(page.html)).toContain('People in the group Administrator may.');
  expect(page.html).not.toMatch(/<input class="form-control"(?![^>]* disabled)/);
});

test('without a tick nothing is deleted, and that is said', async () => {
  const before = await names(1);
  const { location } = await shop.post('/admin/localisation/order_status/delete', {});
  expect(textOf((await shop.get(location)).html)).toContain('Nothing was done: no entry was selected.');
  expect(await names(1)).toEqual(before);
});
