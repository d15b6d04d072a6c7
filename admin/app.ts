import express, { Router } from 'express';
import session from 'express-session';
import { textsIn, type AdminLanguage } from '../language';
import { refusalInLanguage } from '../language/sentences';
import { HOUR_MS } from '../system/clock';
import { notFound } from '../system/errors';
import { protectForms } from '../system/http/csrf';
import type { Failure } from '../system/http/failure';
import { failures } from '../system/http/failure';
import { SessionStore } from '../system/http/session_store';
import { fill } from '../system/language';
import { render } from '../system/view/render';
import type { Admin } from './admin';
import { adminCookie } from './admin_cookie';
import { documentHead } from './document_head';
import { languageOf } from './language_choice';
import { adminRoutes } from './routes';
import { hrefOf } from './visit';

/** A working day: an admin who was away over lunch is still logged in, one who went home is not. */
const SESSION_MS = 10 * HOUR_MS;
/** Kept alive by a page left open, or by whoever stole it, it still ends. */
const SESSION_LONGEST_MS = 24 * HOUR_MS;
/** An option with a thousand values in seven languages, or a product with as many, comes in one form. */
const FIELDS_MAX = 20_000;

/** The merchant's pages, to be mounted at `<base path>/admin`. */
export function adminApp(app: Admin): Router {
  const router = Router();
  const https = app.config.publicUrl.startsWith('https:');
  // PUBLIC_URL says how browsers come, whatever a proxy tells or forgets to tell: without this the session's cookie
  // would be withheld, and nobody could log in.
  router.use((request, _response, next) => {
    if (https) request.headers['x-forwarded-proto'] = 'https';
    next();
  });
  router.use(
    session({
      name: 'payment_links',
      secret: app.appKey,
      store: new SessionStore(app.db, app.clock, { lifetimeMs: SESSION_MS, longestMs: SESSION_LONGEST_MS }),
      resave: false,
      saveUninitialized: false,
      proxy: https,
      cookie: adminCookie(app),
    }),
  );
  router.use(express.urlencoded({ extended: true, limit: '1mb', parameterLimit: FIELDS_MAX }));
  router.use(protectForms({ key: app.appKey, cookie: adminCookie(app) }));
  router.use((_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  router.use(adminRoutes(app));
  router.use((_request, _response, next) => next(notFound()));
  router.use(
    failures(app.log, (failure, request, response) => {
      if (request.accepts(['html', 'json']) === 'json') {
        response.json({ error: failure.code, message: failure.message, remedy: failure.remedy });
      } else {
        response.send(errorPage(app, failure, languageOf(request)));
      }
    }),
  );
  return router;
}

function errorPage(app: Admin, failure: Failure, language: AdminLanguage): string {
  const text = textsIn(language.code)['common/error'];
  const titles: Readonly<Record<number, string>> = { 403: text.title_403, 404: text.title_404, 500: text.title_500 };
  const said = refusalInLanguage(language.code, failure);
  return render('admin/view', 'common/error', {
    language: language.locale,
    title: titles[failure.status] ?? text.title_other,
    // The title says already that something went wrong; what helps is what to do.
    message: failure.reference === null ? said.message : text.unexpected,
    remedy: said.remedy,
    reference: failure.reference === null ? null : fill(text.reference, { reference: failure.reference }),
    back: text.back,
    backHref: hrefOf(app.config.basePath, '/admin'),
    head: documentHead(app, ['admin.js']),
  });
}
