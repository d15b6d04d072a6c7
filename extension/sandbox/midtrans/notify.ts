import { randomUUID } from 'node:crypto';
import { deliver } from '../deliver';
import type { Delivery } from '../deliver';
import type { JsonObject } from '../json';
import type { Link, Notification, Purchase } from './link';
import { transactionObject } from './transaction_object';
import type { World } from './world';

/** Ways in which a notification can be odd. */
export const TRICKS = ['duplicate', 'out_of_order', 'bad_signature', 'edited_status'] as const;
export type Trick = (typeof TRICKS)[number];

/** Pauses between two tries, in units of `Timers.retryUnitMs`. */
const PAUSES = [2, 10, 30, 90, 210];
const HOPS_MAX = 5;
const HEADERS = { 'Content-Type': 'application/json', Accept: 'application/json', 'User-Agent': 'Veritrans' };

export interface Notifier {
  tell(link: Link, purchase: Purchase): void;
  /** Sends something odd about the link's newest payment; its oldest news for `out_of_order`. */
  trick(link: Link, trick: Trick): void;
  retry(id: string): void;
  /** Resolves when every delivery that has begun is over. */
  idle(): Promise<void>;
  close(): void;
}

export function createNotifier(world: () => World): Notifier {
  const stop = new AbortController();
  const underway = new Set<Promise<void>>();
  const send = (notification: Notification | null | undefined) => {
    if (!notification) return;
    const delivery = deliverOnce(world(), notification, stop.signal).finally(() => underway.delete(delivery));
    underway.add(delivery);
  };
  const keepAndSend = (notification: Notification | null) => {
    if (notification) world().store.notifications.set(notification.id, notification);
    send(notification);
  };
  return {
    tell: (link, purchase) => keepAndSend(compose(world(), link, purchase)),
    trick: (link, trick) => keepAndSend(composeTrick(world(), link, trick)),
    retry: (id) => send(world().store.notifications.get(id)),
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
    close: () => stop.abort(),
  };
}

/** Null when nobody told the provider where to send to. */
function compose(world: World, link: Link, purchase: Purchase): Notification | null {
  const url = (world.behaviours.overrideHeader && link.overrideUrl) || world.notificationUrl;
  if (url === '') return null;
  const body = transactionObject(world, link, purchase, 'midtrans payment notification', true);
  return {
    id: randomUUID(),
    orderId: link.request.orderId,
    status: purchase.status,
    url,
    body: JSON.stringify(world.behaviours.numbersInNotifications ? withNumbers(body) : body),
    trick: null,
    deliveries: [],
    accepted: false,
  };
}

function withNumbers(body: JsonObject): JsonObject {
  return { ...body, status_code: Number(body['status_code']), gross_amount: Number(body['gross_amount']) };
}

function composeTrick(world: World, link: Link, trick: Trick): Notification | null {
  const purchase = link.purchases.at(-1);
  const fresh = purchase ? compose(world, link, purchase) : null;
  if (!fresh) return null;
  const said = [...world.store.notifications.values()].filter(
    (other) => other.orderId === fresh.orderId && other.trick === null,
  );
  const old = (trick === 'out_of_order' ? said[0] : said.at(-1)) ?? fresh;
  return { ...fresh, trick, status: old.status, body: twisted(old.body, trick) };
}

/** The signature does not cover the status: an edited one still fits. */
function twisted(text: string, trick: Trick): string {
  const body = JSON.parse(text) as JsonObject;
  if (trick === 'bad_signature') return JSON.stringify({ ...body, signature_key: '0'.repeat(128) });
  if (trick === 'edited_status') return JSON.stringify({ ...body, transaction_status: 'settlement' });
  return text;
}

async function deliverOnce(world: World, notification: Notification, stop: AbortSignal): Promise<void> {
  let url = notification.url;
  let delivery: Delivery | null = null;
  for (let hop = 0; hop <= HOPS_MAX; hop += 1) {
    const post = { url, method: 'POST', headers: HEADERS, body: notification.body } as const;
    delivery = await deliver(post, world.clock.now(), { stop, mayTell: world.mayTell });
    const moved = (delivery.status === 307 || delivery.status === 308) && delivery.location;
    if (!moved) break;
    url = new URL(moved, url).href;
  }
  if (!delivery) return;
  notification.deliveries.push(delivery);
  notification.accepted = delivery.status !== null && delivery.status >= 200 && delivery.status < 300;
  world.store.changed();
  const tries = notification.deliveries.length;
  if (notification.accepted || stop.aborted || tries > retriesAfter(delivery.status)) return;
  const pause = (PAUSES[tries - 1] ?? 0) * world.timers.retryUnitMs;
  world.agenda.add('notify', world.clock.now() + pause, { id: notification.id });
}

/** How often it is sent again depends on the answer. */
function retriesAfter(status: number | null): number {
  if (status === 500) return 1;
  if (status === 503) return 4;
  if (status === 400 || status === 404) return 2;
  return status !== null && status >= 301 && status <= 303 ? 0 : PAUSES.length;
}
