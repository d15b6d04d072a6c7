import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';

/**
 * When a link without news is read next. The provider repeats a notification for 45 minutes and then gives up, so
 * asking earlier is only impatience; after that in growing steps to once a day. Ages and pauses in ms.
 */
const STEPS: readonly { readonly youngerThan: number; readonly pause: number }[] = [
  { youngerThan: 45 * MINUTE_MS, pause: 50 * MINUTE_MS },
  { youngerThan: 4 * HOUR_MS, pause: HOUR_MS },
  { youngerThan: 12 * HOUR_MS, pause: 2 * HOUR_MS },
  { youngerThan: 2 * DAY_MS, pause: 6 * HOUR_MS },
  { youngerThan: 7 * DAY_MS, pause: 12 * HOUR_MS },
];

/** `since`: when there was news last, or the link was made. UTC epoch ms. */
export function nextPollAt({ since, now }: { readonly since: number; readonly now: number }): number {
  const age = Math.max(0, now - since);
  const step = STEPS.find((one) => age < one.youngerThan);
  return now + (step?.pause ?? DAY_MS);
}

/** A closed link may still be paid at the provider: it is read at a growing distance, then no more. */
const LOOKS_AFTER_CLOSE_MS = [HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS] as const;

/** A paid link may be paid by another attempt that was under way, or be given back there, without our being told. */
const LOOKS_AFTER_PAYMENT_MS = [DAY_MS, 7 * DAY_MS] as const;

export interface Closed {
  readonly closedAt: number;
  readonly now: number;
}

export function nextPollOfClosed(closed: Closed): number | null {
  return nextLook(LOOKS_AFTER_CLOSE_MS, closed);
}

export function nextPollOfPaid(closed: Closed): number | null {
  return nextLook(LOOKS_AFTER_PAYMENT_MS, closed);
}

/** Refunds are carried out at night; one whose notification was lost would be on its way for ever. */
export function nextPollOfRefund(next: number | null, now: number): number {
  return Math.min(next ?? Infinity, now + DAY_MS);
}

function nextLook(looks: readonly number[], { closedAt, now }: Closed): number | null {
  const next = looks.find((distance) => closedAt + distance > now);
  return next === undefined ? null : closedAt + next;
}
