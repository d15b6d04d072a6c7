import { Router, type Request, type Response } from 'express';
import { textsIn } from '../../../language';
import { fill } from '../../../system/language';
import { textIn, type Input } from '../../../system/http/input';
import { render } from '../../../system/view/render';
import type { Admin } from '../../admin';
import { documentHead } from '../../document_head';
import { knownBrowser } from '../../known_browser';
import { beginTry, codeCountsOf, countsOf, forgiveTry, minutesToWait } from '../../login_throttle';
import { letIn, renewSession } from '../../log_in';
import { mailCode } from '../../login_code';
import { sessionUser } from '../../session_user';
import { hrefOf } from '../../visit';
import { checkCode, showCode } from './login_code';
import { languageOf } from '../../language_choice';

/** Log-in and log-out: the only admin pages without a user. */
export function loginRoutes(app: Admin): Router {
  const router = Router();
  router.get('/common/login', (request, response) => {
    show(app, request, response, { username: '', error: null, status: 200 });
  });
  router.post('/common/login', (request, response) => logIn(app, request, response));
  // The token that forms carry, for a page that was left open; 401 when the log-in has ended.
  router.get('/common/login/token', async (request, response) => {
    const user = await sessionUser(app, request);
    response.status(user ? 200 : 401).json(user ? { token: request.formToken } : {});
  });
  router.get('/common/login/code', (request, response) => showCode(app, request, response));
  router.post('/common/login/code', (request, response) => checkCode(app, request, response));
  router.post('/common/logout', (request, response, next) => {
    request.session.destroy((failed: unknown) => {
      if (failed) return next(failed);
      response.redirect(303, hrefOf(app.config.basePath, '/admin/common/login', { out: 1 }));
    });
  });
  return router;
}

async function logIn(app: Admin, request: Request, response: Response): Promise<void> {
  const text = textsIn(languageOf(request).code)['common/login'];
  const body = (request.body ?? {}) as Input;
  const username = textIn(body, 'username');
  const password = typeof body['password'] === 'string' ? body['password'] : '';
  const throttled = (minutes: number): void =>
    show(app, request, response, { username, error: fill(text.error_throttled, { minutes }), status: 429 });
  const name = (await app.users.storedName(app.db, username)) ?? username;
  const counts = countsOf({ username: name, ip: request.ip ?? '', browser: knownBrowser(app, request, name) });
  const begun = await beginTry(app.db, app.clock, counts);
  if (!begun.allowed) return throttled(begun.minutes);
  const user = await app.users.authenticate(app.db, username, password);
  if (!user) return show(app, request, response, { username, error: text.error_credentials, status: 401 });
  await forgiveTry(app.db, counts, begun.ids);
  const factor = (await app.users.secondFactor?.(app.db, user.userId)) ?? null;
  if (factor === null) return letIn(app, request, response, user);
  const minutes = await minutesToWait(app.db, app.clock, codeCountsOf(user.username));
  if (minutes > 0) return throttled(minutes);
  const awaited = await mailCode(app, user, factor.email);
  if (typeof awaited === 'string') return show(app, request, response, { username, error: awaited, status: 403 });
  await renewSession(request, { awaitingCode: awaited });
  response.redirect(303, hrefOf(app.config.basePath, '/admin/common/login/code'));
}

interface LoginShown {
  readonly username: string;
  readonly error: string | null;
  readonly status: number;
}

function show(app: Admin, request: Request, response: Response, { status, ...typed }: LoginShown): void {
  const text = textsIn(languageOf(request).code)['common/login'];
  const html = render('admin/view', 'common/login', {
    ...typed,
    language: languageOf(request).locale,
    text,
    band: app.config.demo ? textsIn(languageOf(request).code)['common/layout'].band_demo : null,
    notice: request.query['out'] === '1' ? text.logged_out : null,
    action: hrefOf(app.config.basePath, '/admin/common/login'),
    csrf: request.formToken,
    head: documentHead(app, ['admin.js']),
  });
  response.status(status).send(html);
}
