import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { MINUTE_MS, SECOND_MS } from '../../../system/clock';
import { deliver, withQuery } from '../deliver';
import type { Attempt, Notification, Order, Trick } from './order';
import { orderObject, sessionObject } from './order_object';
import { orderStatus, sessionOf } from './state';
import { authHeader } from './sign';
import type { World } from './world';

/** The first try and three more. */
const TRIES_MAX = 4;
/** Older than any receiver should accept. */
const OLD_MS = 60 * MINUTE_MS;
const USER_AGENT = 'Mozilla/5.0 (X11; Linux x86_64) payment sandbox';

export interface Notifier {
  tell(order: Order, attempt: Attempt | null): void;
  /** Sends something odd about the order; the newest news, or the oldest for `out_of_order`. */
  trick(order: Order, trick: Trick): void;
  retry(id: string): void;
  /** Resolves when every delivery that has begun is over. */
  idle(): Promise<void>;
  close(): void;
}

export function createNotifier(world: () => World): Notifier {
  const stop = new AbortController();
  // Every delivery listens to it while it is under way.
  setMaxListeners(0, stop.signal);
  const underway = new Set<Promise<void>>();
  const send = (notification: Notification) => {
    const delivery = deliverOnce(world(), notification, stop.signal).finally(() => underway.delete(delivery));
    underway.add(delivery);
  };
  const keepAndSend = (notification: Notification | null) => {
    if (!notification) return;
    world().store.notifications.set(notification.id, notification);
    world().store.changed();
    send(notification);
  };
  return {
    tell: (order, attempt) => keepAndSend(compose(world(), order, attempt, attempt ? null : 'pretransaction')),
    trick: (order, trick) => keepAndSend(composeTrick(world(), order, trick)),
    retry(id) {
      const notification = world().store.notifications.get(id);
      if (notification) send(notification);
    },
    async idle() {
      while (underway.size > 0) await Promise.all(underway);
    },
    close: () => stop.abort(),
  };
}

/** Null when the order names no address to send to. */
function compose(world: World, order: Order, attempt: Attempt | null, trick: Trick | null): Notification | null {
  const { request } = sessionOf(order, attempt);
  if (request.notificationUrl === '') return null;
  const view = { now: world.clock.now(), idsAsNumbers: world.behaviours.idsAsNumbers };
  const body = trick === 'pretransaction' ? sessionObject(order, view) : orderObject(order, attempt, view);
  return {
    id: randomUUID(),
    environment: order.environment,
    orderId: order.orderId,
    attemptId: attempt?.id ?? null,
    status: orderStatus(order, attempt, view.now),
    url: request.notificationUrl,
    method: request.notificationMethod,
    body: JSON.stringify(body),
    trick,
    deliveries: [],
    accepted: false,
  };
}

/** Repeats what was said before, so that duplicates are byte for byte the same. */
function composeTrick(world: World, order: Order, trick: Trick): Notification | null {
  const fresh = compose(world, order, order.attempts.at(-1) ?? null, trick);
  const said = [...world.store.notifications.values()].filter(
    (other) => other.orderId === order.orderId && other.environment === order.environment && other.trick === null,
  );
  const old = trick === 'out_of_order' ? said[0] : said.at(-1);
  if (!fresh || !old || trick === 'pretransaction') return fresh;
  return { ...fresh, body: old.body, attemptId: old.attemptId, status: old.status };
}

async function deliverOnce(world: World, notification: Notification, stop: AbortSignal): Promise<void> {
  const delivery = await deliver(request(world, notification), world.clock.now(), { stop, mayTell: world.mayTell });
  notification.deliveries.push(delivery);
  notification.accepted = delivery.status === 200 && delivery.answer.includes('OK');
  world.store.changed();
  if (notification.accepted || notification.deliveries.length >= TRIES_MAX || stop.aborted) return;
  world.agenda.add('notify', world.clock.now() + world.timers.retryMs, { id: notification.id });
}

/** Every try has a new timestamp and so a new signature; the body stays what it was. */
function request(world: World, { trick, ...notification }: Notification): Parameters<typeof deliver>[0] {
  const now = world.clock.now() - (trick === 'old_timestamp' ? OLD_MS : 0);
  const timestamp = Math.floor(now / SECOND_MS);
  const url = withQuery(notification.url, {
    transactionid: notification.orderId,
    ...(trick === 'without_timestamp' ? {} : { timestamp: String(timestamp) }),
    ...(trick === 'pretransaction' ? { payload_type: 'pretransaction' } : {}),
  });
  if (notification.method === 'GET') return { url, method: 'GET', headers: { 'User-Agent': USER_AGENT }, body: null };
  const key = trick === 'bad_signature' ? 'somebody else' : world.keys[notification.environment];
  const headers = {
    'User-Agent': USER_AGENT,
    'Content-Type': 'application/json',
    Auth: authHeader(key, timestamp, notification.body),
  };
  return { url, method: 'POST', headers, body: notification.body };
}
