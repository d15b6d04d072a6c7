import type { Control, ControlParts } from '../control';
import type { Faults } from '../faults';
import type { RequestLog } from '../request_log';
import { ACTIONS, act } from './actions';
import type { Action } from './actions';
import { leavesTheChoice } from './methods';
import type { Notifier } from './notify';
import type { Notification } from './order';
import { refusal } from './refusal';
import { USUAL } from './world';
import type { Behaviours, World } from './world';

/** Operations for faults and counts: create, read, update, refund, update_refund, gateways, methods, me, transactions. */
export type MultisafepayControl = Control<Action, Behaviours, Notification>;

export function controlParts(
  world: World,
  notifier: Notifier,
  faults: Faults,
  log: RequestLog,
): ControlParts<Action, Behaviours, Notification> {
  return {
    faults,
    log,
    actions: ACTIONS,
    usual: USUAL,
    behaviours: () => world.behaviours,
    setBehaviours: (behaviours) => void (world.behaviours = behaviours),
    notifications: () => world.store.notifications.values(),
    act(orderId, action, { environment = 'test', method }) {
      const order = world.store.find(environment, orderId);
      if (!order) throw refusal(1006, orderId);
      const chosen = method === undefined || leavesTheChoice(method) ? undefined : method;
      return act(world, notifier, action, { order, method: chosen })?.id ?? null;
    },
    tick: () => world.agenda.tick(),
    idle: () => notifier.idle(),
  };
}
