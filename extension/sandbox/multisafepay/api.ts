import express from 'express';
import type { ErrorRequestHandler, Router } from 'express';
import type { JsonObject } from '../json';
import { gateways, methodRow, paymentMethods } from './lookups';
import { findMethod } from './methods';
import { operationHandler } from './operation';
import type { ApiCall, ApiParts } from './operation';
import { createOrder, readOrder } from './orders';
import { refusal } from './refusal';
import { createRefund, updateRefund } from './refunds';
import { listTransactions, readTransaction } from './transactions';
import { updateOrder } from './update_order';

/** The JSON API: everything below `/v1/json`. */
export function apiRoutes(parts: ApiParts): Router {
  const { world } = parts;
  const router = express.Router();
  const on = (operation: string, handle: (call: ApiCall) => unknown) => operationHandler(parts, operation, handle);
  router.use(express.json({ limit: '1mb', type: () => true }), unreadableBody);
  router.post(
    '/orders',
    on('create', (call) => createOrder(world, call.environment, call.body, call.base)),
  );
  router.get(
    '/orders/:id',
    on('read', (call) => readOrder(world, call.environment, call.id)),
  );
  router.patch(
    '/orders/:id',
    on('update', (call) => updateOrder(world, call.environment, call.id, call.body)),
  );
  router.post(
    '/orders/:id/refunds',
    on('refund', (call) => createRefund(world, call.environment, call.id, call.body)),
  );
  router.patch(
    '/orders/:id/refunds/:refund',
    on('update_refund', (call) =>
      updateRefund(world, call.environment, { order: call.id, refund: call.refund }, call.body),
    ),
  );
  router.get(
    '/gateways',
    on('gateways', (call) => gateways(call.query)),
  );
  router.get('/gateways/:id', on('gateways', oneGateway));
  router.get(
    '/payment-methods',
    on('methods', (call) => paymentMethods(call.query, call.base)),
  );
  router.get(
    '/payment-methods/:id',
    on('methods', (call) => methodRow(methodNamed(call.id), call.base)),
  );
  router.get(
    '/me',
    on('me', (call) => ({ account_id: 10000001, role: 'website', site_id: call.environment === 'test' ? 1001 : 2001 })),
  );
  router.get(
    '/transactions',
    on('transactions', (call) => listTransactions(world, call.environment, call.query)),
  );
  router.get(
    '/transactions/:id',
    on('transactions', (call) => readTransaction(world, call.environment, call.id)),
  );
  router.use(on('unknown', () => unknownAddress()));
  return router;
}

function oneGateway(call: ApiCall): JsonObject {
  const { id, name } = methodNamed(call.id);
  return { id, description: name };
}

function methodNamed(id: string): NonNullable<ReturnType<typeof findMethod>> {
  const method = findMethod(id);
  if (!method) throw refusal(1023, id);
  return method;
}

function unknownAddress(): never {
  throw refusal(1000, 'there is no such address', 404);
}

const unreadableBody: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(404).json({ success: false, data: {}, error_code: 1000, error_info: 'The body is no JSON' });
};
