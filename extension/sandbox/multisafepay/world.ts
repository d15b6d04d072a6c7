import type { Clock } from '../../../system/clock';
import { MINUTE_MS } from '../../../system/clock';
import type { Agenda } from '../agenda';
import type { Attempt, Environment, Order } from './order';
import type { Store } from './store';

/** Where the documentation leaves the real behaviour open, both ways can be had. */
export interface Behaviours {
  /** GET on an order whose page was never opened answers 404/1006 instead of the order. */
  readonly unopenedIsUnknown: boolean;
  /** A second POST of an unpaid order with another amount or currency answers 1006 instead of a second link. */
  readonly otherAmountIsRefused: boolean;
  /** Ids consisting of digits come back as JSON numbers, as some answers of the real one do. */
  readonly idsAsNumbers: boolean;
}

export const USUAL: Behaviours = { unopenedIsUnknown: false, otherAmountIsRefused: false, idsAsNumbers: false };

/** How long the provider's own doings take, in milliseconds. */
export interface Timers {
  /** Between two tries of one notification. */
  readonly retryMs: number;
  /** From the buyer's bank transfer to the money. */
  readonly bankTransferMs: number;
  /** How long a payment stays uncleared. */
  readonly unclearedMs: number;
  /** From a refund's acceptance to its execution; null: at the next midnight in Amsterdam. */
  readonly refundMs: number | null;
}

/** As documented for the provider's test environment. */
export const REAL_TIMERS: Timers = {
  retryMs: 15 * MINUTE_MS,
  bankTransferMs: 2 * MINUTE_MS,
  unclearedMs: 3 * MINUTE_MS,
  refundMs: null,
};

/** For people who try the demo and do not want to wait. */
export const DEMO_TIMERS: Timers = { retryMs: 15_000, bankTransferMs: 20_000, unclearedMs: 20_000, refundMs: 10_000 };

/** What the parts of the stand-in share. */
export interface World {
  readonly clock: Clock;
  readonly store: Store;
  readonly agenda: Agenda;
  readonly timers: Timers;
  readonly keys: Readonly<Record<Environment, string>>;
  /** Hosts (`name:port`) that may be plain http although they are not loopback: the demo's own. */
  readonly trustedHosts: ReadonlySet<string>;
  behaviours: Behaviours;
  /** See `CommonOptions`. */
  readonly mayTell: (url: string) => boolean;
  /** Tells the shop about an attempt, or about the link itself when there is none. */
  readonly tell: (order: Order, attempt: Attempt | null) => void;
}
