import { DateTime } from 'luxon';

/** A moment as people say it, and in full for hover and print. */
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
  const moment = DateTime.fromMillis(at, { zone }).setLocale(locale);
  return said(moment, DateTime.fromMillis(now, { zone }), locale);
}

/** OpenCart's local wall time, "YYYY-MM-DD HH:MM:SS", as the shop's clock read. Empty text stays empty. */
export function sayShopTime(local: string, now: number, zone: string, locale: string): SaidDate {
  const moment = DateTime.fromSQL(local, { zone }).setLocale(locale);
  if (!moment.isValid) return { text: local, full: local, iso: local };
  return said(moment, DateTime.fromMillis(now, { zone }), locale);
}

function said(moment: DateTime, now: DateTime, locale: string): SaidDate {
  const days = moment.startOf('day').diff(now.startOf('day'), 'days').days;
  const near = Math.abs(days) <= 1;
  const text = near
    ? `${relativeDay(days, locale)} ${moment.toLocaleString({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`
    : moment.toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    text,
    full: moment.toLocaleString(DateTime.DATETIME_HUGE_WITH_SECONDS),
    iso: moment.toISO() ?? '',
  };
}

const relative = new Map<string, Intl.RelativeTimeFormat>();

function relativeDay(days: number, locale: string): string {
  return relativeIn(locale).format(Math.round(days), 'day');
}

function relativeIn(locale: string): Intl.RelativeTimeFormat {
  let format = relative.get(locale);
  if (!format) relative.set(locale, (format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })));
  return format;
}

/** "in 29 days", "in 3 hours", "5 minutes ago". Whole units, rounded down: nobody is promised more than there is. */
export function sayLeft(at: number, now: number, locale: string): string {
  const minutes = Math.trunc((at - now) / 60_000);
  const [unit, size] =
    Math.abs(minutes) >= 2880 ? (['day', 1440] as const) : Math.abs(minutes) >= 60 ? (['hour', 60] as const) : MINUTE;
  return relativeIn(locale).format(Math.trunc(minutes / size), unit);
}

const MINUTE = ['minute', 1] as const;

/** "2 days", "5 hours", "12 minutes": the largest whole unit that says enough. */
export function sayDuration(ms: number, locale: string): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const [unit, size] = minutes >= 2880 ? (['day', 1440] as const) : minutes >= 120 ? (['hour', 60] as const) : MINUTE;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 });
  return format.format(minutes / size);
}
