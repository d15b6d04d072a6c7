import type { Control, ControlParts } from '../control';
import type { Faults } from '../faults';
import type { RequestLog } from '../request_log';
import { ACTIONS, act } from './actions';
import type { Action } from './actions';
import type { Notification } from './link';
import type { Notifier } from './notify';
import { LinkRefusal } from './refusal';
import { USUAL } from './world';
import type { Behaviours, World } from './world';

/**
 * Operations for faults and counts: create, read, delete, status, cancel, expire, approve, deny, refund. Orders are
 * named by the link's order id; `act` answers the transaction id.
 */
export type MidtransControl = Control<Action, Behaviours, Notification>;

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
      const link = world.store.find(environment, orderId);
      if (!link) throw new LinkRefusal(404, [`there is no link with order id ${orderId}`]);
      return act(world, notifier, action, { link, method })?.transactionId ?? null;
    },
    tick: () => world.agenda.tick(),
    idle: () => notifier.idle(),
  };
}
