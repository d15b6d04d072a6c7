import { HOUR_MS, SECOND_MS } from '../clock';

/** First pause; smaller hammers a provider that is restarting, larger keeps a person waiting on the phone. */
const FIRST_MS = 2 * SECOND_MS;
/** Longest pause: an outage of a day is noticed within this of its end. */
const LONGEST_MS = HOUR_MS;

/**
 * Pause before try `attempt + 1`, doubling from 2 s to 1 h, with jitter of ± 25 % so that the jobs of an outage do
 * not all come back in one second. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const pause = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 30));
  return Math.round(pause * (0.75 + random() * 0.5));
}
