import type { Request, Response } from 'express';
import type { SessionData } from 'express-session';
import type { ShopUser } from '../extension/opencart/user_directory';
import type { Admin } from './admin';
import { rememberBrowser } from './known_browser';
import { hrefOf } from './visit';

/** Everything asked for was right: a session of the user's own, and on to the page that was wanted. */
export async function letIn(
  app: Admin,
  request: Request,
  response: Response,
  user: Pick<ShopUser, 'userId' | 'username' | 'credential'>,
): Promise<void> {
  await renewSession(request, { userId: user.userId, credential: user.credential });
  rememberBrowser(app, response, user.username);
  response.redirect(303, returnTarget(app, request));
}

/** A new session id at every step of a log-in, so that one planted before is worth nothing. */
export function renewSession(request: Request, data: Partial<SessionData>): Promise<void> {
  const returnTo = request.session.returnTo;
  return new Promise((resolve, reject) =>
    request.session.regenerate((failed: unknown) => {
      if (failed) return reject(failed instanceof Error ? failed : new Error('the session could not be renewed'));
      Object.assign(request.session, data, returnTo === undefined ? {} : { returnTo });
      resolve();
    }),
  );
}

/** Only addresses of the admin itself: never a foreign one that somebody put into a link. */
function returnTarget(app: Admin, request: Request): string {
  const home = hrefOf(app.config.basePath, '/admin');
  const wanted = request.session.returnTo;
  delete request.session.returnTo;
  return wanted !== undefined && wanted.startsWith(`${home}/`) ? wanted : home;
}
