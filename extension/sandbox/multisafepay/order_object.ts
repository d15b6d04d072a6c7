import { DateTime } from 'luxon';
import { toDecimalText } from '../../../system/money';
import { isObject, objectIn } from '../json';
import type { JsonObject } from '../json';
import type { Attempt, Order, Related } from './order';
import { orderStatus, refundedAmount, sessionOf } from './state';

export interface View {
  readonly now: number;
  /** See `Behaviours.idsAsNumbers`. */
  readonly idsAsNumbers: boolean;
}

/** The order as GET answers it and as notifications carry it, seen from one attempt. Times are local, without a zone. */
export function orderObject(order: Order, attempt: Attempt | null, view: View): JsonObject {
  const { request } = sessionOf(order, attempt);
  const body = request.body;
  const early = attempt === null || (attempt.status === 'initialized' && !attempt.transferring);
  return {
    ...(attempt ? { transaction_id: idOf(attempt.id, view) } : {}),
    order_id: idOf(order.orderId, view),
    created: localTime(attempt?.createdAt ?? order.createdAt),
    modified: localTime(attempt?.modifiedAt ?? order.createdAt),
    ...(attempt?.completedAt ? { completed: localTime(attempt.completedAt) } : {}),
    currency: request.currency,
    amount: request.amount,
    description: request.description,
    items: body['items'] ?? null,
    status: orderStatus(order, attempt, view.now),
    financial_status: attempt?.financialStatus ?? 'initialized',
    amount_refunded: attempt ? refundedAmount(order, attempt) : 0,
    reason: attempt?.reason ?? '',
    reason_code: attempt?.reasonCode ?? '',
    fastcheckout: 'NO',
    customer: customerOf(body),
    payment_details: early ? {} : paymentDetails(attempt),
    payment_methods: early ? [] : [methodRow(attempt, request.currency, request.description)],
    costs: [],
    related_transactions: relatedRows(order, attempt, request.currency, view),
    ...cartMembers(body, request.amount, request.currency),
    custom_info: objectIn(body, 'custom_info'),
    var1: body['var1'] ?? null,
    var2: body['var2'] ?? null,
    var3: body['var3'] ?? null,
    ...order.details,
  };
}

/** What a pre-transaction notification carries: there is no payment to speak of, and merchant variables are missing. */
export function sessionObject(order: Order, view: View): JsonObject {
  const { amount, currency, description } = sessionOf(order, null).request;
  return {
    order_id: idOf(order.orderId, view),
    created: localTime(order.createdAt),
    amount,
    currency,
    description,
    status: orderStatus(order, null, view.now),
    financial_status: null,
    payment_details: {},
    payment_methods: null,
  };
}

/** Digits may come back as a number; ids beyond 2^53 would lose digits and stay text. */
export function idOf(id: string, view: Pick<View, 'idsAsNumbers'>): string | number {
  return view.idsAsNumbers && /^[1-9]\d*$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

/** The provider writes Dutch local time. */
function localTime(at: number): string {
  return DateTime.fromMillis(at, { zone: 'Europe/Amsterdam' }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
}

function customerOf(body: JsonObject): JsonObject {
  const { firstname, lastname, phone, ...rest } = objectIn(body, 'customer');
  return {
    ...rest,
    first_name: rest['first_name'] ?? firstname ?? null,
    last_name: rest['last_name'] ?? lastname ?? null,
    phone1: phone ?? null,
    phone2: '',
  };
}

function paymentDetails(attempt: Attempt): JsonObject {
  return {
    type: attempt.method,
    account_id: null,
    account_holder_name: attempt.method === 'BANKTRANS' ? 'J. Jansen' : null,
    external_transaction_id: attempt.id.slice(-10),
    recurring_id: null,
  };
}

function methodRow(attempt: Attempt, currency: string, description: string): JsonObject {
  return {
    type: attempt.method,
    amount: attempt.amount,
    currency,
    status: attempt.status,
    description,
    payment_description: attempt.method,
    external_transaction_id: attempt.id.slice(-10),
  };
}

function relatedRows(order: Order, attempt: Attempt | null, currency: string, view: View): JsonObject[] | null {
  const rows = order.related.filter((related) => related.attemptId === attempt?.id);
  return rows.length === 0 ? null : rows.map((related) => relatedRow(related, currency, view));
}

function relatedRow(related: Related, currency: string, view: View): JsonObject {
  return {
    transaction_id: idOf(related.id, view),
    reference_transaction_id: idOf(related.attemptId, view),
    refund_order_id: related.refundOrderId,
    type: related.type,
    amount: related.amount,
    currency,
    status: related.status,
    description: related.description,
    created: localTime(related.createdAt),
    modified: localTime(related.modifiedAt),
    costs: [],
  };
}

/** Tax tables come back outside `tax_tables`, unlike in the request. */
function cartMembers(body: JsonObject, amount: number, currency: string): JsonObject {
  if (!isObject(body['shopping_cart'])) return {};
  const tables = objectIn(objectIn(body, 'checkout_options'), 'tax_tables');
  return {
    order_total: toDecimalText({ minor: amount, currency }),
    shopping_cart: body['shopping_cart'],
    checkout_options: { default: tables['default'] ?? [], alternate: tables['alternate'] ?? [] },
  };
}
