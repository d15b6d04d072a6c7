import { findMethod } from './methods';
import type { Attempt, Order, Session } from './order';
import { refundedAmount } from './state';
import type { World } from './world';

/** What can become of an attempt, with the pair of statuses the provider shows and the reason, if it names one. */
const OUTCOMES = {
  completed: { status: 'completed', financialStatus: 'completed', reason: '', reasonCode: '' },
  declined: { status: 'declined', financialStatus: 'declined', reason: 'Insufficient funds', reasonCode: '4002' },
  void: { status: 'void', financialStatus: 'cancelled', reason: '', reasonCode: '' },
  uncleared: { status: 'uncleared', financialStatus: 'uncleared', reason: '', reasonCode: '' },
  expired: { status: 'expired', financialStatus: 'expired', reason: '', reasonCode: '' },
  cancelled: { status: 'cancelled', financialStatus: 'cancelled', reason: '', reasonCode: '' },
  shipped: { status: 'shipped', financialStatus: 'completed', reason: '', reasonCode: '' },
  chargedback: { status: 'chargedback', financialStatus: 'void', reason: 'Chargeback', reasonCode: '' },
} as const;

export type Outcome = keyof typeof OUTCOMES;

export function isOutcome(word: string): word is Outcome {
  return word in OUTCOMES;
}

/** The buyer chose a method: a fresh id of the provider under the same order id, with a clock of its own. */
export function beginAttempt(world: World, order: Order, session: Session, methodId: string): Attempt {
  const now = world.clock.now();
  const attempt: Attempt = {
    id: world.store.nextId(),
    sessionId: session.id,
    method: methodId,
    amount: session.request.amount,
    createdAt: now,
    status: 'initialized',
    financialStatus: 'initialized',
    modifiedAt: now,
    completedAt: null,
    reason: '',
    reasonCode: '',
    transferring: false,
  };
  world.store.addAttempt(order, attempt);
  const life = findMethod(methodId)?.expiresMs ?? null;
  if (life !== null) later(world, order, attempt, 'expired', life);
  world.tell(order, attempt);
  return attempt;
}

/** Moves an attempt and tells the shop. */
export function move(world: World, order: Order, attempt: Attempt, outcome: Outcome): void {
  const { status, financialStatus, reason, reasonCode } = OUTCOMES[outcome];
  const now = world.clock.now();
  attempt.status = status;
  attempt.financialStatus = outcome === 'completed' ? financialWhenPaid(attempt) : financialStatus;
  attempt.reason = reason;
  attempt.reasonCode = reasonCode;
  attempt.modifiedAt = now;
  if (outcome === 'completed') attempt.completedAt = now;
  world.store.changed();
  world.tell(order, attempt);
}

function financialWhenPaid(attempt: Attempt): string {
  return findMethod(attempt.method)?.financialWhenPaid ?? 'completed';
}

/** Plans a move. When its time comes it happens only if the attempt is still where it was. */
export function later(world: World, order: Order, attempt: Attempt, outcome: Outcome, afterMs: number): void {
  const { environment, orderId } = order;
  const data = { environment, orderId, attempt: attempt.id, from: attempt.status, outcome };
  world.agenda.add('move', world.clock.now() + afterMs, data);
}

/** The statuses that follow from what was given back. */
export function settleRefunds(world: World, order: Order, attempt: Attempt): void {
  const back = refundedAmount(order, attempt);
  attempt.status = back >= attempt.amount ? 'refunded' : 'partial_refunded';
  attempt.modifiedAt = world.clock.now();
  world.store.changed();
  world.tell(order, attempt);
}
