import { compare, hash } from 'bcryptjs';
import { embeddedUsers } from '../../../../extension/opencart/user/embedded_users';
import { hashPassword, passwordMatches } from '../../../../extension/opencart/user/passwords';
import { hasPermission, readPermission, writePermission } from '../../../../extension/opencart/user/permissions';
import type { UserForm } from '../../../../extension/opencart/user/save_user';
import { hashTyped, removeUser, saveUser } from '../../../../extension/opencart/user/save_user';
import { removeUserGroup, saveUserGroup } from '../../../../extension/opencart/user/save_user_group';
import { findUserGroup } from '../../../../extension/opencart/user/user_groups';
import { findUser, findUserByName, listUsers } from '../../../../extension/opencart/user/users';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };
const all = { access: ['user/user', 'sale/order'], modify: ['user/user', 'user/user_permission'] };

let shop: Awaited<ReturnType<typeof freshDatabase>>;
let form: UserForm;
let admin: number;
const save = async (more: Partial<UserForm>, userId: number | null = null) => {
  const user = { ...form, ...more };
  return saveUser(shop.db, clock, userId, user, await hashTyped(user.password));
};

beforeEach(async () => {
  shop = await freshDatabase();
  const userGroupId = await saveUserGroup(shop.db, null, { name: 'Administrator', permission: all });
  form = {
    userGroupId,
    username: 'admin',
    firstName: 'Ann',
    lastName: 'de Vries',
    email: 'ann@example.com',
    enabled: true,
    password: 'correct horse',
  };
  admin = await save({});
});
afterEach(() => shop.destroy());

test('a hash is one that PHP reads and writes: $2y$, cost 10', async () => {
  const stored = await hashPassword('pässword');
  expect(stored).toMatch(/^\$2y\$10\$/);
  expect(await compare('pässword', stored.replace('$2y$', '$2b$'))).toBe(true);
  const ofPhp = (await hash('pässword', 4)).replace('$2b$', '$2y$');
  expect(await passwordMatches('pässword', ofPhp)).toBe(true);
  expect(await passwordMatches('password', ofPhp)).toBe(false);
  expect(await passwordMatches('', '')).toBe(false);
});

test('a user logs in with name and password, whatever the capitals of the name', async () => {
  expect(await embeddedUsers.authenticate(shop.db, 'ADMIN', 'correct horse')).toMatchObject({
    userId: admin,
    groupName: 'Administrator',
    permission: { access: ['sale/order', 'user/user'] },
  });
  expect(await embeddedUsers.authenticate(shop.db, 'admin', 'Correct horse')).toBeNull();
  expect(await embeddedUsers.authenticate(shop.db, 'nobody', 'correct horse')).toBeNull();
});

test('a disabled user cannot log in, and an open session ends', async () => {
  const bob = await save({ username: 'bob' });
  await save({ username: 'bob', enabled: false }, bob);
  expect(await embeddedUsers.authenticate(shop.db, 'bob', 'correct horse')).toBeNull();
  expect(await embeddedUsers.find(shop.db, bob)).toBeNull();
  expect(await embeddedUsers.find(shop.db, admin)).not.toBeNull();
});

test('an empty password keeps the present one, another replaces it', async () => {
  const before = (await findUserByName(shop.db, 'admin'))?.hash;
  await save({ password: '', firstName: 'Anna' }, admin);
  expect((await findUserByName(shop.db, 'admin'))?.hash).toBe(before);
  await save({ password: 'something else' }, admin);
  expect(await embeddedUsers.authenticate(shop.db, 'admin', 'something else')).toMatchObject({ firstName: 'Ann' });
});

test('what the form gets wrong is said beside each field', async () => {
  const wrong = { username: 'ADMIN', firstName: '', lastName: '', email: 'a@b\nBcc: x@y.z', userGroupId: 99 };
  await expect(save({ ...wrong, password: '1234567' })).rejects.toMatchObject({
    details: {
      fields: {
        username: 'error_username_exists',
        firstname: 'error_firstname',
        lastname: 'error_lastname',
        email: 'error_email',
        user_group_id: 'error_choice',
        password: 'error_password',
      },
    },
  });
  await expect(save({ username: 'bob', password: '' })).rejects.toMatchObject({
    details: { fields: { password: 'error_password' } },
  });
  expect(await listUsers(shop.db)).toHaveLength(1);
});

test('nobody deletes their own user', async () => {
  await save({ username: 'bob' });
  await expect(removeUser(shop.db, admin, admin)).rejects.toMatchObject({ code: 'own_user' });
  expect(await findUser(shop.db, admin)).not.toBeNull();
});

test('the last administrator cannot be deleted, disabled, moved away, or lose the permission', async () => {
  const staff = await saveUserGroup(shop.db, null, {
    name: 'Staff',
    permission: { access: ['sale/order'], modify: [] },
  });
  const bob = await save({ username: 'bob', userGroupId: staff });
  const refused = { code: 'last_administrator' };
  await expect(removeUser(shop.db, admin, bob)).rejects.toMatchObject(refused);
  await expect(save({ enabled: false }, admin)).rejects.toMatchObject(refused);
  await expect(save({ userGroupId: staff }, admin)).rejects.toMatchObject(refused);
  const none = { name: 'Administrator', permission: { access: [], modify: [] } };
  await expect(saveUserGroup(shop.db, form.userGroupId, none)).rejects.toMatchObject(refused);
  expect(await findUser(shop.db, admin)).toMatchObject({ enabled: true, userGroupId: form.userGroupId });
  await save({ username: 'bob' }, bob);
  await removeUser(shop.db, admin, bob);
  expect((await listUsers(shop.db)).map((user) => user.username)).toEqual(['bob']);
});

test('a group with members cannot be deleted, an empty one can', async () => {
  const empty = await saveUserGroup(shop.db, null, { name: 'Staff & co', permission: all });
  await expect(removeUserGroup(shop.db, form.userGroupId)).rejects.toMatchObject({ code: 'user_group_in_use' });
  await removeUserGroup(shop.db, empty);
  expect(await findUserGroup(shop.db, empty)).toBeNull();
});

test('permissions are stored as PHP stores them and mean exactly the routes they name', async () => {
  expect(writePermission({ access: ['sale/order', 'sale/order'], modify: [] })).toBe(
    '{"access":["sale\\/order"],"modify":[]}',
  );
  const group = { permission: readPermission('{"access":{"0":"sale\\/order","2":"user\\/user"},"modify":[]}') };
  expect(hasPermission(group, 'access', 'user/user')).toBe(true);
  expect(hasPermission(group, 'access', 'user')).toBe(false);
  expect(hasPermission(group, 'modify', 'user/user')).toBe(false);
  for (const nothing of ['', 'null', '[]', '{', null])
    expect(readPermission(nothing)).toEqual({ access: [], modify: [] });
  const row = await shop.db(t(shop.db, 'user_group')).first('permission');
  expect(row.permission).toContain('user\\/user_permission');
});
