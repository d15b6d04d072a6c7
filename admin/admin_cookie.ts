import type { CookieOptions } from 'express';
import type { Admin } from './admin';

/** What all cookies of the admin have in common. `below`: where they are sent to, below `/admin`. */
export function adminCookie({ config }: Pick<Admin, 'config'>, below = ''): CookieOptions {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
    path: `${config.basePath}/admin${below}`,
  };
}
