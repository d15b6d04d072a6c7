import express from 'express';
import type { ErrorRequestHandler, Router } from 'express';
import { createLink, deleteLink } from './links';
import { operationHandler } from './operation';
import type { ApiParts } from './operation';
import { readLink } from './read_link';
import { approve, cancel, deny, expire, onTransaction, refund, status } from './transactions';
import type { TransactionCall } from './transactions';

/** The link calls below `/v1/payment-links`. Bodies end at 16 kB. */
export function linkRoutes(parts: ApiParts): Router {
  const { world } = parts;
  const router = express.Router();
  router.use(express.json({ limit: '16kb', type: () => true }), unreadableBody);
  router.post(
    '/',
    operationHandler(parts, 'create', 'link', (call) => createLink(world, call)),
  );
  router.get(
    '/:id',
    operationHandler(parts, 'read', 'link', ({ environment, id, base }) => readLink(world, environment, id, base)),
  );
  router.delete(
    '/:id',
    operationHandler(parts, 'delete', 'link', ({ environment, id }) => deleteLink(world, environment, id)),
  );
  return router;
}

/** The transaction calls below `/v2`. */
export function coreRoutes(parts: ApiParts): Router {
  const router = express.Router();
  const on = (operation: string, call: TransactionCall) =>
    operationHandler(parts, operation, 'core', ({ environment, id, body }) =>
      onTransaction(parts.world, environment, id, body, call),
    );
  router.use(express.json({ limit: '16kb', type: () => true }), unreadableBody);
  router.get('/:id/status', on('status', status));
  router.post('/:id/cancel', on('cancel', cancel));
  router.post('/:id/expire', on('expire', expire));
  router.post('/:id/approve', on('approve', approve));
  router.post('/:id/deny', on('deny', deny));
  router.post('/:id/refund', on('refund', refund));
  router.post('/:id/refund/online/direct', on('refund', refund));
  return router;
}

const unreadableBody: ErrorRequestHandler = (_error, request, response, _next) => {
  const text = 'Invalid JSON data provided.';
  const core = request.baseUrl.endsWith('/v2');
  response.status(400).json(core ? { status_code: '413', status_message: text } : { error_messages: [text] });
};
