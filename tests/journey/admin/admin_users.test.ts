import { passwordMatches } from '../../../extension/opencart/user/passwords';
import { findUserByName } from '../../../extension/opencart/user/users';
import { findUserGroup } from '../../../extension/opencart/user/user_groups';
import { EVERYTHING, PASSWORD, startAdmin, type AdminRoom } from '../../support/admin_app';
import { agentFor, textOf, type Form } from '../../support/agent';
import { t } from '../../../system/db/table';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

const idOf = async (username: string): Promise<string> => String((await findUserByName(shop.db, username))?.userId);
const groupIdOf = async (name: string): Promise<number> =>
  (await shop.db(t(shop.db, 'user_group')).where({ name }).first())?.user_group_id;
const anna = async (): Promise<Form> => ({
  ...{ user_id: '0', username: 'anna', firstname: 'Anna', lastname: 'de Vries', email: 'anna@shop.example' },
  ...{ user_group_id: String(await groupIdOf('Administrator')), password: 'spring rain 9', confirm: 'spring rain 9' },
  status: '1',
});

test('somebody who is added can log in with the password that was given', async () => {
  expect((await shop.post('/admin/user/user/save', await anna())).status).toBe(303);
  const list = textOf((await shop.get('/admin/user/user')).html);
  expect(list).toContain('anna Anna de Vries Administrator Enabled');
  expect(list).toContain('admin (you)');
  await expect(agentFor(shop.url).logIn('ANNA', 'spring rain 9')).resolves.toBeUndefined();
});

test('a wrong form keeps what was typed, except the passwords', async () => {
  const wrong = { ...(await anna()), username: 'x', email: 'nobody', confirm: 'spring rain 8' };
  const unequal = await shop.post('/admin/user/user/save', wrong);
  expect([unequal.status, textOf(unequal.html).includes('The two passwords are not the same.')]).toEqual([422, true]);
  expect(unequal.html).toContain('value="nobody"');
  expect(unequal.html).not.toContain('spring rain');
  const answer = await shop.post('/admin/user/user/save', { ...wrong, password: 'short', confirm: 'short' });
  for (const field of ['username', 'email', 'password']) expect(answer.html).toContain(`id="${field}-error"`);
  const twice = await shop.post('/admin/user/user/save', { ...(await anna()), username: 'Admin' });
  expect(textOf(twice.html)).toContain('Somebody has this username already.');
});

test('an empty password keeps the present one; a new one logs the person out elsewhere', async () => {
  const elsewhere = agentFor(shop.url);
  await elsewhere.logIn('anna', 'spring rain 9');
  const edit = { ...(await anna()), user_id: await idOf('anna'), lastname: 'Jansen', password: '', confirm: '' };
  expect((await shop.post('/admin/user/user/save', edit)).status).toBe(303);
  expect((await elsewhere.get('/admin/user/user')).status).toBe(200);
  const changed = { ...edit, password: 'summer rain 10', confirm: 'summer rain 10' };
  expect((await shop.post('/admin/user/user/save', changed)).status).toBe(303);
  expect((await elsewhere.get('/admin/user/user')).location).toBe('/admin/common/login');
  expect(await passwordMatches('summer rain 10', (await findUserByName(shop.db, 'anna'))?.hash ?? '')).toBe(true);
});

test('who changes the own password stays logged in here', async () => {
  const own = {
    ...(await anna()),
    user_id: await idOf('admin'),
    username: 'admin',
    password: PASSWORD,
    confirm: PASSWORD,
  };
  const saved = await shop.post('/admin/user/user/save', own);
  expect(saved.status).toBe(303);
  expect(textOf((await shop.get(saved.location)).html)).toContain('You have modified users.');
});

test('nobody deletes the own user, and the last administrator stays', async () => {
  const own = await shop.post('/admin/user/user/delete', { selected: await idOf('admin') });
  expect([own.status, textOf(own.html).includes('You cannot delete your own user.')]).toEqual([409, true]);
  await shop.post('/admin/user/user/delete', { selected: await idOf('anna') });
  expect(await findUserByName(shop.db, 'anna')).toBeNull();
  const off = {
    ...(await anna()),
    user_id: await idOf('admin'),
    username: 'admin',
    password: '',
    confirm: '',
    status: '0',
  };
  const refused = await shop.post('/admin/user/user/save', off);
  expect([refused.status, textOf(refused.html).includes('Nobody would be left')]).toEqual([409, true]);
});

test('a group gets the ticked permissions, sees what it may change, and keeps routes of other programs', async () => {
  const form = { user_group_id: '0', name: 'Order desk', access: 'catalog/product', modify: ['sale/order', 'made/up'] };
  expect((await shop.post('/admin/user/user_permission/save', form)).status).toBe(303);
  const id = await groupIdOf('Order desk');
  const permission = { access: ['catalog/product', 'sale/order'], modify: ['sale/order'] };
  expect(await findUserGroup(shop.db, id)).toMatchObject({ name: 'Order desk', permission });
  const stored = '{"access":["tool\\/backup"],"modify":["tool\\/backup"]}';
  await shop.db(t(shop.db, 'user_group')).where('user_group_id', id).update({ permission: stored });
  await shop.post('/admin/user/user_permission/save', { ...form, user_group_id: String(id), modify: [] });
  const kept = { access: ['catalog/product', 'tool/backup'], modify: ['tool/backup'] };
  expect((await findUserGroup(shop.db, id))?.permission).toEqual(kept);
  const page = await shop.get(`/admin/user/user_permission/form?user_group_id=${id}`);
  expect(page.html).toContain('aria-label="Access Permission: Catalog → Products" checked');
});

test('a group with members, and the permissions that keep the shop open, cannot go', async () => {
  const id = await groupIdOf('Administrator');
  const used = await shop.post('/admin/user/user_permission/delete', { selected: String(id) });
  expect([used.status, textOf(used.html).includes('1 users belong to it')]).toEqual([409, true]);
  const closed = await shop.post('/admin/user/user_permission/save', {
    user_group_id: String(id),
    name: 'Administrator',
  });
  expect([closed.status, textOf(closed.html).includes('Nobody would be left')]).toEqual([409, true]);
  expect((await findUserGroup(shop.db, id))?.permission.modify).toHaveLength(EVERYTHING.modify.length);
  const short = await shop.post('/admin/user/user_permission/save', { user_group_id: '0', name: 'ab' });
  expect([short.status, short.html.includes('id="name-error"')]).toEqual([422, true]);
  await shop.post('/admin/user/user_permission/delete', { selected: String(await groupIdOf('Order desk')) });
  expect(await groupIdOf('Order desk')).toBeUndefined();
});

test('who may only look sees users and groups disabled', async () => {
  const access = ['user/user', 'user/user_permission'];
  const viewer = await shop.as('viewer', { access, modify: [] });
  const user = await viewer.get(`/admin/user/user/form?user_id=${await idOf('admin')}`);
  expect(textOf(user.html)).toContain('People in the group Administrator may.');
  const group = await viewer.get(`/admin/user/user_permission/form?user_group_id=${await groupIdOf('Administrator')}`);
  expect(group.html).not.toMatch(/<input type="checkbox"(?![^>]* disabled)/);
});
