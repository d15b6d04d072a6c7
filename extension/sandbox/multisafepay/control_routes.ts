import express from 'express';
import type { Router } from 'express';
import { reasonOf } from '../../../system/errors';
import type { Faults } from '../faults';
import type { RequestLog } from '../request_log';
import { obey } from './control';
import type { Control } from './control';
import type { World } from './world';

const RECORDS_SHOWN = 200;

/** The switches over HTTP, for tests that run in another process. */
export function controlRoutes(world: World, control: Control, faults: Faults, log: RequestLog): Router {
  const router = express.Router();
  router.get('/', (request, response) => {
    const orderId = typeof request.query['order_id'] === 'string' ? request.query['order_id'] : undefined;
    const requests = control.requests({ orderId });
    const perOrder = log.perOrder();
    response.json({
      counts: control.counts(),
      orders: orderId === undefined ? perOrder : { [orderId]: perOrder[orderId] ?? {} },
      requests: requests.slice(-RECORDS_SHOWN),
      notifications: control.notifications(orderId).slice(-RECORDS_SHOWN),
      faults: faults.list(),
      behaviours: world.behaviours,
    });
  });
  router.post('/', express.json(), async (request, response) => {
    try {
      response.json({ success: true, ...(await obey(control, request.body)) });
    } catch (error) {
      response.status(422).json({ success: false, message: reasonOf(error) });
    }
  });
  return router;
}
