import type { Clock } from '../../../system/clock';
import type { Task } from '../agenda';
import { createSnapshot, readSnapshot } from '../snapshot';
import type { Environment, Link, Notification, Purchase } from './link';

export interface Store {
  readonly tasks: Map<number, Task>;
  readonly notifications: Map<string, Notification>;
  /** By the link's order id; deleted links included. */
  find(environment: Environment, orderId: string): Link | null;
  findByLinkId(paymentLinkId: string): Link | null;
  /** Of both environments, deleted links included. */
  all(): Link[];
  /** By transaction id, or by the order id with its suffix. */
  findPurchase(environment: Environment, id: string): { link: Link; purchase: Purchase } | null;
  add(link: Link): void;
  addPurchase(link: Link, purchase: Purchase): void;
  nextId(): number;
  /** 13 digits, never twice: the milliseconds now, or a little later. */
  nextSuffix(): number;
  changed(): void;
  flush(): void;
}

interface Saved {
  readonly links: Link[];
  readonly tasks: Task[];
  readonly notifications: Notification[];
  readonly lastId: number;
  readonly lastSuffix: number;
}

const FILE = 'midtrans-sandbox.json';

export function createStore(clock: Clock, directory?: string): Store {
  const links = new Map<string, Link>();
  const byLinkId = new Map<string, Link>();
  const purchases = new Map<string, Link>();
  const tasks = new Map<number, Task>();
  const notifications = new Map<string, Notification>();
  let lastId = 0;
  let lastSuffix = 0;
  const snapshot = createSnapshot(directory, FILE, (): Saved => ({
    links: [...links.values()],
    tasks: [...tasks.values()],
    notifications: [...notifications.values()].slice(-1000),
    lastId,
    lastSuffix,
  }));
  const keep = (link: Link) => {
    links.set(`${link.environment}/${link.request.orderId}`, link);
    byLinkId.set(link.paymentLinkId, link);
    for (const { orderId, transactionId } of link.purchases) purchases.set(orderId, link).set(transactionId, link);
  };
  const saved = readSnapshot(directory, FILE) as Saved | null;
  saved?.links.forEach(keep);
  saved?.tasks.forEach((task) => tasks.set(task.id, task));
  saved?.notifications.forEach((notification) => notifications.set(notification.id, notification));
  lastId = saved?.lastId ?? 0;
  lastSuffix = saved?.lastSuffix ?? 0;
  return {
    tasks,
    notifications,
    find: (environment, orderId) => links.get(`${environment}/${orderId}`) ?? null,
    all: () => [...links.values()],
    findByLinkId: (paymentLinkId) => byLinkId.get(paymentLinkId) ?? null,
    findPurchase(environment, id) {
      const link = purchases.get(id);
      const purchase = link?.purchases.find((one) => one.orderId === id || one.transactionId === id);
      return link?.environment === environment && purchase ? { link, purchase } : null;
    },
    add(link) {
      keep(link);
      snapshot.changed();
    },
    addPurchase(link, purchase) {
      link.purchases.push(purchase);
      keep(link);
      snapshot.changed();
    },
    nextId: () => (lastId += 1),
    nextSuffix: () => (lastSuffix = Math.max(lastSuffix + 1, clock.now())),
    changed: () => snapshot.changed(),
    flush: () => snapshot.flush(),
  };
}
