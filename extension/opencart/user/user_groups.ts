import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { escapeText, plainText } from '../escaping';
import type { Permission } from './permissions';
import { readPermission, writePermission } from './permissions';

export interface UserGroup {
  readonly userGroupId: number;
  readonly name: string;
  readonly permission: Permission;
}

interface UserGroupRow {
  user_group_id: number;
  name: string | null;
  permission: string | null;
}

/** By name. */
export async function listUserGroups(db: Db): Promise<UserGroup[]> {
  return (await db<UserGroupRow>(t(db, 'user_group')).orderBy('name')).map(groupOf);
}

export async function findUserGroup(db: Db, userGroupId: number): Promise<UserGroup | null> {
  const row = await db<UserGroupRow>(t(db, 'user_group')).where('user_group_id', userGroupId).first();
  return row ? groupOf(row) : null;
}

export async function insertUserGroup(tx: Tx, name: string, permission: Permission): Promise<number> {
  const [userGroupId = 0] = await tx(t(tx, 'user_group')).insert(columnsOf(name, permission));
  return userGroupId;
}

export async function updateUserGroup(
  tx: Tx,
  userGroupId: number,
  name: string,
  permission: Permission,
): Promise<void> {
  await tx(t(tx, 'user_group')).where('user_group_id', userGroupId).update(columnsOf(name, permission));
}

export async function deleteUserGroup(tx: Tx, userGroupId: number): Promise<void> {
  await tx(t(tx, 'user_group')).where('user_group_id', userGroupId).delete();
}

function columnsOf(name: string, permission: Permission) {
  return { name: escapeText(name.trim()), permission: writePermission(permission) };
}

function groupOf(row: UserGroupRow): UserGroup {
  return {
    userGroupId: row.user_group_id,
    name: plainText(row.name),
    permission: readPermission(row.permission),
  };
}
