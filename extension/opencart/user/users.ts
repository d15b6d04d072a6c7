import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { together } from '../../../system/db/together';
import { escapeText, plainText } from '../escaping';
import { readPermission, type Permission } from './permissions';

export interface User {
  readonly userId: number;
  readonly userGroupId: number;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly enabled: boolean;
  /** The shop's local wall time. */
  readonly dateAdded: string;
}

export type UserWithHash = User & { readonly hash: string };

export type UserData = Omit<User, 'userId' | 'dateAdded'>;

interface UserRow {
  user_id: number;
  user_group_id: number | null;
  username: string | null;
  password: string | null;
  firstname: string | null;
  lastname: string | null;
  email: string | null;
  status: number | null;
  date_added: string | null;
}

/** By name. A shop has tens of them, not thousands. */
export async function listUsers(db: Db): Promise<User[]> {
  return (await db<UserRow>(t(db, 'user')).orderBy('username')).map(userOf);
}

export async function findUser(db: Db, userId: number): Promise<User | null> {
  const row = await db<UserRow>(t(db, 'user')).where('user_id', userId).first();
  return row ? userOf(row) : null;
}

export type SignedIn = UserWithHash & { readonly groupName: string; readonly permission: Permission };

type SignedInRow = UserRow & { group_name: string | null; permission: string | null };

const findSignedInRow = together<number, SignedInRow>(async (db, userIds) => {
  const rows = (await db(t(db, 'user as u'))
    .leftJoin(t(db, 'user_group as g'), 'g.user_group_id', 'u.user_group_id')
    .whereIn('u.user_id', [...userIds])
    .select('u.*', 'g.name as group_name', 'g.permission')) as SignedInRow[];
  return new Map(rows.map((row) => [row.user_id, row]));
});

/** With the stored hash and the group's permissions, for the session that every page asks for: one statement. */
export async function findSignedIn(db: Db, userId: number): Promise<SignedIn | null> {
  const row = await findSignedInRow(db, userId);
  if (!row) return null;
  const { group_name: groupName, permission } = row;
  return {
    ...userOf(row),
    hash: row.password ?? '',
    groupName: plainText(groupName),
    permission: readPermission(permission),
  };
}

/** With the stored hash, for the log-in. Names are compared without regard to case, as OpenCart's database does. */
export async function findUserByName(db: Db, username: string): Promise<UserWithHash | null> {
  const stored = escapeText(username.trim()).toLowerCase();
  const row = (await db<UserRow>(t(db, 'user')).whereRaw('lower(??) = ?', ['username', stored]).first()) as
    UserRow | undefined;
  return row ? { ...userOf(row), hash: row.password ?? '' } : null;
}

export async function insertUser(tx: Tx, user: UserData, hash: string, now: string): Promise<number> {
  const row = { ...columnsOf(user), password: hash, image: '', ip: '', date_added: now };
  const [userId = 0] = await tx(t(tx, 'user')).insert(row);
  return userId;
}

/** Without a hash the password stays. */
export async function updateUser(tx: Tx, userId: number, user: UserData, hash: string | null): Promise<void> {
  const password = hash === null ? {} : { password: hash };
  await tx(t(tx, 'user'))
    .where('user_id', userId)
    .update({ ...columnsOf(user), ...password });
}

export async function deleteUser(tx: Tx, userId: number): Promise<void> {
  for (const table of ['user_login', 'user_authorize', 'user']) {
    await tx(t(tx, table)).where('user_id', userId).delete();
  }
}

function columnsOf(user: UserData) {
  return {
    user_group_id: user.userGroupId,
    username: escapeText(user.username.trim()),
    firstname: escapeText(user.firstName.trim()),
    lastname: escapeText(user.lastName.trim()),
    email: escapeText(user.email.trim()),
    status: user.enabled ? 1 : 0,
  };
}

function userOf(row: UserRow): User {
  return {
    userId: row.user_id,
    userGroupId: row.user_group_id ?? 0,
    username: plainText(row.username),
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    email: plainText(row.email),
    enabled: row.status === 1,
    dateAdded: row.date_added ?? '',
  };
}
