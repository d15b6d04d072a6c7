import { DateTime } from 'luxon';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';
import { isObject, objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import type { LinkRequest } from './link';
import { LinkRefusal } from './refusal';
import { checkDetails } from './validate_details';

const UNITS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };
const USAGE_MAX = 1_000_000;

/** Everything wrong is told in one answer. @throws LinkRefusal 400. */
export function validateLink(body: JsonObject): LinkRequest {
  const problems: string[] = [];
  const transaction = objectIn(body, 'transaction_details');
  if (!isObject(body['transaction_details'])) problems.push('transaction_details is required');
  const orderId = orderIdIn(transaction, problems);
  const paymentLinkId = linkIdIn(transaction, problems);
  const grossAmount = amountIn(body, transaction, problems);
  checkDetails(body, grossAmount, problems);
  const usageLimit = usageIn(body, problems);
  const { startsAt, lifetimeMs } = expiryIn(body, problems);
  const enabled = body['enabled_payments'];
  if (enabled !== undefined && !Array.isArray(enabled)) problems.push('enabled_payments must be an array');
  if (problems.length > 0) throw new LinkRefusal(400, problems);
  return {
    orderId,
    paymentLinkId,
    grossAmount,
    usageLimit,
    startsAt,
    lifetimeMs,
    title: textIn(body, 'title'),
    finishUrl: textIn(objectIn(body, 'callbacks'), 'finish'),
    enabledPayments: Array.isArray(enabled) ? enabled.map(String) : [],
    body,
  };
}

function orderIdIn(transaction: JsonObject, problems: string[]): string {
  const orderId = textIn(transaction, 'order_id');
  if (orderId === '') problems.push('transaction_details.order_id is required');
  if (orderId.length > 50) problems.push('transaction_details.order_id too long');
  if (!/^[\w~.-]*$/.test(orderId)) problems.push('transaction_details.order_id has characters that are not allowed');
  return orderId;
}

function linkIdIn(transaction: JsonObject, problems: string[]): string | null {
  const id = textIn(transaction, 'payment_link_id');
  if (id.length > 50) problems.push('transaction_details.payment_link_id too long');
  if (!/^[a-z0-9-]*$/.test(id)) {
    problems.push('payment_link_id must only contain alphanumeric characters [a-z, 0-9] and hyphens [-]');
  }
  return id === '' ? null : id;
}

function amountIn(body: JsonObject, transaction: JsonObject, problems: string[]): number | null {
  if (body['payment_link_type'] === 'DYNAMIC_AMOUNT') return null;
  const amount = transaction['gross_amount'];
  if (typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 1) return amount;
  const missing = amount === undefined || amount === null;
  problems.push(`transaction_details.gross_amount ${missing ? 'is required' : 'must be a whole number of rupiah'}`);
  return null;
}

/** The default is not documented; the provider's own form starts with 1. */
function usageIn(body: JsonObject, problems: string[]): number {
  const limit = body['usage_limit'] ?? 1;
  if (typeof limit === 'number' && Number.isSafeInteger(limit) && limit >= 1 && limit <= USAGE_MAX) return limit;
  problems.push(`usage_limit must be from 1 to ${USAGE_MAX}`);
  return 1;
}

function expiryIn(body: JsonObject, problems: string[]): { startsAt: number | null; lifetimeMs: number | null } {
  if (!isObject(body['expiry'])) return { startsAt: null, lifetimeMs: null };
  const { duration, unit } = body['expiry'];
  const unitMs = typeof unit === 'string' ? UNITS[unit.replace(/s$/, '')] : undefined;
  if (unitMs === undefined) problems.push('expiry.unit must be day, hour or minute');
  const whole = typeof duration === 'number' && Number.isSafeInteger(duration) && duration >= 1;
  if (!whole) problems.push('expiry.duration must be a positive integer');
  const start = textIn(body['expiry'], 'start_time');
  const startsAt = start === '' ? null : timeIn(start);
  if (Number.isNaN(startsAt)) problems.push('expiry.start_time must look like 2026-10-01 09:00:00 +0700');
  return { startsAt, lifetimeMs: whole && unitMs !== undefined ? duration * unitMs : null };
}

/** With or without seconds. NaN when it is no time. */
function timeIn(text: string): number {
  for (const format of ['yyyy-MM-dd HH:mm:ss ZZZ', 'yyyy-MM-dd HH:mm ZZZ']) {
    const time = DateTime.fromFormat(text, format);
    if (time.isValid) return time.toMillis();
  }
  return NaN;
}
