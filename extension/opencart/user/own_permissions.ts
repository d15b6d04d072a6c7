import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Permission, PermissionKind } from './permissions';

/**
 * Table `payment_link_permission`: what a group of an attached shop may do here, where its owner wants something
 * else than what the shop's own permissions mean. PHP would drop permissions that it does not know.
 */
interface PermissionRow {
  permission_id: number;
  user_group_id: number;
  kind: PermissionKind;
  route: string;
}

/** Stands alone where the owner decided that a group may do nothing: no row at all means that nothing was decided. */
const NOTHING = 'nothing';

/** Null where the owner decided nothing for the group. */
export async function findOwnPermission(db: Db, userGroupId: number): Promise<Permission | null> {
  const rows = await db<PermissionRow>(t(db, 'payment_link_permission'))
    .select('kind', 'route')
    .where('user_group_id', userGroupId)
    .orderBy('route');
  if (rows.length === 0) return null;
  const of = (kind: PermissionKind): string[] =>
    rows.filter((row) => row.kind === kind && row.route !== NOTHING).map((row) => row.route);
  return { access: of('access'), modify: of('modify') };
}

/** Null: the shop's own permissions count again. */
export async function saveOwnPermission(tx: Tx, userGroupId: number, permission: Permission | null): Promise<void> {
  await tx<PermissionRow>(t(tx, 'payment_link_permission')).where('user_group_id', userGroupId).delete();
  if (permission !== null && permission.access.length + permission.modify.length === 0) {
    const row = { user_group_id: userGroupId, kind: 'access' as const, route: NOTHING };
    await tx<PermissionRow>(t(tx, 'payment_link_permission')).insert(row);
  }
  for (const kind of ['access', 'modify'] as const) {
    const rows = [...new Set(permission?.[kind])].map((route) => ({ user_group_id: userGroupId, kind, route }));
    if (rows.length > 0) await tx<PermissionRow>(t(tx, 'payment_link_permission')).insert(rows);
  }
}
