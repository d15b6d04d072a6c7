import type { Link, Purchase } from './link';
import { amountOf } from './links';
import { offered } from './methods';
import { TRICKS } from './notify';
import type { Notifier, Trick } from './notify';
import { beginPurchase, isPaid, move, pay } from './purchases';
import { CoreRefusal } from './refusal';
import { giveBack } from './transactions';
import type { World } from './world';

/** What a payer, a bank or a person at the provider can do. */
export const ACTIONS = [
  'complete',
  'pending',
  'deny',
  'challenge',
  'cancel',
  'expire',
  'pay_twice',
  'pay_with_fee',
  'refund',
  'partial_refund',
  'chargeback',
  'reversal',
  'expire_link',
  ...TRICKS,
] as const;
export type Action = (typeof ACTIONS)[number];

export function isAction(name: string): name is Action {
  return ACTIONS.some((known) => known === name);
}

/** What a payer adds when the merchant lets them bear the fee, whole rupiah. */
const FEE = 4000;

export interface Target {
  readonly link: Link;
  /** The payment meant; else one still pending, or a new one. */
  readonly purchase?: Purchase | undefined;
  /** For a new payment; else the first that fits. */
  readonly method?: string | undefined;
}

/** Does it, tells the shop, and answers the payment concerned. @throws CoreRefusal when it cannot be done. */
export function act(world: World, notifier: Notifier, action: Action, target: Target): Purchase | null {
  const { link } = target;
  switch (action) {
    case 'duplicate':
    case 'out_of_order':
    case 'bad_signature':
    case 'edited_status':
      return trick(notifier, link, action);
    case 'expire_link':
      return endLink(world, link);
    case 'refund':
    case 'partial_refund':
    case 'chargeback':
    case 'reversal':
      return undo(world, link, action);
    case 'pay_twice':
      return complete(world, link, begin(world, target));
    case 'complete':
    case 'pending':
    case 'deny':
    case 'challenge':
    case 'cancel':
    case 'expire':
    case 'pay_with_fee':
      return decide(world, target, action);
  }
}

function trick(notifier: Notifier, link: Link, which: Trick): Purchase | null {
  notifier.trick(link, which);
  return link.purchases.at(-1) ?? null;
}

/** Nobody is told: the shop has to notice by itself. */
function endLink(world: World, link: Link): null {
  link.expiresAt = world.clock.now();
  world.store.changed();
  return null;
}

function begin(world: World, { link, method }: Target): Purchase {
  const amount = amountOf(link);
  const chosen = method ?? offered(link.request.enabledPayments, amount)[0]?.id ?? 'bni_va';
  return beginPurchase(world, link, chosen, amount);
}

function complete(world: World, link: Link, purchase: Purchase): Purchase {
  pay(world, link, purchase);
  return purchase;
}

type Decision = 'complete' | 'pending' | 'deny' | 'challenge' | 'cancel' | 'expire' | 'pay_with_fee';

function decide(world: World, target: Target, decision: Decision): Purchase {
  const { link } = target;
  const pending = link.purchases.findLast((one) => one.status === 'pending');
  const purchase = target.purchase ?? pending ?? begin(world, target);
  if (decision === 'complete') return complete(world, link, purchase);
  if (decision === 'pending') return purchase;
  if (decision === 'pay_with_fee') {
    purchase.grossAmount += FEE;
    return complete(world, link, purchase);
  }
  if (decision === 'challenge') {
    purchase.fraudStatus = 'challenge';
    move(world, link, purchase, 'capture');
  } else move(world, link, purchase, decision);
  return purchase;
}

function undo(world: World, link: Link, action: 'refund' | 'partial_refund' | 'chargeback' | 'reversal'): Purchase {
  const purchase = link.purchases.findLast(isPaid);
  if (!purchase) throw new CoreRefusal(412, 'the link is not paid');
  if (action === 'chargeback') move(world, link, purchase, 'chargeback');
  else if (action === 'reversal') move(world, link, purchase, 'deny');
  else {
    const left = purchase.grossAmount - purchase.refunds.reduce((sum, one) => sum + one.amount, 0);
    if (left < 1) throw new CoreRefusal(414, 'nothing is left to refund');
    const amount = action === 'refund' ? left : Math.max(1, Math.floor(left / 2));
    giveBack(world, link, purchase, { amount, key: '', reason: 'from the dashboard' });
  }
  return purchase;
}
