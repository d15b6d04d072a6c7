import type { Request } from 'express';
import type { ShopUser } from '../extension/opencart/user/user_directory';
import type { Admin } from './admin';

/** Who is logged in; null also when the user is gone or disabled, or has another password since. */
export async function sessionUser(app: Admin, { session }: Request): Promise<ShopUser | null> {
  if (session.userId === undefined) return null;
  const user = await app.users.find(app.db, session.userId);
  return user?.credential === session.credential ? user : null;
}

/** The session in which the own password was changed goes on. */
export async function keepSession(app: Admin, { session }: Request): Promise<void> {
  const user = session.userId === undefined ? null : await app.users.find(app.db, session.userId);
  if (user) session.credential = user.credential;
}
