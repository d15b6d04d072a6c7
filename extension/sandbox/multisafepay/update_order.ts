import { DateTime } from 'luxon';
import { textIn } from '../json';
import type { JsonObject } from '../json';
import { later, move } from './attempts';
import type { Attempt, Environment, Order } from './order';
import { findOrder } from './orders';
import { Refusal, refusal } from './refusal';
import { isPaid } from './state';
import type { World } from './world';

const KEPT = ['invoice_id', 'invoice_url', 'po_number', 'tracktrace_code', 'tracktrace_url', 'carrier', 'ship_date'];
const KLARNA_EXTENSION_WEEKS = 6;

/** PATCH /orders/{id}: cancel, ship, or keep an invoice number. An unknown id is 410 with 1000 here, unlike in GET. */
export function updateOrder(world: World, environment: Environment, id: string, body: JsonObject): JsonObject {
  const { order, attempt } = known(world, environment, id);
  const status = textIn(body, 'status');
  if (body['extend_expiration'] === true) return extend(world, body);
  if (textIn(body, 'invoice_id').length > 50) throw refusal(1016, 'invoice_id: at most 50 characters');
  if (status === '' && textIn(body, 'invoice_id') === '') throw refusal(1016, 'status');
  if (status === 'cancelled') cancel(world, order, attempt, truthy(body['exclude_order']));
  else if (status === 'shipped') ship(world, order, attempt);
  else if (status !== '') throw refusal(1000, `the status cannot be set to "${status}"`);
  const kept = KEPT.filter((name) => textIn(body, name) !== '').map((name) => [name, body[name]]);
  order.details = { ...order.details, ...Object.fromEntries(kept) };
  world.store.changed();
  return {};
}

function known(world: World, environment: Environment, id: string): ReturnType<typeof findOrder> {
  try {
    return findOrder(world, environment, id);
  } catch (error) {
    if (error instanceof Refusal) throw refusal(1000, 'not found', 410);
    throw error;
  }
}

/** Older plugins send 1 for true. */
function truthy(value: unknown): boolean {
  return value === true || value === 1 || value === '1' || value === 'true';
}

/**
 * Closes every link of the order. With `exclude_order` a transfer that is already under way may still arrive; without
 * it the started attempts end as well.
 */
function cancel(world: World, order: Order, attempt: Attempt | null, linkOnly: boolean): void {
  const blocked = attempt && (isPaid(attempt) || attempt.status === 'uncleared');
  if (blocked) throw refusal(1006, `an order that is ${attempt.status} cannot be cancelled`);
  for (const session of order.sessions) session.cancelled = true;
  order.cancelledAt = world.clock.now();
  const started = order.attempts.filter((one) => one.status === 'initialized');
  if (!linkOnly) for (const one of started) move(world, order, one, 'cancelled');
  if (linkOnly || started.length === 0) world.tell(order, null);
}

function ship(world: World, order: Order, attempt: Attempt | null): void {
  if (!attempt || !['completed', 'shipped'].includes(attempt.status)) throw refusal(1006, 'the order is not paid');
  const owed = attempt.financialStatus === 'uncleared';
  move(world, order, attempt, 'shipped');
  if (!owed) return;
  attempt.financialStatus = 'uncleared';
  later(world, order, attempt, 'shipped', world.timers.unclearedMs);
}

/** Pay-later orders only; answers the new last day. */
function extend(world: World, body: JsonObject): JsonObject {
  if (textIn(body, 'reason') === '') throw refusal(1016, 'reason');
  const day = DateTime.fromMillis(world.clock.now(), { zone: 'Europe/Amsterdam' });
  return { new_expiration: day.plus({ weeks: KLARNA_EXTENSION_WEEKS }).toISODate() };
}
