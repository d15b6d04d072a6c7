import { fill } from '../system/language';
import type { Visit } from './visit';

/** Upper ages, in days, of the groups in which links that wait for money are shown. */
export const AGES = [1, 3, 7, 14, 30] as const;

/** The group's name; the one after the last holds what is older. */
export function ageLabel(visit: Visit, group: number): string {
  const text = visit.texts('common/dashboard');
  if (group === 0) return text.age_day;
  const from = AGES[group - 1] ?? 0;
  const days = AGES[group];
  return days === undefined ? fill(text.age_older, { days: from }) : fill(text.age_days, { from, days });
}

/** Length of a bar beside the longest; at least a sliver, so that one of many still shows. */
export function widthOf(value: number, most: number): string {
  if (value === 0 || most === 0) return '0%';
  return `${Math.max(1, Math.round((value / most) * 100))}%`;
}
