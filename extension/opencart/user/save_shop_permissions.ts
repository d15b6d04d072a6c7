import type { Db } from '../../../system/db/table';
import { retryingTransaction } from '../../../system/db/retry';
import { invalidForm } from '../../../system/errors';
import { writeJournal } from '../../payment_link/journal/journal';
import { findOwnPermission, saveOwnPermission } from './own_permissions';
import { permissionHere, LEVEL_PERMISSIONS, levelOf, type ShopLevel } from './shop_permissions';
import type { UserGroup } from './user_groups';

/** Of one group: a step, or `shop` for what the shop's own permissions mean. */
export type GroupChoice = ShopLevel | 'shop';

export interface GroupWish {
  readonly group: UserGroup;
  readonly choice: GroupChoice;
}

export async function choiceOf(db: Db, group: UserGroup): Promise<GroupChoice> {
  const own = await findOwnPermission(db, group.userGroupId);
  return own === null ? 'shop' : levelOf(own);
}

/**
 * Writes what was decided anew, and the journal. Nobody shuts the door behind themselves.
 * @throws AppError `invalid_form` where the person's own group would lose this page.
 */
export async function saveShopPermissions(
  db: Db,
  wishes: readonly GroupWish[],
  person: { readonly name: string; readonly ip: string; readonly userGroupId: number; readonly at: number },
): Promise<void> {
  for (const { group, choice } of wishes) {
    if (group.userGroupId !== person.userGroupId) continue;
    const left = choice === 'shop' ? permissionHere(group.permission) : LEVEL_PERMISSIONS[choice];
    const field = `group_${group.userGroupId}`;
    if (!left.modify.includes('setting/setting')) throw invalidForm({ fields: { [field]: 'error_own_group' } });
  }
  await retryingTransaction(db, async (tx) => {
    for (const { group, choice } of wishes) {
      const before = await choiceOf(tx, group);
      if (before === choice) continue;
      await saveOwnPermission(tx, group.userGroupId, choice === 'shop' ? null : LEVEL_PERMISSIONS[choice]);
      await writeJournal(tx, {
        event: 'permission.changed',
        details: { group: group.name, group_id: group.userGroupId, from: before, to: choice },
        ...{ actor: person.name, ip: person.ip, at: person.at },
      });
    }
  });
}
