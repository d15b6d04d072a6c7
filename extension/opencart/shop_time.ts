import { DateTime, IANAZone } from 'luxon';

/**
 * The shop's local wall time, "YYYY-MM-DD HH:MM:SS", as OpenCart stores it: no offset, so the hour that repeats
 * when daylight saving ends is ambiguous. Two of them compare as text.
 */
export type ShopTime = string;

const FORMAT = 'yyyy-MM-dd HH:mm:ss';

/** `zone`: the setting `config_timezone`, an IANA name; empty or unknown reads as UTC. */
export function toShopTime(epochMs: number, zone: string): ShopTime {
  return DateTime.fromMillis(epochMs, { zone: knownZone(zone) }).toFormat(FORMAT);
}

/**
 * UTC epoch milliseconds; the earlier one where the wall time happens twice.
 * @throws RangeError for text that is no time, zero dates included.
 */
export function fromShopTime(time: ShopTime, zone: string): number {
  const parsed = DateTime.fromFormat(time, FORMAT, { zone: knownZone(zone) });
  if (!parsed.isValid) throw new RangeError(`not a shop time: ${time}`);
  const earlier = parsed.getPossibleOffsets().map((possible) => possible.toMillis());
  return Math.min(...earlier);
}

/** Asking whether a zone exists builds an Intl format, as dear as a whole mail; a shop has one zone. */
const zones = new Map<string, string>();

function knownZone(zone: string): string {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  const found = zone !== '' && IANAZone.isValidZone(zone) ? zone : 'UTC';
  zones.set(zone, found);
  return found;
}

/** OpenCart's "no date": null, empty and 0000-00-00 mean open-ended. */
export function isOpenDate(date: string | null | undefined): boolean {
  return date === null || date === undefined || date === '' || date.startsWith('0000-00-00');
}

/**
 * Whether a period holds now, as the shop's SQL compares a date with NOW(): from the midnight that begins the
 * first day (not that second itself) to the midnight that begins the last day.
 */
export function withinDates(start: string | null, end: string | null, now: ShopTime): boolean {
  return (isOpenDate(start) || midnight(start) < now) && (isOpenDate(end) || midnight(end) > now);
}

function midnight(date: string | null): ShopTime {
  return date === null || date.length > 10 ? (date ?? '') : `${date} 00:00:00`;
}
