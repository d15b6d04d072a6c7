import type { Request, Response } from 'express';
import type { SessionData } from 'express-session';
import type { ShopUser } from '../extension/opencart/user/user_directory';
import type { Admin } from './admin';
import { rememberBrowser } from './known_browser';
import { takeTarget } from './return_target';

/** Everything asked for was right: a session of the user's own, and on to the page that was wanted. */
export async function letIn(
  app: Admin,
  request: Request,
  response: Response,
  user: Pick<ShopUser, 'userId' | 'username' | 'credential'>,
): Promise<void> {
  await renewSession(request, { userId: user.userId, credential: user.credential });
  rememberBrowser(app, response, user.username);
  response.redirect(303, takeTarget(app, request, response));
}

/** A new session id at every step of a log-in, so that one planted before is worth nothing. */
export function renewSession(request: Request, data: Partial<SessionData>): Promise<void> {
  return new Promise((resolve, reject) =>
    request.session.regenerate((failed: unknown) => {
      if (failed) return reject(failed instanceof Error ? failed : new Error('the session could not be renewed'));
      Object.assign(request.session, data);
      resolve();
    }),
  );
}
