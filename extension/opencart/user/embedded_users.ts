import type { Db } from '../../../system/db/table';
import { passwordMatches } from './passwords';
import { NO_PERMISSION } from './permissions';
import type { ShopUser, UserDirectory } from './user_directory';
import { findUserGroup, listUserGroups } from './user_groups';
import { credentialOf } from './passwords';
import type { UserWithHash } from './users';
import { findUserByName, findUserWithHash } from './users';

/** A hash of nothing that anybody knows: an unknown name takes as long as a wrong password. */
const NOBODY = '$2y$10$abcdefghijklmnopqrstuuAf31H0MOMwmzoTqs3YHUZbQoHIS3JOK';

/** The embedded shop's own users. */
export const embeddedUsers: UserDirectory = {
  async authenticate(db, username, password) {
    const user = await findUserByName(db, username);
    const matches = await passwordMatches(password, user?.hash ?? NOBODY);
    return user?.enabled === true && matches ? shopUser(db, user) : null;
  },
  async storedName(db, username) {
    return (await findUserByName(db, username))?.username ?? null;
  },
  async find(db, userId) {
    const user = await findUserWithHash(db, userId);
    return user?.enabled === true ? shopUser(db, user) : null;
  },
  async groupsThatMay(db, kind, route) {
    return (await listUserGroups(db)).filter((group) => group.permission[kind].includes(route)).map(({ name }) => name);
  },
};

async function shopUser(db: Db, user: UserWithHash): Promise<ShopUser> {
  const group = await findUserGroup(db, user.userGroupId);
  return {
    userId: user.userId,
    username: user.username,
    firstName: user.firstName,
    lastName: user.lastName,
    userGroupId: user.userGroupId,
    groupName: group?.name ?? '',
    credential: credentialOf(user.hash),
    permission: group?.permission ?? NO_PERMISSION,
  };
}
