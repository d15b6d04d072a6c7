import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import { assertAdministratorLeft } from './administrators';
import { fits } from '../names';
import type { Permission } from './permissions';
import { deleteUserGroup, findUserGroup, insertUserGroup, updateUserGroup } from './user_groups';
import { listUsers } from './users';

export const userGroupInUse = defineError(
  'user_group_in_use',
  409,
  'The user group "{name}" cannot be deleted: {count} users belong to it.',
  'Move these users to another group first.',
);

/**
 * Adds a group (`userGroupId` null) or changes one. @returns its id.
 * @throws AppError `invalid_form`, `not_found`, `last_administrator`
 */
export async function saveUserGroup(
  db: Db | Tx,
  userGroupId: number | null,
  form: { readonly name: string; readonly permission: Permission },
): Promise<number> {
  if (!fits(form.name, 3, 64)) throw invalidForm({ fields: { name: 'error_name' } });
  return transaction(db, async (tx) => {
    if (userGroupId === null) return insertUserGroup(tx, form.name, form.permission);
    if ((await findUserGroup(tx, userGroupId)) === null) throw notFound();
    await updateUserGroup(tx, userGroupId, form.name, form.permission);
    await assertAdministratorLeft(tx);
    return userGroupId;
  });
}

/** @throws AppError `user_group_in_use`, `not_found` */
export async function removeUserGroup(db: Db | Tx, userGroupId: number): Promise<void> {
  await transaction(db, async (tx) => {
    const group = await findUserGroup(tx, userGroupId);
    if (group === null) throw notFound();
    const members = (await listUsers(tx)).filter((user) => user.userGroupId === userGroupId);
    if (members.length > 0) throw userGroupInUse({ values: { name: group.name, count: members.length } });
    await deleteUserGroup(tx, userGroupId);
  });
}
