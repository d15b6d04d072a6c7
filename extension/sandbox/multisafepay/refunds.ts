import { DateTime } from 'luxon';
import { MINUTE_MS } from '../../../system/clock';
import { objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import { settleRefunds } from './attempts';
import { cartTotal, readLines, readTaxTables } from './cart';
import type { TaxTables } from './cart';
import { findMethod } from './methods';
import type { Attempt, Environment, Order, Related } from './order';
import { idOf } from './order_object';
import { findOrder } from './orders';
import { refusal } from './refusal';
import { isPaid, refundable, sessionOf } from './state';
import type { World } from './world';

/** A second refund of the same amount within this time is taken for the first one sent twice. */
const SAME_AMOUNT_MS = 5 * MINUTE_MS;

/** POST /orders/{id}/refunds. The money goes back later, see `Timers.refundMs`. */
export function createRefund(world: World, environment: Environment, id: string, body: JsonObject): JsonObject {
  const { order, attempt } = findOrder(world, environment, id);
  if (!attempt || !isPaid(attempt)) throw refusal(1034, 'the order is not paid');
  if (findMethod(attempt.method)?.refunds === false) throw refusal(1034, `${attempt.method} takes no refunds`);
  if ([...textIn(body, 'description')].length > 200) throw refusal(1008, 'at most 200 characters');
  const amount = refundAmount(order, attempt, body);
  const refund = acceptRefund(world, order, attempt, amount, body);
  return { transaction_id: idOf(attempt.id, world.behaviours), refund_id: idOf(refund.id, world.behaviours) };
}

/** Promises the money back; it goes when the refunds are executed. `amount` in minor units. */
export function acceptRefund(world: World, order: Order, attempt: Attempt, amount: number, body: JsonObject): Related {
  checkAmount(world, order, attempt, amount);
  const refund = newRefund(world, order, attempt, amount, body);
  order.related.push(refund);
  world.store.changed();
  const { environment, orderId } = order;
  world.agenda.add('refund', executionTime(world), { environment, orderId, refund: refund.id });
  return refund;
}

function refundAmount(order: Order, attempt: Attempt, body: JsonObject): number {
  const { currency } = sessionOf(order, attempt).request;
  if ('checkout_data' in body) return cartRefund(order, attempt, objectIn(body, 'checkout_data'));
  if (findMethod(attempt.method)?.cartRequired) throw refusal(1016, `${attempt.method} needs checkout_data`);
  if (textIn(body, 'currency') !== currency) throw refusal(1002);
  const given = body['amount'];
  if (given === undefined || given === null || given === '' || given === 0) return refundable(order, attempt);
  if (typeof given !== 'number' || !Number.isSafeInteger(given) || given < 0) throw refusal(1001);
  return given;
}

/** All lines of the order again, and what is given back as negative lines: the difference of the two totals. */
function cartRefund(order: Order, attempt: Attempt, data: JsonObject): number {
  const { body, currency, country } = sessionOf(order, attempt).request;
  const tables = readTaxTables(objectIn(objectIn(body, 'checkout_options'), 'tax_tables'), country);
  const before = linesIn(objectIn(body, 'shopping_cart'), tables, currency);
  const own = readTaxTables(objectIn(data, 'tax_table'), country);
  const after = linesIn(data, own.named.size > 0 ? own : tables, currency);
  const missing = before.find((line) => !after.some((other) => other.id === line.id && other.quantity.gt(0)));
  if (missing) throw refusal(1027, `the original item "${missing.id}" is missing`);
  return cartTotal(before, currency) - cartTotal(after, currency);
}

function linesIn(holder: JsonObject, tables: TaxTables, currency: string): ReturnType<typeof readLines> {
  return readLines(Array.isArray(holder['items']) ? holder['items'] : [], tables, currency);
}

function checkAmount(world: World, order: Order, attempt: Attempt, amount: number): void {
  const left = refundable(order, attempt);
  if (amount <= 0 || amount > left) throw refusal(1034, `${left} is left to refund`);
  const since = world.clock.now() - SAME_AMOUNT_MS;
  const twin = order.related.some(
    (other) => other.type === 'refund' && other.amount === amount && other.status !== 'void' && other.createdAt > since,
  );
  if (twin) throw refusal(1034, 'the same amount was refunded within the last 5 minutes');
}

function newRefund(world: World, order: Order, attempt: Attempt, amount: number, body: JsonObject): Related {
  const now = world.clock.now();
  return {
    id: world.store.nextId(),
    attemptId: attempt.id,
    type: 'refund',
    amount,
    description: textIn(body, 'description'),
    refundOrderId: textIn(body, 'refund_order_id') || order.orderId,
    createdAt: now,
    modifiedAt: now,
    status: 'reserved',
  };
}

function executionTime(world: World): number {
  const now = world.clock.now();
  if (world.timers.refundMs !== null) return now + world.timers.refundMs;
  return DateTime.fromMillis(now, { zone: 'Europe/Amsterdam' }).plus({ days: 1 }).startOf('day').toMillis();
}

/** The refund run. A refund that was cancelled in the meantime is left alone. */
export function executeRefund(world: World, order: Order, refundId: string): void {
  const refund = order.related.find((related) => related.id === refundId);
  const attempt = order.attempts.find((one) => one.id === refund?.attemptId);
  if (!refund || !attempt || refund.status !== 'reserved') return;
  refund.status = 'completed';
  refund.modifiedAt = world.clock.now();
  settleRefunds(world, order, attempt);
}

/** PATCH /orders/{id}/refunds/{refund}: cancels a refund that was not executed yet. */
export function updateRefund(
  world: World,
  environment: Environment,
  ids: { order: string; refund: string },
  body: JsonObject,
): JsonObject {
  const { order } = findOrder(world, environment, ids.order);
  const refund = order.related.find((related) => related.id === ids.refund && related.type === 'refund');
  if (!refund) throw refusal(1000, 'not found', 410);
  if (textIn(body, 'status') !== 'void') throw refusal(1016, 'status');
  if (refund.status !== 'reserved') throw refusal(1034, `the refund is ${refund.status}`);
  refund.status = 'void';
  refund.modifiedAt = world.clock.now();
  world.store.changed();
  return {};
}
