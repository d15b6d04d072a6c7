import express, { Router, type Request, type Response } from 'express';
import type { RawNotification } from '../../extension/payment_link/gateway';
import { acceptNotification, type NotifyAnswer } from '../../extension/payment_link/notify/notify';
import { acceptAccountNotification } from '../../extension/payment_link/notify/notify_account';
import { failures } from '../../system/http/failure';
import type { Catalog } from '../catalog';

/** Also of a body once it is unpacked. A real notification is below 10 kB. */
const BODY_MAX = '256kb';

/**
 * Where providers tell their news: verified, kept, put into the queue, answered. Nothing of it is believed here. The
 * address is one link's own, or without a token one for a whole account.
 * No input leads to a 5xx: only storage that is down does, so that the provider comes again.
 */
export function notifyRoutes(app: Catalog): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: BODY_MAX });
  router.use('/notify', (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });
  for (const address of ['/notify/:gateway/:token', '/notify/:gateway']) {
    router.get(address, raw, (request, response) => take(app, request, response));
    router.post(address, raw, (request, response) => take(app, request, response));
    router.all(address, (_request, response) => {
      response.set('allow', 'GET, POST');
      say(response, 405, 'GET or POST');
    });
  }
  // What Express refuses by itself: too large, a broken encoding, an address that cannot be decoded.
  router.use(
    '/notify',
    failures(app.log, (failure, _request, response) => say(response, failure.status, failure.message)),
  );
  return router;
}

async function take(app: Catalog, request: Request, response: Response): Promise<void> {
  const { gateway = '', token } = request.params as Record<string, string>;
  const [raw, ip] = [rawOf(app, request), request.ip ?? null];
  const accepted =
    token === undefined
      ? acceptAccountNotification(app.links, gateway, raw, ip)
      : acceptNotification(app.links, gateway, token, raw, ip);
  const answer = await accepted.catch((failed: unknown) => {
    app.log.error({ err: failed, gateway }, 'a notification could not be kept');
    return null;
  });
  if (answer === null) say(response, 503, 'try again');
  else say(response, STATUS[answer.kind], answer.kind === 'accepted' ? answer.body : answer.kind);
}

const STATUS: Readonly<Record<NotifyAnswer['kind'], number>> = { accepted: 200, unknown: 404, rejected: 403 };

function say(response: Response, status: number, words: string): void {
  response.status(status).type('text').send(words);
}

function rawOf(app: Catalog, request: Request): RawNotification {
  return {
    // A HEAD is answered like a GET; it asks for a read as little as a GET does.
    method: request.method === 'POST' ? 'POST' : 'GET',
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    headers: single(request.headers),
    query: single(request.query as Record<string, unknown>),
    receivedAt: app.clock.now(),
  };
}

/** Repeated names keep their first value; what is no text is absent. */
function single(values: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const [one] = Array.isArray(value) ? (value as unknown[]) : [value];
      return [name, typeof one === 'string' ? one : undefined];
    }),
  );
}
