import { randomUUID } from 'node:crypto';
import { objectIn } from '../json';
import type { JsonObject } from '../json';
import type { Environment, Link } from './link';
import { LinkRefusal } from './refusal';
import { validateLink } from './validate_link';
import type { World } from './world';

/** For a link that leaves everything open, whole rupiah. */
const DYNAMIC_AMOUNT = 10_000;

export interface CreateCall {
  readonly environment: Environment;
  readonly body: JsonObject;
  /** `X-Override-Notification`, or empty. */
  readonly overrideUrl: string;
  /** Address below which the pay pages lie. */
  readonly base: string;
}

/** POST /v1/payment-links. A second call with the same order id is a conflict, never a repeat. */
export function createLink(world: World, call: CreateCall): JsonObject {
  const { environment, overrideUrl } = call;
  const request = validateLink(call.body);
  const taken = request.paymentLinkId !== null && world.store.findByLinkId(request.paymentLinkId) !== null;
  if (taken) throw new LinkRefusal(400, [`This Payment Link ID '${request.paymentLinkId}' has been taken`]);
  if (world.store.find(environment, request.orderId)) {
    throw new LinkRefusal(409, [`The Order ID '${request.orderId}' has been taken`]);
  }
  const createdAt = world.clock.now();
  const { startsAt, lifetimeMs } = request;
  const link: Link = {
    environment,
    id: world.store.nextId(),
    paymentLinkId: request.paymentLinkId ?? randomUUID(),
    request,
    overrideUrl,
    createdAt,
    expiresAt: lifetimeMs === null ? null : (startsAt ?? createdAt) + lifetimeMs,
    purchases: [],
    deleted: false,
  };
  world.store.add(link);
  return { order_id: request.orderId, payment_url: linkUrl(call.base, link) };
}

export function linkUrl(base: string, link: Link): string {
  return `${base}/payment-links/${link.paymentLinkId}`;
}

/** @throws LinkRefusal 404. */
export function existingLink(world: World, environment: Environment, orderId: string): Link {
  const link = world.store.find(environment, orderId);
  if (!link || link.deleted) throw new LinkRefusal(404, [`Payment Link with Order ID ${orderId} not found`]);
  return link;
}

/** DELETE /v1/payment-links/{order id}. A payment under way keeps its own life, and nobody is told. */
export function deleteLink(world: World, environment: Environment, orderId: string): JsonObject {
  existingLink(world, environment, orderId).deleted = true;
  world.store.changed();
  return { message: `Payment Link with Order ID ${orderId} deleted` };
}

/** What one payment comes to, whole rupiah; where the payer may choose, what the merchant proposes. */
export function amountOf({ request }: Link): number {
  const dynamic = objectIn(request.body, 'dynamic_amount');
  const proposed = [request.grossAmount, dynamic['preset_amount'], dynamic['min_amount']];
  return proposed.find((amount) => typeof amount === 'number') ?? DYNAMIC_AMOUNT;
}

/** Paid and pending payments take a place each; one that fails gives its place back. */
export function usage(link: Link): number {
  return link.purchases.filter((purchase) => !['deny', 'cancel', 'expire'].includes(purchase.status)).length;
}

/** Why nothing can be paid through this link any more; null when it can. */
export function whyClosed(link: Link, now: number): 'deleted' | 'expired' | 'used' | 'early' | null {
  if (link.deleted) return 'deleted';
  if (link.expiresAt !== null && link.expiresAt <= now) return 'expired';
  if (link.request.startsAt !== null && link.request.startsAt > now) return 'early';
  return usage(link) >= link.request.usageLimit ? 'used' : null;
}

export function merchantOf(environment: Environment): string {
  return environment === 'test' ? 'G000000001' : 'M000000001';
}
