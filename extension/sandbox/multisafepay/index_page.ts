import type { Router } from 'express';
import { formatMoney } from '../../../system/money';
import { indexPageRoutes } from '../index_page';
import type { IndexRow, Lever } from '../index_page';
import { act } from './actions';
import type { Action } from './actions';
import type { Notifier } from './notify';
import type { Order } from './order';
import { Refusal } from './refusal';
import { decisiveAttempt, isPaid, newestSession, OPENS_MAX, orderStatus, whyClosed } from './state';
import type { World } from './world';

const LEVERS: readonly Lever<Action>[] = [
  { action: 'complete', label: 'Pay', whenPaid: false },
  { action: 'bank_transfer', label: 'Pay by transfer', whenPaid: false },
  { action: 'decline', label: 'Decline', whenPaid: false },
  { action: 'leave', label: 'Choose a method and leave', whenPaid: false },
  { action: 'expire_link', label: 'Expire now', whenPaid: false },
  { action: 'pay_twice', label: 'Pay twice', whenPaid: true },
  { action: 'partial_refund', label: 'Refund half', whenPaid: true },
  { action: 'refund', label: 'Refund', whenPaid: true },
  { action: 'chargeback', label: 'Chargeback', whenPaid: true },
];

/** Every order that shops have asked payment for. */
export function ordersPageRoutes(world: World, notifier: Notifier): Router {
  return indexPageRoutes<Order, Action>({
    provider: 'MultiSafepay',
    title: 'Orders at the provider',
    gone: 'There is no such order any more.',
    levers: LEVERS,
    all: () => [...world.store.all('test'), ...world.store.all('live')],
    find: (environment, id) => world.store.find(environment, id) ?? null,
    rowOf: (order, base) => rowOf(world, order, base),
    async pull(order, action) {
      try {
        act(world, notifier, action, { order });
      } catch (error) {
        if (error instanceof Refusal) return error.info;
        throw error;
      }
      await notifier.idle();
      return null;
    },
  });
}

function rowOf(world: World, order: Order, base: string): IndexRow {
  const session = newestSession(order);
  const { amount, currency, description } = session.request;
  const attempt = decisiveAttempt(order);
  const now = world.clock.now();
  const closed = whyClosed(order, session, now);
  return {
    id: order.orderId,
    environment: order.environment,
    description,
    amount: formatMoney({ minor: amount, currency }, 'en-GB'),
    status: orderStatus(order, attempt, now),
    paid: attempt !== null && isPaid(attempt),
    opened: `opened ${session.opens} of ${OPENS_MAX} times`,
    payHref: closed === null ? `${base}/connect/${session.id}/` : null,
    consoleHref: `${base}/connect/${session.id}/console/`,
  };
}
