import { MINUTE_MS, SECOND_MS } from '../../system/clock';
import { isUsedUp } from '../../extension/payment_link/person/customer_actions';
import { isOpen } from '../../extension/payment_link/link/link';
import type { Link } from '../../extension/payment_link/link/link_row';
import { isReceived, type Payment } from '../../extension/payment_link/settle/payments';
import type { PayFacts } from './pay_facts';

/** What the page says; each has `heading_<state>` and `sentence_<state>` in the language files. */
export type PayState =
  | 'payable'
  | 'being_made'
  /** Taking longer than people wait. */
  | 'being_made_long'
  /** Back from the provider, which is being asked. */
  | 'checking'
  | 'on_its_way'
  /** Another amount or currency came than was asked. */
  | 'being_checked'
  | 'paid'
  | 'partly_refunded'
  | 'refunded'
  | 'reversed'
  | 'paid_otherwise'
  | 'expired'
  /** Closed by the shop. */
  | 'cancelled'
  /** Closed by the provider. */
  | 'ended'
  | 'failed';

/**
 * How the customer came: by the link, by the Pay button of an attempt that is used up, back from the provider, or back
 * without having paid. Proves nothing.
 */
export type PayMoment = 'open' | 'pressed' | 'returned' | 'cancelled';

export interface PayVisit {
  readonly moment: PayMoment;
  /** How often this page has looked again by itself. */
  readonly looks: number;
  /** UTC epoch ms. */
  readonly now: number;
}

/** After a return, or a press that has another attempt made, the page looks this often before it shows the Pay button again. */
const CHECKING_LOOKS = 4;
/** A replaced attempt is followed by another within seconds; after this long nobody is at it any more. */
const NEXT_ATTEMPT_MS = 10 * MINUTE_MS;
const LONG_MS = 45 * SECOND_MS;

export function payState(facts: Pick<PayFacts, 'link' | 'payments'>, visit: PayVisit): PayState {
  const { link, payments } = facts;
  const came = moneyState(link, payments);
  if (came !== null) return came;
  return isOpen(link.state) ? openState(link, payments, visit) : closedState(link, visit.now);
}

/** Null while no money came, or when all of it went back and the shop asks again. */
function moneyState(link: Link, payments: readonly Payment[]): PayState | null {
  const came = payments.filter((payment) => isReceived(payment.state) || payment.state === 'charged_back');
  const kept = came.filter((payment) => payment.state === 'paid' || payment.state === 'partially_refunded');
  if (came.length === 0 || (kept.length === 0 && isOpen(link.state))) return null;
  if (kept.some((payment) => payment.state === 'partially_refunded')) return 'partly_refunded';
  if (kept.length > 0) return kept.some((payment) => isEnough(payment, link)) ? 'paid' : 'being_checked';
  return came.some((payment) => payment.state === 'refunded') ? 'refunded' : 'reversed';
}

/** An earlier attempt may have asked for another amount: once its link was completed, it is paid. */
function isEnough(payment: Payment, link: Link): boolean {
  if (link.state === 'completed' || payment.linkId !== link.linkId) return true;
  return payment.amount.currency === link.amount.currency && payment.amount.minor === link.amount.minor;
}

function openState(link: Link, payments: readonly Payment[], visit: PayVisit): PayState {
  if (link.state === 'requested') return visit.now - link.createdAt > LONG_MS ? 'being_made_long' : 'being_made';
  if (payments.some((payment) => payment.linkId === link.linkId && payment.state === 'pending')) return 'on_its_way';
  if (link.expiresAt !== null && link.expiresAt <= visit.now) return 'expired';
  if (visit.looks >= CHECKING_LOOKS) return 'payable';
  if (visit.moment === 'pressed' && isUsedUp(link)) return 'being_made';
  return visit.moment === 'returned' && link.state === 'active' ? 'checking' : 'payable';
}

function closedState(link: Link, now: number): PayState {
  if (link.state === 'completed') return 'paid';
  if (link.state === 'failed') return 'failed';
  if (link.state === 'expired') return 'expired';
  if (link.closedWhy === 'paid_otherwise') return 'paid_otherwise';
  if (link.state === 'replaced' && now - (link.closedAt ?? 0) < NEXT_ATTEMPT_MS) return 'being_made';
  return link.state === 'cancelled' && link.closedWhy === 'provider' ? 'ended' : 'cancelled';
}

/** A page left open in a forgotten tab goes quiet. */
const LOOKS_MAX = 40;

/** Seconds until the page looks again by itself; null when it need not. */
export function refreshSeconds(state: PayState, visit: PayVisit): number | null {
  if (visit.looks >= LOOKS_MAX) return null;
  const back = visit.moment === 'returned';
  const seconds: Partial<Record<PayState, number>> = {
    being_made: 2,
    being_made_long: 15,
    checking: 3,
    on_its_way: back ? 15 : 60,
    ...(back ? { payable: 10 } : {}),
  };
  return seconds[state] ?? null;
}
