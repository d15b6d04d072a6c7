import { randomBytes } from 'node:crypto';
import type { Clock } from '../../../system/clock';
import type { Task } from '../agenda';
import { createSnapshot, readSnapshot } from '../snapshot';
import type { Attempt, Environment, Notification, Order, Session } from './order';

export interface Store {
  readonly tasks: Map<number, Task>;
  readonly notifications: Map<string, Notification>;
  find(environment: Environment, orderId: string): Order | null;
  /** By the provider's own id, as a refund of one particular payment needs it. */
  findByAttempt(environment: Environment, attemptId: string): Order | null;
  findBySession(sessionId: string): { order: Order; session: Session } | null;
  /** In order of creation. */
  all(environment: Environment): Order[];
  add(order: Order): void;
  addSession(order: Order, session: Session): void;
  addAttempt(order: Order, attempt: Attempt): void;
  /** A new 16-digit id of the provider. */
  nextId(): string;
  /** Says that something was changed in place. */
  changed(): void;
  clear(): void;
  flush(): void;
}

interface Saved {
  readonly orders: Order[];
  readonly tasks: Task[];
  readonly notifications: Notification[];
}

const FILE = 'multisafepay-sandbox.json';

export function createStore(clock: Clock, directory?: string): Store {
  const orders = new Map<string, Order>();
  const sessions = new Map<string, Order>();
  const attempts = new Map<string, Order>();
  const tasks = new Map<number, Task>();
  const notifications = new Map<string, Notification>();
  let lastId = 0;
  const snapshot = createSnapshot(directory, FILE, (): Saved => ({
    orders: [...orders.values()],
    tasks: [...tasks.values()],
    notifications: [...notifications.values()].slice(-1000),
  }));
  const keep = (order: Order) => {
    orders.set(keyOf(order.environment, order.orderId), order);
    for (const session of order.sessions) sessions.set(session.id, order);
    for (const { id } of [...order.attempts, ...order.related]) lastId = Math.max(lastId, Number(id));
    for (const { id } of order.attempts) attempts.set(id, order);
  };
  const saved = readSnapshot(directory, FILE) as Saved | null;
  saved?.orders.forEach(keep);
  saved?.tasks.forEach((task) => tasks.set(task.id, task));
  saved?.notifications.forEach((notification) => notifications.set(notification.id, notification));

  const changing =
    <A extends unknown[]>(change: (...given: A) => unknown) =>
    (...given: A): void => {
      change(...given);
      snapshot.changed();
    };
  return {
    tasks,
    notifications,
    find: (environment, orderId) => orders.get(keyOf(environment, orderId)) ?? null,
    findByAttempt: (environment, id) => {
      const order = attempts.get(id);
      return order?.environment === environment ? order : null;
    },
    findBySession(id) {
      const order = sessions.get(id);
      const session = order?.sessions.find((known) => known.id === id);
      return order && session ? { order, session } : null;
    },
    all: (environment) => [...orders.values()].filter((order) => order.environment === environment),
    add: changing(keep),
    addSession: changing((order, session) => (order.sessions.push(session), keep(order))),
    addAttempt: changing((order, attempt) => (order.attempts.push(attempt), keep(order))),
    nextId: () => String((lastId = Math.max(lastId + 1, clock.now() * 1000))),
    changed: () => snapshot.changed(),
    clear: changing(() => [orders, sessions, attempts, tasks, notifications].forEach((map) => map.clear())),
    flush: () => snapshot.flush(),
  };
}

function keyOf(environment: Environment, orderId: string): string {
  return `${environment}/${orderId}`;
}

/** About 35 letters and digits, as the provider's own. */
export function newSessionId(): string {
  return [...randomBytes(35)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
