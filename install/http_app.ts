import compression from 'compression';
import express, { type Express, type Router } from 'express';

import { mailboxRouter } from '../catalog/controller/mailbox';
import type { Config } from '../system/config';
import { notFound } from '../system/errors';
import { belowBase } from '../system/http/base_path';
import { loopbackOnly } from '../system/http/client_address';
import { requestLog } from '../system/http/request_log';
import { securityHeaders } from '../system/http/security';
import { healthRoute } from './health';
import { metricsRoute } from './metrics';
import type { ProgramParts } from './program_parts';

/** Every address of the program, below the base path. Pages set headers of their own where theirs are stricter. */
export function programApp(parts: ProgramParts): Express {
  const { config } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('etag', false);
  app.use(requestLog(parts.log));
  if (config.basePath) app.use(belowBase(config.basePath));
  const below = express.Router();
  below.use('/assets', compression({ filter: isText }));
  below.use(parts.assets.router);
  // Of what is no page of ours: a file, a provider's answer.
  below.get('/favicon.ico', (_request, response) => response.redirect(302, parts.assets.href('mark.svg')));
  below.get('/health', healthRoute(parts));
  below.get('/metrics', metricsRoute(parts));
  if (config.demo) {
    if (!config.demoPublic) below.use(['/mailbox', '/sandbox'], loopbackOnly);
    below.use(demoRoutes(parts));
  }
  below.use(parts.catalog);
  below.use(
    '/admin',
    parts.inHand.count,
    compression({ filter: isPage, level: PAGE_LEVEL }),
    securityHeaders({ https: isHttps(config) }),
    parts.admin,
  );
  below.get('/', (_request, response) => response.redirect(302, `${config.basePath}/admin`));
  app.use(config.basePath || '/', below);
  app.use((_request, _response, next) => next(notFound()));
  app.use(parts.errors);
  return app;
}

/** Half the time of zlib's own choice for 5 % more bytes: a page is packed while somebody waits for it. */
const PAGE_LEVEL = 4;

/** Event streams must not wait in a compressor's buffer. */
const isPage: NonNullable<Parameters<typeof compression>[0]>['filter'] = (_request, response) =>
  /^text\/html/.test(String(response.getHeader('content-type') ?? ''));

/** Fonts and pictures are small already. */
const isText: typeof isPage = (_request, response) =>
  /^(text|application\/javascript|image\/svg)/.test(String(response.getHeader('content-type') ?? ''));

function isHttps(config: Config): boolean {
  return config.publicUrl.startsWith('https:');
}

function demoRoutes(parts: ProgramParts): Router {
  const router = express.Router();
  const { basePath, demoPublic } = parts.config;
  if (parts.mailing.mailbox) {
    router.use('/mailbox', mailboxRouter({ store: parts.mailing.mailbox, basePath, publicAccess: demoPublic }));
  }

  if (parts.sandbox) router.use(parts.sandbox);
  return router;
}
