import express, { Router, type Request } from 'express';
import type { RawNotification } from '../../extension/payment_link/gateway';
import { acceptNotification } from '../../extension/payment_link/notify';
import type { Catalog } from '../catalog';

/** A real notification is below 10 kB. */
const BODY_MAX = '256kb';

/**
 * Where providers tell their news: verified, kept, put into the queue, answered. Nothing of it is believed here.
 * No input leads to a 5xx but storage that is down, and that asks the provider to come again.
 */
export function notifyRoutes(app: Catalog): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: BODY_MAX, inflate: true });
  router.all('/notify/:gateway/:token', raw, async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'POST')
      return void response.status(405).type('text').send('GET or POST');
    const { gateway = '', token = '' } = request.params as Record<string, string>;
    const answer = await acceptNotification(app.links, gateway, token, rawOf(app, request), request.ip ?? null).catch(
      (failed: unknown) => {
        app.log.error({ err: failed, gateway }, 'a notification could not be kept');
        return null;
      },
    );
    if (answer === null) return void response.status(503).type('text').send('try again');
    if (answer.kind === 'unknown') return void response.status(404).type('text').send('no such address');
    if (answer.kind === 'rejected') return void response.status(403).type('text').send('not accepted');
    app.links.wake();
    response.status(200).type('text').send(answer.body);
  });
  return router;
}

function rawOf(app: Catalog, request: Request): RawNotification {
  return {
    method: request.method === 'POST' ? 'POST' : 'GET',
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    headers: single(request.headers),
    query: single(request.query as Record<string, unknown>),
    receivedAt: app.clock.now(),
  };
}

/** Repeated names keep their first value; what is no text is absent. */
function single(values: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const one = first(value);
      return [name, typeof one === 'string' ? one : undefined];
    }),
  );
}
