import { SECOND_MS } from '../../../system/clock';
import type { JsonObject } from '../json';
import { beginAttempt } from './attempts';
import type { Attempt, Environment, Order, Session } from './order';
import type { OrderRequest } from './order_request';
import { orderObject } from './order_object';
import { refusal } from './refusal';
import { decisiveAttempt, isPaid, newestSession } from './state';
import { newSessionId } from './store';
import { validateOrder } from './validate_order';
import type { World } from './world';

/** POST /orders. `pageBase` is the address below which the pay pages lie. */
export function createOrder(world: World, environment: Environment, body: JsonObject, pageBase: string): JsonObject {
  const request = validateOrder(body, world.trustedHosts);
  const order = orderFor(world, environment, request);
  const session = newSession(world, request);
  world.store.addSession(order, session);
  world.agenda.add('expire_link', session.expiresAt, { session: session.id });
  const paymentUrl = `${pageBase}/connect/${session.id}/?lang=${request.locale}`;
  if (request.type === 'direct') return directAnswer(world, order, session, `${pageBase}/connect/${session.id}`);
  return { order_id: shownId(world, order), payment_url: paymentUrl, session_id: session.id };
}

/** A known id is taken up again unless it was paid: the provider then makes a second link for the same order. */
function orderFor(world: World, environment: Environment, request: OrderRequest): Order {
  const known = world.store.find(environment, request.orderId);
  if (!known) {
    const order = emptyOrder(environment, request.orderId, world.clock.now());
    world.store.add(order);
    return order;
  }
  if (known.attempts.some(isPaid)) throw refusal(1006, 'used by a completed transaction');
  const before = newestSession(known).request;
  const same = before.amount === request.amount && before.currency === request.currency;
  if (!same && world.behaviours.otherAmountIsRefused) throw refusal(1006, 'used with another amount');
  known.cancelledAt = null;
  return known;
}

function emptyOrder(environment: Environment, orderId: string, now: number): Order {
  return {
    environment,
    orderId,
    createdAt: now,
    sessions: [],
    attempts: [],
    related: [],
    details: {},
    cancelledAt: null,
  };
}

function newSession(world: World, request: OrderRequest): Session {
  const createdAt = world.clock.now();
  const expiresAt = createdAt + request.lifetimeSeconds * SECOND_MS;
  return { id: newSessionId(), request, createdAt, expiresAt, opens: 0, cancelled: false, expired: false };
}

/** A direct order has its transaction at once; the buyer goes straight to the page of the bank. */
function directAnswer(world: World, order: Order, session: Session, page: string): JsonObject {
  const attempt = beginAttempt(world, order, session, session.request.gateway ?? '');
  return { ...read(world, order, attempt), payment_url: `${page}/attempt/${attempt.id}/`, session_id: session.id };
}

/** GET /orders/{id}, by the merchant's id or the provider's own. */
export function readOrder(world: World, environment: Environment, id: string): JsonObject {
  const { order, attempt } = findOrder(world, environment, id);
  const unopened = order.attempts.length === 0 && order.sessions.every((session) => session.opens === 0);
  if (unopened && world.behaviours.unopenedIsUnknown) throw refusal(1006);
  return read(world, order, attempt);
}

function read(world: World, order: Order, attempt: Attempt | null): JsonObject {
  return orderObject(order, attempt, { now: world.clock.now(), idsAsNumbers: world.behaviours.idsAsNumbers });
}

function shownId(world: World, order: Order): unknown {
  return read(world, order, null)['order_id'];
}

/** @throws Refusal 1006, with the given HTTP status, when neither is known. */
export function findOrder(
  world: World,
  environment: Environment,
  id: string,
): { order: Order; attempt: Attempt | null } {
  const order = world.store.find(environment, id);
  if (order) return { order, attempt: decisiveAttempt(order) };
  const byAttempt = world.store.findByAttempt(environment, id);
  if (!byAttempt) throw refusal(1006);
  return { order: byAttempt, attempt: byAttempt.attempts.find((attempt) => attempt.id === id) ?? null };
}
