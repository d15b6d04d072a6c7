import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { ShopDialect } from '../dialect';
import { escapeText, plainText } from '../escaping';
import { shopPasswordMatches } from './old_passwords';
import { credentialOf } from './passwords';
import { NO_PERMISSION } from './permissions';
import { readSettings } from '../setting/settings';
import type { ShopUser, UserDirectory } from './user_directory';
import { groupPermission } from './shop_permissions';
import { findUserGroup, listUserGroups } from './user_groups';

interface UserRow {
  user_id: number;
  user_group_id: number | null;
  username: string | null;
  password: string | null;
  salt?: string | null;
  firstname: string | null;
  lastname: string | null;
  email: string | null;
  status: number | null;
}

/** The staff of somebody's shop log in with the names and passwords they have there. Their rows are only read. */
export function attachedUsers(dialect: Pick<ShopDialect, 'name'>): UserDirectory {
  return {
    async authenticate(db, username, password) {
      const rows = await listEnabledByName(db, nameAsPosted(dialect, username));
      for (const row of rows.length === 0 ? [null] : rows) {
        const stored = row && { hash: row.password ?? '', salt: row.salt ?? '' };
        if (row && (await shopPasswordMatches(dialect, password, stored))) return shopUser(db, row);
        if (!row) await shopPasswordMatches(dialect, password, null);
      }
      return null;
    },
    async storedName(db, username) {
      const [row] = await listEnabledByName(db, nameAsPosted(dialect, username));
      return row ? plainText(row.username) : null;
    },
    async find(db, userId) {
      const row = await db<UserRow>(t(db, 'user')).where({ user_id: userId, status: 1 }).first();
      return row ? shopUser(db, row) : null;
    },
    async groupsThatMay(db, kind, route) {
      const names: string[] = [];
      for (const group of await listUserGroups(db)) {
        if ((await groupPermission(db, group))[kind].includes(route)) names.push(group.name);
      }
      return names;
    },
    async secondFactor(db, userId) {
      const settings = await readSettings(db, 0);
      if (!settings.flag('config_user_2fa') && !settings.flag('config_security')) return null;
      const row = await db<UserRow>(t(db, 'user')).where('user_id', userId).first('email');
      return { email: plainText(row?.email) };
    },
  };
}

/** Compared by the database's collation, which knows no case. PHP escapes what is posted; later versions trim it. */
function nameAsPosted(dialect: Pick<ShopDialect, 'name'>, username: string): string {
  return escapeText(dialect.name === '3.0' ? username : username.trim());
}

async function listEnabledByName(db: Db, username: string): Promise<UserRow[]> {
  return db<UserRow>(t(db, 'user')).where({ username, status: 1 }).orderBy('user_id');
}

async function shopUser(db: Db, row: UserRow): Promise<ShopUser> {
  const group = await findUserGroup(db, row.user_group_id ?? 0);
  return {
    userId: row.user_id,
    username: plainText(row.username),
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    userGroupId: row.user_group_id ?? 0,
    groupName: group?.name ?? '',
    credential: credentialOf(`${row.password ?? ''} ${row.salt ?? ''}`),
    permission: group ? await groupPermission(db, group) : NO_PERMISSION,
  };
}
