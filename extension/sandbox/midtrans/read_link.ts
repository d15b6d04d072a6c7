import { DateTime } from 'luxon';
import { isObject, objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import type { Environment, Link, Purchase } from './link';
import { existingLink, linkUrl, merchantOf, usage } from './links';
import { findMethod } from './methods';
import type { World } from './world';

/** GET /v1/payment-links/{order id}. Several members are named otherwise than in the create call. */
export function readLink(world: World, environment: Environment, orderId: string, base: string): JsonObject {
  const link = existingLink(world, environment, orderId);
  const { request } = link;
  const { body } = request;
  const expiry = objectIn(body, 'expiry');
  return {
    id: String(link.id),
    payment_link_url: linkUrl(base, link),
    order_id: request.orderId,
    payment_link_type: textIn(body, 'payment_link_type') || 'FIXED_AMOUNT',
    merchant_id: merchantOf(environment),
    payment_link_id: link.paymentLinkId,
    enabled_payments: request.enabledPayments,
    usage_limit: request.usageLimit,
    usage: usage(link),
    gross_amount: request.grossAmount,
    credit_card_3d_secure: objectIn(body, 'credit_card')['secure'] === true,
    expiry_start: link.expiresAt === null ? null : westIndonesian(request.startsAt ?? link.createdAt),
    expiry_duration: expiry['duration'] ?? null,
    expiry_unit: textIn(expiry, 'unit') || null,
    expires_at: link.expiresAt === null ? null : iso(link.expiresAt),
    title: request.title,
    item_details: itemRows(link),
    customer_details: body['customer_details'] ?? null,
    custom_field1: body['custom_field1'] ?? null,
    custom_field2: body['custom_field2'] ?? null,
    custom_field3: body['custom_field3'] ?? null,
    last_snap_transaction_status: link.purchases.at(-1)?.status.toUpperCase() ?? null,
    purchases: link.purchases.map((purchase) => purchaseRow(link, purchase)),
    created_at: iso(link.createdAt),
    updated_at: iso(link.purchases.at(-1)?.updatedAt ?? link.createdAt),
  };
}

function itemRows(link: Link): JsonObject[] {
  const items = link.request.body['item_details'];
  const times = { created_at: iso(link.createdAt), updated_at: iso(link.createdAt) };
  return (Array.isArray(items) ? items : []).filter(isObject).map((item, index) => ({
    ...item,
    id: link.id * 1000 + index,
    item_id: item['id'] ?? null,
    payment_link_id: link.id,
    ...times,
  }));
}

function purchaseRow(link: Link, purchase: Purchase): JsonObject {
  return {
    id: purchase.id,
    snap_token: purchase.snapToken,
    order_id: purchase.orderId,
    payment_status: purchase.status.toUpperCase(),
    payment_method: (findMethod(purchase.method)?.paymentType ?? purchase.method).toUpperCase(),
    payment_link_id: link.id,
    created_at: iso(purchase.createdAt),
    updated_at: iso(purchase.updatedAt),
  };
}

function westIndonesian(at: number): string {
  return DateTime.fromMillis(at, { zone: 'Asia/Jakarta' }).toFormat('yyyy-MM-dd HH:mm ZZZ');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
