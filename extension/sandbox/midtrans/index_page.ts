import type { Router } from 'express';
import { indexPageRoutes } from '../index_page';
import type { IndexRow, Lever } from '../index_page';
import { act } from './actions';
import type { Action } from './actions';
import type { Link } from './link';
import { amountOf, usage, whyClosed } from './links';
import type { Notifier } from './notify';
import { amountText } from './page';
import { isPaid } from './purchases';
import { CoreRefusal } from './refusal';
import type { World } from './world';

const LEVERS: readonly Lever<Action>[] = [
  { action: 'complete', label: 'Pay', whenPaid: false },
  { action: 'deny', label: 'Deny', whenPaid: false },
  { action: 'challenge', label: 'Challenge', whenPaid: false },
  { action: 'pending', label: 'Choose a method and leave', whenPaid: false },
  { action: 'expire_link', label: 'Expire now', whenPaid: false },
  { action: 'pay_twice', label: 'Pay twice', whenPaid: true },
  { action: 'partial_refund', label: 'Refund half', whenPaid: true },
  { action: 'refund', label: 'Refund', whenPaid: true },
  { action: 'chargeback', label: 'Chargeback', whenPaid: true },
];

/** Every link that shops have asked for. */
export function linksPageRoutes(world: World, notifier: Notifier): Router {
  return indexPageRoutes<Link, Action>({
    provider: 'Midtrans',
    title: 'Payment links at the provider',
    gone: 'There is no such link any more.',
    levers: LEVERS,
    all: () => world.store.all(),
    find: (environment, id) => world.store.find(environment, id),
    rowOf: (link, base) => rowOf(world, link, base),
    async pull(link, action) {
      try {
        act(world, notifier, action, { link });
      } catch (error) {
        if (error instanceof CoreRefusal) return error.message;
        throw error;
      }
      await notifier.idle();
      return null;
    },
  });
}

function rowOf(world: World, link: Link, base: string): IndexRow {
  const { orderId, title, usageLimit } = link.request;
  const closed = whyClosed(link, world.clock.now());
  const last = link.purchases.findLast(isPaid) ?? link.purchases.at(-1);
  const path = `${base}/payment-links/${link.paymentLinkId}`;
  return {
    id: orderId,
    environment: link.environment,
    description: title,
    amount: amountText(amountOf(link)),
    status: last?.status ?? closed ?? 'open',
    paid: last !== undefined && isPaid(last),
    opened: `used ${usage(link)} of ${usageLimit} times`,
    payHref: closed === null ? path : null,
    consoleHref: `${path}/console`,
  };
}
