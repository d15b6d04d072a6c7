import { randomUUID } from 'node:crypto';
import { textIn } from '../json';
import type { JsonObject } from '../json';
import type { Environment, Link, Purchase, Refund } from './link';
import { findMethod } from './methods';
import { move } from './purchases';
import { CoreRefusal, unchangeable, unknownTransaction } from './refusal';
import { refundRow, rupiah, transactionObject } from './transaction_object';
import type { World } from './world';

/** The calls below `/v2/{id}`; the id is the suffixed order id or the transaction's own, never the link's. */
export type TransactionCall = (world: World, link: Link, purchase: Purchase, body: JsonObject) => JsonObject;

/** @throws CoreRefusal 404. */
export function onTransaction(
  world: World,
  environment: Environment,
  id: string,
  body: JsonObject,
  call: TransactionCall,
): JsonObject {
  const found = world.store.findPurchase(environment, id);
  if (!found) throw unknownTransaction();
  return call(world, found.link, found.purchase, body);
}

export const status: TransactionCall = (world, link, purchase) =>
  transactionObject(world, link, purchase, 'Success, transaction is found');

export const cancel: TransactionCall = (world, link, purchase) => {
  if (!['pending', 'capture'].includes(purchase.status)) throw unchangeable();
  move(world, link, purchase, 'cancel');
  return transactionObject(world, link, purchase, 'Success, transaction is canceled');
};

/** Answers 407, which is the success of this call. */
export const expire: TransactionCall = (world, link, purchase) => {
  if (purchase.status !== 'pending') throw unchangeable();
  move(world, link, purchase, 'expire');
  return transactionObject(world, link, purchase, 'Success, transaction has expired');
};

/** Decides a card payment that the fraud check left open. */
export const approve: TransactionCall = (world, link, purchase) => {
  if (purchase.fraudStatus !== 'challenge') throw unchangeable();
  purchase.fraudStatus = 'accept';
  move(world, link, purchase, 'capture');
  return transactionObject(world, link, purchase, 'Success, transaction is approved');
};

export const deny: TransactionCall = (world, link, purchase) => {
  if (purchase.fraudStatus !== 'challenge') throw unchangeable();
  purchase.fraudStatus = 'deny';
  move(world, link, purchase, 'deny');
  return transactionObject(world, link, purchase, 'Success, transaction is denied');
};

export const refund: TransactionCall = (world, link, purchase, body) => {
  const refundable = findMethod(purchase.method)?.refundable === true;
  if (!refundable || !['settlement', 'partial_refund', 'refund'].includes(purchase.status)) throw unchangeable();
  const key = textIn(body, 'refund_key');
  const left = purchase.grossAmount - purchase.refunds.reduce((sum, one) => sum + one.amount, 0);
  const amount = body['amount'] ?? left;
  const known = key === '' ? undefined : purchase.refunds.find((one) => one.key === key);
  if (known && known.amount === body['amount']) return refundAnswer(world, link, purchase, known);
  if (known) throw new CoreRefusal(406, 'Duplicate refund key');
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) {
    throw new CoreRefusal(400, 'amount must be a whole number of rupiah');
  }
  if (amount < 1 || amount > left) throw new CoreRefusal(414, 'Refund amount is invalid');
  return refundAnswer(
    world,
    link,
    purchase,
    giveBack(world, link, purchase, { amount, key, reason: textIn(body, 'reason') }),
  );
};

/** Told twice: now, and again when the bank has confirmed it. `amount` in whole rupiah. */
export function giveBack(
  world: World,
  link: Link,
  purchase: Purchase,
  { amount, key, reason }: { readonly amount: number; readonly key: string; readonly reason: string },
): Refund {
  const made: Refund = {
    id: world.store.nextId(),
    uuid: randomUUID(),
    key: key || randomUUID(),
    amount,
    reason,
    createdAt: world.clock.now(),
    confirmedAt: null,
  };
  purchase.refunds.push(made);
  const total = purchase.refunds.reduce((sum, one) => sum + one.amount, 0);
  move(world, link, purchase, total >= purchase.grossAmount ? 'refund' : 'partial_refund');
  world.agenda.add('confirm_refund', world.clock.now() + world.timers.refundConfirmMs, {
    environment: link.environment,
    transaction: purchase.transactionId,
    refund: made.uuid,
  });
  return made;
}

export function confirmRefund(world: World, link: Link, purchase: Purchase, uuid: string): void {
  const made = purchase.refunds.find((one) => one.uuid === uuid);
  if (!made) return;
  made.confirmedAt = world.clock.now();
  world.store.changed();
  world.tell(link, purchase);
}

function refundAnswer(world: World, link: Link, purchase: Purchase, made: Refund): JsonObject {
  const { refunds: _, ...whole } = transactionObject(world, link, purchase, 'Success, refund request is approved');
  return { ...whole, ...refundRow(made), refund_amount: rupiah(made.amount) };
}
