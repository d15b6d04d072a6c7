import { isObject } from '../json';
import type { JsonObject } from '../json';
import type { Attempt, Environment, Order } from './order';
import { orderObject } from './order_object';
import { Refusal } from './refusal';
import type { World } from './world';

const MEMBERS = [
  'transaction_id',
  'order_id',
  'amount',
  'currency',
  'created',
  'completed',
  'status',
  'financial_status',
  'customer',
  'var1',
  'var2',
  'var3',
];

/** GET /transactions: newest first, filtered by statuses, without cursors beyond a limit. */
export function listTransactions(
  world: World,
  environment: Environment,
  query: Readonly<Record<string, unknown>>,
): JsonObject {
  const limit = Math.min(1000, Math.max(1, Number(query['limit'] ?? 100) || 100));
  const rows = world.store
    .all(environment)
    .flatMap((order) => order.attempts.map((attempt) => row(world, order, attempt)))
    .filter((one) => ['status', 'financial_status', 'currency'].every((key) => fitsQuery(one[key], query[key])))
    .reverse();
  return { data: rows.slice(0, limit), pager: { after: null, before: null, cursor: null, limit } };
}

export function readTransaction(world: World, environment: Environment, id: string): JsonObject {
  const order = world.store.findByAttempt(environment, id);
  const attempt = order?.attempts.find((one) => one.id === id);
  if (!order || !attempt) throw new Refusal(1006, 'Not found', 404, true);
  return row(world, order, attempt);
}

function fitsQuery(value: unknown, wanted: unknown): boolean {
  return wanted === undefined || wanted === '' || value === wanted;
}

/** Costs are in minor units here, unlike in the order object; the stand-in charges nothing. */
function row(world: World, order: Order, attempt: Attempt): JsonObject {
  const whole = orderObject(order, attempt, { now: world.clock.now(), idsAsNumbers: world.behaviours.idsAsNumbers });
  const picked = Object.fromEntries(MEMBERS.map((name) => [name, whole[name] ?? null]));
  const method = isObject(whole['payment_details']) ? whole['payment_details']['type'] : null;
  return {
    ...picked,
    net: attempt.amount,
    costs: [],
    payment_method: method ?? attempt.method,
    type: 'payment',
    debit_credit: 'C',
    site_id: environmentSite(order.environment),
  };
}

function environmentSite(environment: Environment): number {
  return environment === 'test' ? 1001 : 2001;
}
