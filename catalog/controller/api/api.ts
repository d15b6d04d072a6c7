import { createHash } from 'node:crypto';
import express, { Router, type Request, type RequestHandler } from 'express';
import { findToken, noteUse, type ApiToken } from '../../../extension/payment_link/api_tokens';
import type { OnceKey } from '../../../extension/payment_link/make/once_keys';
import { notFound } from '../../../system/errors';
import type { Catalog } from '../../catalog';
import { Allowance } from './allowance';
import type { Endpoint } from './endpoint';
import { ACT_ENDPOINTS } from './link_acts';
import { LINK_ENDPOINTS } from './links';
import { openapi } from './openapi';
import { invalid, keyMissing, problems, tokenMissing, tokenReadsOnly } from './problems';
import { REFUND_ENDPOINTS } from './refunds';

const ENDPOINTS: readonly Endpoint[] = [...LINK_ENDPOINTS, ...ACT_ENDPOINTS, ...REFUND_ENDPOINTS];

/** Of the contract, which only grows within `/api/v1`. */
const API_VERSION = '1.0.0';
const BODY_MAX = '256kb';

/** The API for other programs, below `/api/v1`: bearer tokens, JSON, problems as RFC 9457. */
export function apiRoutes(app: Catalog): Router {
  const router = Router();
  const allowance = new Allowance();
  router.use('/api', (_request, response, next) => {
    response.set({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    next();
  });
  const document = JSON.stringify(openapi(ENDPOINTS, `${app.config.publicUrl}/api/v1`, API_VERSION));
  router.get('/api/v1/openapi.json', (_request, response) => response.type('application/json').send(document));
  router.use('/api', express.json({ limit: BODY_MAX }));
  for (const endpoint of ENDPOINTS) {
    router[endpoint.method](`/api/v1${endpoint.path.replace('{id}', ':id')}`, handle(app, allowance, endpoint));
  }
  router.use('/api', (_request, _response, next) => next(notFound()));
  router.use('/api', problems(app.log));
  return router;
}

/** Let in, count, read, run, answer. */
function handle(app: Catalog, allowance: Allowance, endpoint: Endpoint): RequestHandler {
  return async (request, response) => {
    const now = app.clock.now();
    const token = await tokenOf(app, request);
    allowance.take(token.tokenId, now, response);
    if (endpoint.method === 'post' && token.readOnly) throw tokenReadsOnly();
    await noteUse(app.db, token, now);
    const { body, location, replayed } = await endpoint.run({
      ...{ app, token, person: { name: `API ${token.name}`, ip: request.ip ?? null } },
      ...{ id: idIn(request), query: read(endpoint.query, request.query), body: read(endpoint.body, bodyOf(request)) },
      once: onceOf(endpoint, token, request),
    });
    if (location !== undefined) response.location(`${app.config.publicUrl}/api/v1${location}`);
    if (replayed === true) response.set('idempotent-replayed', 'true');
    response.status(endpoint.status).json(body);
  };
}

/** @throws AppError `token_missing` */
async function tokenOf(app: Catalog, request: Request): Promise<ApiToken> {
  const sent = /^Bearer +(pl_[\w-]{20,80})$/i.exec(request.get('authorization') ?? '')?.[1];
  const token = sent === undefined ? null : await findToken(app.db, sent);
  if (!token) throw tokenMissing();
  return token;
}

/** @throws AppError `not_found` for what can be no number of ours */
function idIn(request: Request): number {
  const { id } = request.params;
  if (id === undefined) return 0;
  if (typeof id !== 'string' || !/^[1-9]\d{0,8}$/.test(id)) throw notFound();
  return Number(id);
}

/** A POST without a body is one with nothing in it. */
function bodyOf(request: Request): unknown {
  return (request.body as unknown) ?? {};
}

function read(shape: Endpoint['query'] | Endpoint['body'], given: unknown): unknown {
  if (!shape) return null;
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw invalid(parsed.error);
  return parsed.data;
}

/** Keys of one token are nobody else's. @throws AppError `idempotency_key_missing` */
function onceOf({ idempotency, path }: Endpoint, token: ApiToken, request: Request): OnceKey | null {
  const sent = request.get('idempotency-key');
  if (idempotency === undefined || (idempotency === 'optional' && sent === undefined)) return null;
  if (sent === undefined || sent === '' || sent.length > 200) throw keyMissing();
  return {
    key: `api:${token.tokenId}:${hashOf(sent)}`,
    fingerprint: hashOf(JSON.stringify([path, request.params['id'] ?? null, bodyOf(request)])),
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
