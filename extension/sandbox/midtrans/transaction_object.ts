import { DateTime } from 'luxon';
import type { JsonObject } from '../json';
import type { Link, Purchase, Refund } from './link';
import { merchantOf } from './links';
import { findMethod } from './methods';
import { signatureKey } from './sign';
import type { World } from './world';

/** `status_code` of the status call; notifications of failed payments say 202 instead. */
const STATUS_CODES: Readonly<Record<string, string>> = { pending: '201', deny: '202', expire: '407' };
const FAILED = new Set(['deny', 'cancel', 'expire']);

export function statusCode(purchase: Purchase, notification: boolean): string {
  if (notification && FAILED.has(purchase.status)) return '202';
  return STATUS_CODES[purchase.status] ?? '200';
}

/** A transaction as the status call answers it and as notifications carry it. Times are GMT+7 without a zone. */
export function transactionObject(
  world: World,
  link: Link,
  purchase: Purchase,
  message: string,
  notification = false,
): JsonObject {
  const method = findMethod(purchase.method);
  const code = statusCode(purchase, notification);
  const gross = rupiah(purchase.grossAmount);
  const { behaviours } = world;
  const digits = purchase.orderId.slice(-10);
  const { body } = link.request;
  return {
    ...method?.extra(digits),
    status_code: code,
    status_message: message,
    transaction_id: purchase.transactionId,
    order_id: purchase.orderId,
    merchant_id: merchantOf(link.environment),
    gross_amount: gross,
    currency: 'IDR',
    payment_type: method?.paymentType ?? purchase.method,
    transaction_time: localTime(purchase.createdAt),
    transaction_status: behaviours.upperCaseStatus ? purchase.status.toUpperCase() : purchase.status,
    ...(behaviours.withoutFraudStatus ? {} : { fraud_status: purchase.fraudStatus }),
    ...(purchase.settledAt === null ? {} : { settlement_time: localTime(purchase.settledAt) }),
    expiry_time: localTime(purchase.expiresAt),
    ...feeMembers(link, purchase),
    ...customFields(body),
    ...refundMembers(purchase),
    signature_key: signatureKey(purchase.orderId, code, gross, world.keys[link.environment]),
  };
}

/** "190000.00": amounts go out as whole numbers and come back as text with two decimals. */
export function rupiah(amount: number): string {
  return `${amount}.00`;
}

export function localTime(at: number): string {
  return DateTime.fromMillis(at, { zone: 'Asia/Jakarta' }).toFormat('yyyy-MM-dd HH:mm:ss');
}

function customFields(body: JsonObject): JsonObject {
  const names = ['custom_field1', 'custom_field2', 'custom_field3'].filter((name) => body[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}

/** A fee that the merchant lets the payer bear. */
function feeMembers(link: Link, purchase: Purchase): JsonObject {
  const original = link.request.grossAmount;
  if (original === null || original === purchase.grossAmount) return {};
  const info = {
    original_amount: rupiah(original),
    gross_amount: rupiah(purchase.grossAmount),
    customer_imposed_payment_fee: rupiah(purchase.grossAmount - original),
  };
  return { extra_info: { gross_amount_info: info } };
}

function refundMembers({ refunds }: Purchase): JsonObject {
  if (refunds.length === 0) return {};
  const total = refunds.reduce((sum, refund) => sum + refund.amount, 0);
  return { refund_amount: rupiah(total), refunds: refunds.map(refundRow) };
}

export function refundRow(refund: Refund): JsonObject {
  return {
    refund_chargeback_id: refund.id,
    refund_chargeback_uuid: refund.uuid,
    refund_amount: rupiah(refund.amount),
    created_at: localTime(refund.createdAt),
    reason: refund.reason,
    refund_key: refund.key,
    refund_method: 'online',
    ...(refund.confirmedAt === null ? {} : { bank_confirmed_at: localTime(refund.confirmedAt) }),
  };
}
