import { z } from 'zod';
import { FAULT_KINDS } from '../faults';
import type { Fault, Faults } from '../faults';
import type { RequestFilter, RequestLog, RequestRecord } from '../request_log';
import { ACTIONS, act } from './actions';
import type { Action } from './actions';
import { leavesTheChoice } from './methods';
import type { Notifier } from './notify';
import type { Environment, Notification } from './order';
import { refusal } from './refusal';
import { USUAL } from './world';
import type { Behaviours, World } from './world';

/** The hidden side of the stand-in: what tests and people in the demo steer it with. */
export interface Control {
  fault(fault: Fault): void;
  behave(change: Partial<Behaviours>): void;
  /** Ends faults and odd behaviours. */
  clear(): void;
  /** Forgets the requests received so far. */
  forget(): void;
  requests(filter?: RequestFilter): RequestRecord[];
  /** Calls per operation: `create`, `read`, `update`, `refund`, `update_refund`, `gateways`, `methods` … */
  counts(): Record<string, number>;
  notifications(orderId?: string): Notification[];
  /**
   * Does what a buyer or the bank would do, without a browser. Answers the provider's id of the attempt, or null when
   * there was none. @throws Refusal as the API would.
   */
  act(orderId: string, action: Action, choice?: Choice): string | null;
  /** Does all that is due by the clock; needed only with a clock that tests move. */
  tick(): number;
  /** Resolves when every notification under way was answered. */
  idle(): Promise<void>;
}

export interface Choice {
  readonly environment?: Environment | undefined;
  readonly method?: string | undefined;
}

export function createControl(world: World, notifier: Notifier, faults: Faults, log: RequestLog): Control {
  return {
    fault: (fault) => faults.add(fault),
    behave: (change) => void (world.behaviours = { ...world.behaviours, ...change }),
    clear() {
      faults.clear();
      world.behaviours = USUAL;
    },
    forget: () => log.forget(),
    requests: (filter) => log.list(filter),
    counts: () => log.counts(),
    notifications: (orderId) =>
      [...world.store.notifications.values()].filter((one) => orderId === undefined || one.orderId === orderId),
    act(orderId, action, choice = {}) {
      const order = world.store.find(choice.environment ?? 'test', orderId);
      if (!order) throw refusal(1006, orderId);
      const method = choice.method !== undefined && leavesTheChoice(choice.method) ? undefined : choice.method;
      return act(world, notifier, action, { order, method })?.id ?? null;
    },
    tick: () => world.agenda.tick(),
    idle: () => notifier.idle(),
  };
}

/** What `POST …/control` accepts; every member is optional, and they are done in this order. */
const command = z.strictObject({
  clear: z.boolean().optional(),
  forget: z.boolean().optional(),
  faults: z
    .array(
      z.strictObject({
        operation: z.string(),
        kind: z.enum(FAULT_KINDS as [Fault['kind'], ...Fault['kind'][]]),
        times: z.int().positive().optional(),
        rate: z.number().min(0).max(1).optional(),
        latencyMs: z.int().nonnegative().optional(),
        retryAfterSeconds: z.int().nonnegative().optional(),
      }),
    )
    .optional(),
  behaviours: z
    .strictObject({
      unopenedIsUnknown: z.boolean(),
      otherAmountIsRefused: z.boolean(),
      idsAsNumbers: z.boolean(),
    })
    .partial()
    .optional(),
  act: z
    .strictObject({
      order_id: z.string(),
      action: z.enum(ACTIONS),
      method: z.string().optional(),
      environment: z.enum(['test', 'live']).optional(),
    })
    .optional(),
  /** Waits until the notifications under way were answered. */
  idle: z.boolean().optional(),
});

/** @throws ZodError when the command is not understood. */
export async function obey(control: Control, given: unknown): Promise<{ transaction_id: string | null }> {
  const wish = command.parse(given);
  if (wish.clear) control.clear();
  if (wish.forget) control.forget();
  wish.faults?.forEach((fault) => control.fault(fault));
  if (wish.behaviours) control.behave(definedOnly(wish.behaviours));
  const { order_id, action, ...choice } = wish.act ?? { order_id: '', action: null };
  const id = action === null ? null : control.act(order_id, action, choice);
  if (wish.idle) await control.idle();
  return { transaction_id: id };
}

function definedOnly(behaviours: Partial<Record<keyof Behaviours, boolean | undefined>>): Partial<Behaviours> {
  return Object.fromEntries(Object.entries(behaviours).filter(([, value]) => value !== undefined));
}
