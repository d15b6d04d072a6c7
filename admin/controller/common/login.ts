import { Router, type Request, type Response } from 'express';
import { textsIn } from '../../../language';
import { fill } from '../../../system/language';
import { textIn, type Input } from '../../../system/http/input';
import { render } from '../../../system/view/render';
import type { Admin } from '../../admin';
import { BASE_STYLES } from '../../assets';
import { countFailure, forgetFailures, minutesToWait } from '../../login_throttle';
import { hrefOf } from '../../visit';

/** Log-in and log-out: the only admin pages without a user. */
export function loginRoutes(app: Admin): Router {
  const router = Router();
  router.get('/common/login', (request, response) => {
    show(app, request, response, { username: '', error: null });
  });
  router.post('/common/login', (request, response) => logIn(app, request, response));
  router.post('/common/logout', (request, response, next) => {
    request.session.destroy((failed: unknown) => {
      if (failed) return next(failed);
      response.redirect(303, hrefOf(app.config.basePath, '/admin/common/login', { out: 1 }));
    });
  });
  return router;
}

async function logIn(app: Admin, request: Request, response: Response): Promise<void> {
  const text = textsIn('en-gb')['common/login'];
  const body = (request.body ?? {}) as Input;
  const username = textIn(body, 'username');
  const password = typeof body['password'] === 'string' ? body['password'] : '';
  const minutes = await minutesToWait(app.db, app.clock, username, request.ip ?? '');
  if (minutes > 0)
    return show(app, request, response, { username, error: fill(text.error_throttled, { minutes }) }, 429);
  const user = await app.users.authenticate(app.db, username, password);
  if (!user) {
    await countFailure(app.db, app.clock, username, request.ip ?? '');
    return show(app, request, response, { username, error: text.error_credentials }, 401);
  }
  await forgetFailures(app.db, username);
  await openSession(request, user.userId);
  response.redirect(303, returnTarget(app, request));
}

/** A new session id at log-in, so that one planted before is worth nothing. */
function openSession(request: Request, userId: number): Promise<void> {
  const returnTo = request.session.returnTo;
  return new Promise((resolve, reject) =>
    request.session.regenerate((failed: unknown) => {
      if (failed) return reject(failed instanceof Error ? failed : new Error('the session could not be renewed'));
      request.session.userId = userId;
      if (returnTo !== undefined) request.session.returnTo = returnTo;
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

function show(
  app: Admin,
  request: Request,
  response: Response,
  typed: { username: string; error: string | null },
  status = 200,
): void {
  const text = textsIn('en-gb')['common/login'];
  const html = render('admin/view', 'common/login', {
    ...typed,
    language: 'en-GB',
    text,
    band: app.config.demo ? textsIn('en-gb')['common/layout'].band_demo : null,
    notice: request.query['out'] === '1' ? text.logged_out : null,
    action: hrefOf(app.config.basePath, '/admin/common/login'),
    csrf: request.session.csrf ?? '',
    styles: BASE_STYLES.map((name) => app.assets.href(name)),
    script: app.assets.href('admin.js'),
  });
  response.status(status).send(html);
}
