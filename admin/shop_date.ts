import { DateTime } from 'luxon';

/** "21 Nov 2026" for the shop's wall time; empty for a date that is none, such as 0000-00-00. */
export function shopDateText(shopTime: string, locale: string): string {
  const day = DateTime.fromISO(shopTime.slice(0, 10), { zone: 'utc', locale });
  return day.isValid ? day.toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' }) : '';
}
