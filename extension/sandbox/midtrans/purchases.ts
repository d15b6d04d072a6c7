import { randomUUID } from 'node:crypto';
import type { Link, Purchase, TransactionStatus } from './link';
import { findMethod } from './methods';
import type { World } from './world';

/** The payer chose a method: a transaction with an id of its own, waiting for the money. */
export function beginPurchase(world: World, link: Link, methodId: string, amount: number): Purchase {
  const now = world.clock.now();
  const purchase: Purchase = {
    id: world.store.nextId(),
    transactionId: randomUUID(),
    snapToken: randomUUID(),
    orderId: `${link.request.orderId}-${world.store.nextSuffix()}`,
    method: methodId,
    createdAt: now,
    grossAmount: amount,
    status: 'pending',
    fraudStatus: 'accept',
    updatedAt: now,
    settledAt: null,
    expiresAt: now + (findMethod(methodId)?.pendingMs ?? 0),
    refunds: [],
  };
  world.store.addPurchase(link, purchase);
  later(world, link, purchase, 'expire', purchase.expiresAt);
  world.tell(link, purchase);
  return purchase;
}

/** Moves a transaction and tells the shop. */
export function move(world: World, link: Link, purchase: Purchase, status: TransactionStatus): void {
  const now = world.clock.now();
  purchase.status = status;
  purchase.updatedAt = now;
  if (status === 'settlement') purchase.settledAt = now;
  if (status === 'capture') later(world, link, purchase, 'settlement', now + world.timers.settlementMs);
  world.store.changed();
  world.tell(link, purchase);
}

/** Cards are captured first and settle later; everything else settles at once. */
export function pay(world: World, link: Link, purchase: Purchase): void {
  move(world, link, purchase, purchase.method === 'credit_card' ? 'capture' : 'settlement');
}

/** Plans a move. When its time comes it happens only if the transaction is still where it was. */
function later(world: World, link: Link, purchase: Purchase, to: TransactionStatus, at: number): void {
  const { environment } = link;
  world.agenda.add('move', at, { environment, transaction: purchase.transactionId, from: purchase.status, to });
}

/** Statuses in which money came, at some time. */
export function isPaid({ status }: Purchase): boolean {
  return ['capture', 'settlement', 'refund', 'partial_refund', 'chargeback'].includes(status);
}
