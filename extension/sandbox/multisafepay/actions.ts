import { beginAttempt, later, move } from './attempts';
import { METHODS, findMethod, fits } from './methods';
import type { Attempt, Order, Session, Trick } from './order';
import { acceptRefund } from './refunds';
import { refusal } from './refusal';
import { decisiveAttempt, isPaid, newestSession, refundable } from './state';
import type { Notifier } from './notify';
import type { World } from './world';

/** What a buyer, a bank or a person at the provider can do, one button each on the pay page. */
export const ACTIONS = [
  'complete',
  'decline',
  'leave',
  'void',
  'uncleared',
  'uncleared_decline',
  'bank_transfer',
  'expire',
  'expire_link',
  'pay_twice',
  'refund',
  'partial_refund',
  'chargeback',
  'duplicate',
  'out_of_order',
  'without_timestamp',
  'pretransaction',
  'bad_signature',
  'old_timestamp',
] as const;
export type Action = (typeof ACTIONS)[number];

export function isAction(name: string): name is Action {
  return ACTIONS.some((known) => known === name);
}

const TRICKS: readonly string[] = [
  'duplicate',
  'out_of_order',
  'without_timestamp',
  'pretransaction',
  'bad_signature',
  'old_timestamp',
];

export interface Target {
  readonly order: Order;
  /** The link used; the newest when absent. */
  readonly session?: Session | undefined;
  /** The attempt meant; else one still open, or a new one. */
  readonly attempt?: Attempt | undefined;
  /** For a new attempt; else the order's own, or the first that fits. */
  readonly method?: string | undefined;
}

/** Does it, tells the shop, and answers the attempt concerned. @throws Refusal as the API would. */
export function act(world: World, notifier: Notifier, action: Action, target: Target): Attempt | null {
  const { order } = target;
  if (TRICKS.includes(action)) {
    notifier.trick(order, action as Trick);
    return decisiveAttempt(order);
  }
  if (action === 'expire_link') return (expireLink(world, order, target.session ?? newestSession(order)), null);
  if (action === 'pay_twice') return payAgain(world, target);
  if (action === 'refund' || action === 'partial_refund') return refund(world, order, action === 'refund');
  if (action === 'chargeback') return chargeBack(world, order);
  return finish(world, order, openAttempt(world, target), action);
}

type Finish =
  'complete' | 'decline' | 'leave' | 'void' | 'uncleared' | 'uncleared_decline' | 'bank_transfer' | 'expire';

function finish(world: World, order: Order, attempt: Attempt, action: Action): Attempt {
  const { unclearedMs, bankTransferMs } = world.timers;
  switch (action as Finish) {
    case 'complete':
      move(world, order, attempt, 'completed');
      break;
    case 'decline':
      move(world, order, attempt, 'declined');
      break;
    case 'leave':
      // The buyer closes the bank's page; nobody is told more than that a method was chosen.
      break;
    case 'void':
      move(world, order, attempt, 'void');
      break;
    case 'expire':
      move(world, order, attempt, 'expired');
      break;
    case 'uncleared':
    case 'uncleared_decline':
      move(world, order, attempt, 'uncleared');
      later(world, order, attempt, action === 'uncleared' ? 'completed' : 'declined', unclearedMs);
      break;
    case 'bank_transfer':
      attempt.transferring = true;
      world.tell(order, attempt);
      later(world, order, attempt, 'completed', bankTransferMs);
      break;
  }
  return attempt;
}

function openAttempt(world: World, target: Target): Attempt {
  if (target.attempt) return target.attempt;
  const open = target.order.attempts.findLast((one) => ['initialized', 'uncleared'].includes(one.status));
  return open ?? newAttempt(world, target);
}

function newAttempt(world: World, { order, session = newestSession(order), method }: Target): Attempt {
  const { request } = session;
  const chosen = findMethod(method ?? request.gateway ?? '') ?? METHODS.find((known) => fits(known, request));
  return beginAttempt(world, order, session, chosen?.id ?? 'VISA');
}

function payAgain(world: World, target: Target): Attempt {
  const attempt = newAttempt(world, target);
  move(world, target.order, attempt, 'completed');
  return attempt;
}

/** As a person in the provider's own back office would do it. */
function refund(world: World, order: Order, whole: boolean): Attempt {
  const attempt = decisiveAttempt(order);
  if (!attempt || !isPaid(attempt)) throw refusal(1034, 'the order is not paid');
  const left = refundable(order, attempt);
  acceptRefund(world, order, attempt, whole ? left : Math.max(1, Math.floor(left / 2)), {});
  return attempt;
}

function chargeBack(world: World, order: Order): Attempt {
  const attempt = decisiveAttempt(order);
  if (!attempt || !isPaid(attempt)) throw refusal(1034, 'the order is not paid');
  const now = world.clock.now();
  order.related.push({
    id: world.store.nextId(),
    attemptId: attempt.id,
    type: 'chargeback',
    amount: attempt.amount,
    description: 'Chargeback',
    refundOrderId: order.orderId,
    createdAt: now,
    modifiedAt: now,
    status: 'completed',
  });
  move(world, order, attempt, 'chargedback');
  return attempt;
}

/** The link's life is over. A transfer under way may still arrive. */
export function expireLink(world: World, order: Order, session: Session): void {
  if (session.expired || session.cancelled) return;
  session.expired = true;
  world.store.changed();
  if (!order.attempts.some(isPaid)) world.tell(order, null);
}
