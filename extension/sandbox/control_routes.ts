import express from 'express';
import type { Router } from 'express';
import { z } from 'zod';
import { reasonOf } from '../../system/errors';
import type { Control, ControlParts } from './control';
import { FAULT_KINDS } from './faults';
import type { Fault } from './faults';

const faultForm = z.strictObject({
  operation: z.string(),
  kind: z.enum(FAULT_KINDS as [Fault['kind'], ...Fault['kind'][]]),
  times: z.int().positive().optional(),
  rate: z.number().min(0).max(1).optional(),
  latencyMs: z.int().nonnegative().optional(),
  retryAfterSeconds: z.int().nonnegative().optional(),
});

/** What `POST …/control` accepts; every member is optional, and they are done in this order. */
const commandForm = z.strictObject({
  clear: z.boolean().optional(),
  forget: z.boolean().optional(),
  faults: z.array(faultForm).optional(),
  behaviours: z.record(z.string(), z.boolean()).optional(),
  act: z
    .strictObject({
      order_id: z.string(),
      action: z.string(),
      method: z.string().optional(),
      environment: z.enum(['test', 'live']).optional(),
    })
    .optional(),
  /** Waits until the notifications under way were answered. */
  idle: z.boolean().optional(),
});

/** @throws ZodError, or an Error that names the unknown word. */
async function obey<Action extends string, Behaviours extends object, Told extends { orderId: string }>(
  control: Control<Action, Behaviours, Told>,
  parts: ControlParts<Action, Behaviours, Told>,
  given: unknown,
): Promise<string | null> {
  const wish = commandForm.parse(given);
  if (wish.clear) control.clear();
  if (wish.forget) control.forget();
  wish.faults?.forEach((fault) => control.fault(fault));
  const unknown = Object.keys(wish.behaviours ?? {}).find((name) => !(name in parts.usual));
  if (unknown !== undefined) throw new Error(`there is no behaviour "${unknown}"`);
  if (wish.behaviours) control.behave(wish.behaviours as Partial<Behaviours>);
  const id = wish.act ? control.act(wish.act.order_id, actionNamed(parts.actions, wish.act.action), wish.act) : null;
  if (wish.idle) await control.idle();
  return id;
}

function actionNamed<Action extends string>(actions: readonly Action[], name: string): Action {
  const action = actions.find((known) => known === name);
  if (!action) throw new Error(`there is no action "${name}", but ${actions.join(', ')}`);
  return action;
}

const RECORDS_SHOWN = 200;

/** The switches over HTTP, for tests that run in another process. */
export function controlRoutes<Action extends string, Behaviours extends object, Told extends { orderId: string }>(
  control: Control<Action, Behaviours, Told>,
  parts: ControlParts<Action, Behaviours, Told>,
): Router {
  const router = express.Router();
  router.get('/', (request, response) => {
    const orderId = typeof request.query['order_id'] === 'string' ? request.query['order_id'] : undefined;
    const perOrder = parts.log.perOrder();
    response.json({
      counts: control.counts(),
      orders: orderId === undefined ? perOrder : { [orderId]: perOrder[orderId] ?? {} },
      requests: control.requests({ orderId }).slice(-RECORDS_SHOWN),
      notifications: control.notifications(orderId).slice(-RECORDS_SHOWN),
      faults: parts.faults.list(),
      behaviours: parts.behaviours(),
    });
  });
  router.post('/', express.json(), async (request, response) => {
    try {
      response.json({ success: true, transaction_id: await obey(control, parts, request.body) });
    } catch (error) {
      response.status(422).json({ success: false, message: reasonOf(error) });
    }
  });
  return router;
}
