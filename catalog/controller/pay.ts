import { Router, type Request, type Response } from 'express';
import { openForCustomer, requestNewLink } from '../../extension/payment_link/customer_actions';
import { findNewestByToken } from '../../extension/payment_link/links';
import { notFound } from '../../system/errors';
import { failures } from '../../system/http/failure';
import { securityHeaders } from '../../system/http/security';
import { render } from '../../system/view/render';
import type { Catalog } from '../catalog';
import { payView, type PayMoment } from '../view/pay';

/** Tokens are 128 random bits: anything else is no address of ours, and costs no look into the database. */
const TOKEN = '/pay/:token';

/** The page a customer pays from. Looking at it consumes nothing; only the button's POST leads to the provider. */
export function payRoutes(app: Catalog): Router {
  const router = Router();
  router.use('/pay', headersOf(app));
  router.get(TOKEN, (request, response) => show(app, request, response, 'open'));
  router.get(`${TOKEN}/return`, (request, response) => show(app, request, response, 'returned'));
  router.get(`${TOKEN}/cancel`, (request, response) => show(app, request, response, 'cancelled'));
  router.post(TOKEN, (request, response) => pay(app, request, response));
  router.post(`${TOKEN}/new`, async (request, response) => {
    const answer = await requestNewLink(app.links, tokenOf(request));
    app.links.wake();
    response.redirect(303, `${app.config.basePath}/pay/${tokenOf(request)}?asked=${answer}`);
  });
  router.use(
    '/pay',
    failures(app.log, (failure, _request, response) => response.type('text').send(failure.message)),
  );
  return router;
}

function headersOf(app: Catalog): Router {
  const router = Router();
  const https = app.config.publicUrl.startsWith('https:');
  router.use(securityHeaders({ https, formTargets: app.config.demo ? ['http:', 'https:'] : ['https:'] }));
  router.use((_request, response, next) => {
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    next();
  });
  return router;
}

function tokenOf(request: Request): string {
  const token = request.params['token'];
  return typeof token === 'string' && /^[\w-]{16,64}$/.test(token) ? token : '';
}

async function show(app: Catalog, request: Request, response: Response, moment: PayMoment): Promise<void> {
  const token = tokenOf(request);
  const link = token === '' ? null : await findNewestByToken(app.db, token);
  if (link === null) throw notFound();
  const language = typeof request.query['language'] === 'string' ? request.query['language'] : null;
  const asked = typeof request.query['asked'] === 'string' ? request.query['asked'] : null;
  response.send(render('catalog/view', 'pay', await payView(app, link, { moment, language, asked })));
}

async function pay(app: Catalog, request: Request, response: Response): Promise<void> {
  const token = tokenOf(request);
  const answer = await openForCustomer(app.links, token);
  app.links.wake();
  if (answer.kind === 'go') response.redirect(303, answer.url);
  else response.redirect(303, `${app.config.basePath}/pay/${token}`);
}
