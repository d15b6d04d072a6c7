import type { Tx } from '../../../system/db/table';
import { defineError } from '../../../system/errors';
import { hasPermission } from './permissions';
import { listUserGroups } from './user_groups';
import { listUsers } from './users';

export const lastAdministrator = defineError(
  'last_administrator',
  409,
  'Nobody would be left who can manage users.',
  'First give another enabled user a group that may modify user/user and user/user_permission.',
);

/** Called after the change, whose transaction its refusal undoes. @throws AppError `last_administrator` */
export async function assertAdministratorLeft(tx: Tx): Promise<void> {
  const groups = (await listUserGroups(tx)).filter(
    (group) => hasPermission(group, 'modify', 'user/user') && hasPermission(group, 'modify', 'user/user_permission'),
  );
  const administrators = new Set(groups.map((group) => group.userGroupId));
  const left = (await listUsers(tx)).some((user) => user.enabled && administrators.has(user.userGroupId));
  if (!left) throw lastAdministrator();
}
