import type { Clock } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { Db, Tx } from '../../../system/db/table';
import { defineError, invalidForm, notFound } from '../../../system/errors';
import { isMailAddress } from '../../../system/mail/header';
import { assertAdministratorLeft } from './administrators';
import { fits } from '../names';
import { hashPassword, isUsablePassword } from './passwords';
import { readSettings } from '../setting/settings';
import { toShopTime } from '../shop_time';
import { findUserGroup } from './user_groups';
import type { UserData } from './users';
import { deleteUser, findUser, findUserByName, insertUser, updateUser } from './users';

export const ownUser = defineError(
  'own_user',
  409,
  'You cannot delete your own user.',
  'Ask another administrator to do it.',
);

export interface UserForm extends UserData {
  /** Empty keeps the present one; a new user needs one. 8 characters at least, 72 bytes at most. */
  readonly password: string;
}

/**
 * Adds a user (`userId` null) or changes one. `hash`: what `hashTyped` made of the password. @returns its id.
 * @throws AppError `invalid_form`, `not_found`, `last_administrator`
 */
export async function saveUser(
  db: Db | Tx,
  clock: Clock,
  userId: number | null,
  form: UserForm,
  hash: string | null,
): Promise<number> {
  return transaction(db, async (tx) => {
    if (userId !== null && (await findUser(tx, userId)) === null) throw notFound();
    const fields = await checkUser(tx, userId, form);
    if (Object.keys(fields).length > 0) throw invalidForm({ fields });
    const id = userId ?? (await insertUser(tx, form, hash ?? '', await now(tx, clock)));
    if (userId !== null) await updateUser(tx, userId, form, hash);
    await assertAdministratorLeft(tx);
    return id;
  });
}

/** Before the transaction: it takes 60 ms, in which its locks would be held. Null where there is nothing to store. */
export async function hashTyped(password: string): Promise<string | null> {
  return password === '' || !isUsablePassword(password) ? null : hashPassword(password);
}

/** @throws AppError `own_user`, `last_administrator`, `not_found` */
export async function removeUser(db: Db | Tx, userId: number, byUserId: number): Promise<void> {
  if (userId === byUserId) throw ownUser();
  await transaction(db, async (tx) => {
    if ((await findUser(tx, userId)) === null) throw notFound();
    await deleteUser(tx, userId);
    await assertAdministratorLeft(tx);
  });
}

async function checkUser(tx: Tx, userId: number | null, form: UserForm): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  if (!fits(form.username, 3, 20)) fields['username'] = 'error_username';
  else if (await isTaken(tx, userId, form.username)) fields['username'] = 'error_username_exists';
  if (!fits(form.firstName, 1, 32)) fields['firstname'] = 'error_firstname';
  if (!fits(form.lastName, 1, 32)) fields['lastname'] = 'error_lastname';
  if (!fits(form.email, 3, 96) || !isMailAddress(form.email.trim())) fields['email'] = 'error_email';
  if ((await findUserGroup(tx, form.userGroupId)) === null) fields['user_group_id'] = 'error_choice';
  const keeps = form.password === '' && userId !== null;
  if (!keeps && !isUsablePassword(form.password)) fields['password'] = 'error_password';
  return fields;
}

async function isTaken(tx: Tx, userId: number | null, username: string): Promise<boolean> {
  const owner = await findUserByName(tx, username);
  return owner !== null && owner.userId !== userId;
}

async function now(tx: Tx, clock: Clock): Promise<string> {
  return toShopTime(clock.now(), (await readSettings(tx, 0)).timeZone);
}
