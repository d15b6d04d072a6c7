import type { Clock } from '../../../system/clock';
import { DAY_MS, MINUTE_MS } from '../../../system/clock';
import type { Agenda } from '../agenda';
import type { Environment, Link, Purchase } from './link';
import type { Store } from './store';

/** Where the documentation leaves the real behaviour open or contradicts itself, both ways can be had. */
export interface Behaviours {
  /** Refusals of the transaction calls come with HTTP 200 and the code in the body only. */
  readonly refusalsAsHttp200: boolean;
  /** `X-Override-Notification` of the create call is honoured, as it is documented for other products. */
  readonly overrideHeader: boolean;
  /** `status_code` and `gross_amount` of notifications are JSON numbers, as in an older sample. */
  readonly numbersInNotifications: boolean;
  /** The transaction status is in upper case, as in one sample of the status call. */
  readonly upperCaseStatus: boolean;
  /** `fraud_status` is left out, as for convenience stores. */
  readonly withoutFraudStatus: boolean;
}

export const USUAL: Behaviours = {
  refusalsAsHttp200: false,
  overrideHeader: false,
  numbersInNotifications: false,
  upperCaseStatus: false,
  withoutFraudStatus: false,
};

/** How long the provider's own doings take, in milliseconds. */
export interface Timers {
  /** The unit in which the pauses between two tries of a notification are counted: 2, 10, 30, 90, 210 of them. */
  readonly retryUnitMs: number;
  /** From a card's capture to its settlement. */
  readonly settlementMs: number;
  /** From a refund to the bank's confirmation. */
  readonly refundConfirmMs: number;
}

export const REAL_TIMERS: Timers = { retryUnitMs: MINUTE_MS, settlementMs: DAY_MS, refundConfirmMs: 10 * MINUTE_MS };

/** For people who try the demo and do not want to wait. */
export const DEMO_TIMERS: Timers = { retryUnitMs: 1000, settlementMs: 60_000, refundConfirmMs: 10_000 };

/** What the parts of the stand-in share. */
export interface World {
  readonly clock: Clock;
  readonly store: Store;
  readonly agenda: Agenda;
  readonly timers: Timers;
  readonly keys: Readonly<Record<Environment, string>>;
  /** The address set in the provider's dashboard; empty: none. */
  notificationUrl: string;
  behaviours: Behaviours;
  /** See `CommonOptions`. */
  readonly mayTell: (url: string) => boolean;
  readonly tell: (link: Link, purchase: Purchase) => void;
}
