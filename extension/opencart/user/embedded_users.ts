import { passwordMatches } from './passwords';
import type { ShopUser, UserDirectory } from './user_directory';
import { listUserGroups } from './user_groups';
import { credentialOf } from './passwords';
import { findSignedIn, findUserByName, type SignedIn } from './users';

/** A hash of nothing that anybody knows: an unknown name takes as long as a wrong password. */
const NOBODY = '$2y$10$abcdefghijklmnopqrstuuAf31H0MOMwmzoTqs3YHUZbQoHIS3JOK';

/** The embedded shop's own users. */
export const embeddedUsers: UserDirectory = {
  async authenticate(db, username, password) {
    const user = await findUserByName(db, username);
    const matches = await passwordMatches(password, user?.hash ?? NOBODY);
    return user && matches ? embeddedUsers.find(db, user.userId) : null;
  },
  async storedName(db, username) {
    return (await findUserByName(db, username))?.username ?? null;
  },
  async find(db, userId) {
    const user = await findSignedIn(db, userId);
    return user?.enabled === true ? shopUser(user) : null;
  },
  async groupsThatMay(db, kind, route) {
    return (await listUserGroups(db)).filter((group) => group.permission[kind].includes(route)).map(({ name }) => name);
  },
};

function shopUser({
  userId,
  username,
  firstName,
  lastName,
  userGroupId,
  groupName,
  hash,
  permission,
}: SignedIn): ShopUser {
  return { userId, username, firstName, lastName, userGroupId, groupName, credential: credentialOf(hash), permission };
}
