import { DateTime } from 'luxon';
import { DAY_MS, MINUTE_MS } from '../system/clock';
import { dateFormat, numberFormat } from '../system/formats';
import { steadyOffsetMs } from '../system/zone_offset';

/** A moment as people say it, and in full for hover. */
export interface SaidDate {
  /** "today 14:05", "yesterday 9:12", "3 Nov 2026". */
  readonly text: string;
  /** "Tuesday 3 November 2026 at 14:05:12 CET" */
  readonly full: string;
  /** For the <time> element. */
  readonly iso: string;
}

/** `at`, `now`: UTC epoch ms. `zone`: the shop's. */
export function sayMoment(at: number, now: number, zone: string, locale: string): SaidDate {
  const offset = steadyOffsetMs(zone, at);
  return said({ at, local: at + (offset ?? offsetMs(at, zone)), now, zone, locale });
}

/** "14:05", for what is due within hours. `at`: UTC epoch ms. */
export function sayTime(at: number, zone: string, locale: string): string {
  return dateFormat(locale, TIME).format(at + offsetMs(at, zone));
}

/** OpenCart's local wall time, "YYYY-MM-DD HH:MM:SS", as the shop's clock read. Empty text stays empty. */
export function sayShopTime(local: string, now: number, zone: string, locale: string): SaidDate {
  const wall = Date.parse(`${local.replace(' ', 'T')}Z`);
  const offset = Number.isNaN(wall) ? null : steadyOffsetMs(zone, wall);
  if (offset !== null) return said({ at: wall - offset, local: wall, now, zone, locale });
  // Near a change of the clocks, or no date at all.
  const moment = DateTime.fromSQL(local, { zone });
  if (!moment.isValid) return { text: local, full: local, iso: local };
  return sayMoment(moment.toMillis(), now, zone, locale);
}

/** "3 November 2026", as an invoice says it, of OpenCart's local wall time. What is no date stays as it is. */
export function sayDay(local: string, locale: string): string {
  const day = Date.parse(`${local.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day) ? local : dateFormat(locale, DAY).format(day);
}

interface Said {
  /** UTC epoch ms. */
  readonly at: number;
  /** The zone's wall time, as if it were UTC. */
  readonly local: number;
  readonly now: number;
  readonly zone: string;
  readonly locale: string;
}

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' };
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
const DATE: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' };

function said({ at, local, now, zone, locale }: Said): SaidDate {
  const today = now + (steadyOffsetMs(zone, now) ?? offsetMs(now, zone));
  const days = Math.floor(local / DAY_MS) - Math.floor(today / DAY_MS);
  const text =
    Math.abs(days) <= 1
      ? `${relativeDay(days, locale)} ${dateFormat(locale, TIME).format(local)}`
      : dateFormat(locale, DATE).format(local);
  return { text, full: dateFormat(locale, fullIn(zone)).format(at), iso: isoOf(local, local - at) };
}

function offsetMs(at: number, zone: string): number {
  return DateTime.fromMillis(at, { zone }).offset * MINUTE_MS;
}

const full = new Map<string, Intl.DateTimeFormatOptions>();

function fullIn(zone: string): Intl.DateTimeFormatOptions {
  let options = full.get(zone);
  if (!options) {
    options = { ...DateTime.DATETIME_HUGE_WITH_SECONDS, timeZone: zone };
    // In full it is a mouthful that nobody says.
    if (zone === 'UTC') options.timeZoneName = 'short';
    full.set(zone, options);
  }
  return options;
}

/** "2026-11-03T14:05:12.000+01:00" */
function isoOf(local: number, offset: number): string {
  const wall = new Date(local).toISOString().slice(0, -1);
  if (offset === 0) return `${wall}Z`;
  const minutes = Math.abs(offset / MINUTE_MS);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeDay(days: number, locale: string): string {
  return relativeIn(locale).format(days, 'day');
}

function relativeIn(locale: string): Intl.RelativeTimeFormat {
  let format = relative.get(locale);
  if (!format) relative.set(locale, (format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })));
  return format;
}

/**
 * "in 30 days", "in 3 hours", "5 minutes ago". Whole days once the hours are rounded, whole hours once the minutes are:
 * a link of thirty days that was just made has thirty, and one that has half of its last day gone has twenty-nine.
 */
export function sayLeft(at: number, now: number, locale: string): string {
  const minutes = Math.round((at - now) / 60_000);
  const hours = Math.round((at - now) / 3_600_000);
  const say = relativeIn(locale);
  if (Math.abs(hours) >= 48) return say.format(Math.trunc(hours / 24), 'day');
  return Math.abs(minutes) >= 60 ? say.format(Math.trunc(minutes / 60), 'hour') : say.format(minutes, 'minute');
}

const MINUTE = ['minute', 1] as const;

/** "2 days", "5 hours", "12 minutes": the largest whole unit that says enough. */
export function sayDuration(ms: number, locale: string): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [unit, size] = minutes >= 2880 ? (['day', 1440] as const) : minutes >= 120 ? (['hour', 60] as const) : MINUTE;
  return numberFormat(locale, DURATIONS[unit]).format(minutes / size);
}

const inUnits = (unit: string): Intl.NumberFormatOptions => {
  return { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 };
};
const DURATIONS = { day: inUnits('day'), hour: inUnits('hour'), minute: inUnits('minute') };
