import { DAY_MS, MINUTE_MS } from './clock';
import { Info } from 'luxon';

/** Days remembered per zone, then begun anew. */
const DAYS_MAX = 2000;
const known = new Map<string, Map<number, number | null>>();

/**
 * The zone's offset from UTC, ms, where it is the same a day before and a day after the moment; null near a change of
 * the clocks (and for an unknown zone), where the caller has to look closely. Because it does not change nearby,
 * `at` may be UTC epoch ms as well as local wall time read as if it were UTC.
 */
export function steadyOffsetMs(zone: string, at: number): number | null {
  let days = known.get(zone);
  if (!days || days.size > DAYS_MAX) known.set(zone, (days = new Map()));
  const day = Math.floor(at / DAY_MS);
  let offset = days.get(day);
  if (offset === undefined) days.set(day, (offset = readOffset(zone, day)));
  return offset;
}

function readOffset(name: string, day: number): number | null {
  const zone = Info.normalizeZone(name);
  if (!zone.isValid) return null;
  const [before, after] = [zone.offset((day - 1) * DAY_MS), zone.offset((day + 2) * DAY_MS)];
  return before === after ? before * MINUTE_MS : null;
}
