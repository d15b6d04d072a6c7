import type { Tx } from '../../../system/db/table';
import type { Money } from '../../../system/money';
import { referenceOf, type LinkPurpose } from '../link/link';
import type { RequestJob } from '../jobs';
import type { Link, LinkSnapshot } from '../link/link_row';
import { insertLink } from '../link/links';
import { lifetimeMs } from '../gateways/gateway_settings';
import type { Order } from '../order_book';
import type { OrderGateway } from './order_gateway';
import type { OrderLinks } from '../order/order_links';
import { newToken } from '../free/pay_names';
import { sentence } from '../texts';

export interface NewAttempt {
  readonly order: Order;
  readonly gateway: OrderGateway;
  /** Fingerprint of the key. */
  readonly account: string;
  readonly environment: 'test' | 'live';
  readonly purpose: LinkPurpose;
  readonly amount: Money;
  readonly known: OrderLinks;
  readonly actor: string;
  readonly wish: Pick<RequestJob, 'lifetimeSeconds'>;
  /** UTC epoch ms. */
  readonly now: number;
}

/** Characters a provider's description may have at most. */
const DESCRIPTION_MAX = 200;

/**
 * Writes the next attempt, state `requested`. Attempts count over all purposes of an order, so that every one has a
 * reference of its own; the pay address stays with the purpose. @throws a duplicate error when somebody else was faster
 */
export async function insertAttempt(tx: Tx, wish: NewAttempt, asking: 'yes' | 'no' = 'yes'): Promise<Link> {
  const { order, gateway, known } = wish;
  const attempt = Math.max(0, ...known.links.map((link) => link.attempt)) + 1;
  const earlier = known.links.find((link) => link.purpose === wish.purpose && link.storeId === order.storeId);
  const row = {
    store_id: order.storeId,
    order_id: order.orderId,
    purpose: wish.purpose,
    attempt,
    token: earlier?.token ?? newToken(),
    notify_token: newToken(),
    gateway: gateway.provider.code,
    reference: referenceOf(gateway.settings.referencePrefix, order.orderId, attempt),
    environment: wish.environment,
    account: wish.account,
    method: gateway.method,
    amount_minor: wish.amount.minor,
    currency: wish.amount.currency,
    description: descriptionOf(order, gateway.settings.description),
    lifetime_seconds: wish.wish.lifetimeSeconds ?? Math.round(lifetimeMs(gateway.settings.lifetime) / 1000),
    snapshot: JSON.stringify(snapshotOf(order)),
    requested_at: wish.now,
    customer: `${order.firstName} ${order.lastName}`.trim().slice(0, 128),
    email: order.email.slice(0, 191),
    created_by: wish.actor.slice(0, 64),
    created_at: wish.now,
  };
  return insertLink(tx, row, asking);
}

function snapshotOf(order: Order): LinkSnapshot {
  return {
    statusId: order.statusId,
    paymentCode: order.paymentMethod.code,
    paymentName: order.paymentMethod.name,
    total: order.total,
    currencyValue: order.currencyValue,
    language: order.languageCode,
  };
}

function descriptionOf(order: Order, template: string): string {
  const values = { order_id: String(order.orderId), store: order.storeName };
  const text =
    template.trim() === ''
      ? sentence(order.languageCode, 'description', values)
      : template.replace(/\{(order_id|store)\}/g, (_, name: 'order_id' | 'store') => values[name]);
  return [...text.trim()].slice(0, DESCRIPTION_MAX).join('');
}
