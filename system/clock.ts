/** The only source of time. Tests inject one they can move. */
export interface Clock {
  /** UTC epoch milliseconds. */
  now(): number;
}

/**
 * The machine's clock. Tests with processes of their own start one later than the last by CLOCK_AHEAD_MS, so that
 * leases, pauses and lifetimes are over; inert unless NODE_ENV is `test`.
 */
export const systemClock: Clock = { now: () => Date.now() + AHEAD_MS };

const AHEAD_MS = process.env['NODE_ENV'] === 'test' ? Number(process.env['CLOCK_AHEAD_MS'] ?? 0) : 0;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
