import { createHash } from 'node:crypto';
import { attachedUsers } from '../../../../extension/opencart/user/attached_users';
import { saveOwnPermission } from '../../../../extension/opencart/user/own_permissions';
import { LEVEL_PERMISSIONS } from '../../../../extension/opencart/user/shop_permissions';
import { hashPassword } from '../../../../extension/opencart/user/passwords';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { attachedShop, type AttachedTestShop } from '../../../support/attached_shop';
import type { OpencartVersion } from '../../../support/opencart_notation';
import { setSetting } from '../../../support/order_room';
import { onServer } from '../../../support/require';

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
const md5 = (text: string) => createHash('md5').update(text).digest('hex');
const chain = (salt: string, password: string) => sha1(salt + sha1(salt + sha1(password)));

const CASES: readonly [OpencartVersion][] = [['3.0.4'], ['3.0.5'], ['4.0.2'], ['4.1.0.4']];

onServer('the shop’s own users', (server) => {
  describe.each(CASES)('of OpenCart %s', (version) => {
    let shop: AttachedTestShop;
    let users: ReturnType<typeof attachedUsers>;
    const three = version.startsWith('3.');
    beforeAll(async () => {
      shop = await attachedShop(server, version);
      users = attachedUsers(shop.dialect);
    });
    afterAll(() => shop.destroy());
    beforeEach(() => shop.db(t(shop.db, 'user')).delete());

    const add = (username: string, password: string, more: Record<string, unknown> = {}) =>
      shop.insert('user', {
        ...{ user_group_id: 1, username, password, salt: 'abcdefghi', firstname: 'Zoë', lastname: 'O &amp; Co' },
        ...{ email: 'zoe@shop.example', image: '', code: '', ip: '', status: 1, date_added: '2026-01-01', ...more },
      });
    const logsIn = async (username: string, password: string) =>
      (await users.authenticate(shop.db, username, password)) !== null;

    test('log in with the password they have there, in any case of the name', async () => {
      await add(
        'zoe',
        three ? chain('abcdefghi', 'a &lt;b&gt; "c"'.replaceAll('"', '&quot;')) : await hashPassword('a <b> "c"'),
      );
      expect(await logsIn('ZOE', 'a <b> "c"')).toBe(true);
      expect(await logsIn('zoe', 'a <b> "C"')).toBe(false);
      expect(await logsIn('nobody', 'a <b> "c"')).toBe(false);
      expect(await logsIn('zoe', '')).toBe(false);
    });

    test('are one name to whoever counts tries, however it is written, where the database takes it for one', async () => {
      await add('zoe', md5('tea'));
      const names = await Promise.all(
        ['zoe', 'ZOE', 'zoë', 'żoè', 'joe'].map((name) => users.storedName(shop.db, name)),
      );
      expect(names).toEqual(['zoe', 'zoe', 'zoe', 'zoe', null]);
    });

    test('also with the old MD5 that was never renewed', async () => {
      await add('zoe', md5(three ? 'tea &amp; milk' : 'tea & milk'));
      expect([await logsIn('zoe', 'tea & milk'), await logsIn('zoe', 'tea')]).toEqual([true, false]);
    });

    test(`white space around the password ${version === '3.0.4' ? 'counts' : 'does not count'}, as in that version`, async () => {
      await add('zoe', three ? chain('abcdefghi', 'tea') : await hashPassword('tea'));
      expect(await logsIn('zoe', ' tea ')).toBe(version !== '3.0.4');
    });

    test('who is disabled is nobody, also in the middle of a session', async () => {
      const userId = await add('zoe', md5('tea'));
      expect(await users.find(shop.db, userId)).toMatchObject({
        username: 'zoe',
        lastName: 'O & Co',
        groupName: 'Administrator',
      });
      await shop.db(t(shop.db, 'user')).update({ status: 0 });
      expect([await logsIn('zoe', 'tea'), await users.find(shop.db, userId)]).toEqual([false, null]);
    });

    test('their rows are only read', async () => {
      await add('zoe', md5('tea'));
      const rows = async () => JSON.stringify(await shop.db(t(shop.db, 'user')));
      const before = await rows();
      await logsIn('zoe', 'tea');
      await logsIn('zoe', 'wrong');
      expect(await rows()).toBe(before);
    });

    test('what their group may do in the shop says what they may do here', async () => {
      const may = async (user_group_id: number) =>
        (await users.find(shop.db, await add(`u${user_group_id}`, 'x', { user_group_id })))?.permission;
      const all = await may(1);
      expect(all?.access).toEqual(expect.arrayContaining(['sale/order', 'common/dashboard', 'payment/multisafepay']));
      expect(all?.modify).toEqual(expect.arrayContaining(['sale/order', 'setting/setting', 'sale/payment_link']));
      expect(all?.access).not.toContain('user/user');
      expect(await may(2)).toEqual({ access: ['sale/order', 'sale/payment_link', 'common/dashboard'], modify: [] });
      expect(await may(10)).toEqual({ access: [], modify: [] });
      expect(await may(99)).toEqual({ access: [], modify: [] });
    });

    test('unless the owner decided otherwise in a table of ours', async () => {
      const userId = await add('zoe', 'x', { user_group_id: 10 });
      const save = (permission: Parameters<typeof saveOwnPermission>[2]) =>
        transaction(shop.db, (tx) => saveOwnPermission(tx, 10, permission));
      await save(LEVEL_PERMISSIONS.make);
      expect((await users.find(shop.db, userId))?.permission).toEqual(LEVEL_PERMISSIONS.make);
      await save(null);
      expect((await users.find(shop.db, userId))?.permission).toEqual({ access: [], modify: [] });
    });

    test('a page that came after the owner decided belongs to the step that was chosen', async () => {
      const userId = await add('zoe', 'x', { user_group_id: 10 });
      const without = (routes: readonly string[]) => routes.filter((route) => route !== 'tool/job');
      const { access, modify } = LEVEL_PERMISSIONS.setup;
      await transaction(shop.db, (tx) =>
        saveOwnPermission(tx, 10, { access: without(access), modify: without(modify) }),
      );
      expect((await users.find(shop.db, userId))?.permission).toEqual(LEVEL_PERMISSIONS.setup);
    });

    test('a second factor is asked for where the shop asks for one', async () => {
      const userId = await add('zoe', 'x');
      expect(await users.secondFactor?.(shop.db, userId)).toBeNull();
      for (const key of ['config_security', 'config_user_2fa']) {
        await setSetting(shop.db, key, '1');
        expect(await users.secondFactor?.(shop.db, userId)).toEqual({ email: 'zoe@shop.example' });
        await setSetting(shop.db, key, '0');
      }
    });
  });

  test('an upgraded 4.x shop keeps salts: the old chain of the plain password still opens', async () => {
    const shop = await attachedShop(server, '4.1.0.3');
    await shop.db.raw('ALTER TABLE oc_user ADD salt varchar(9)');
    const row = {
      username: 'old',
      salt: 'abcdefghi',
      password: chain('abcdefghi', 'a<b'),
      status: 1,
      user_group_id: 1,
    };
    await shop.db(t(shop.db, 'user')).insert(row);
    const users = attachedUsers(shop.dialect);
    expect(await users.authenticate(shop.db, 'old', 'a<b')).toMatchObject({ username: 'old' });
    expect(await users.authenticate(shop.db, 'old', 'a&lt;b')).toBeNull();
    await shop.destroy();
  });
});
