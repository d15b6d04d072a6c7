import type { AgeSum } from '../extension/payment_link/list/link_sums';
import { DAY_MS } from '../system/clock';
import { fill } from '../system/language';
import type { BarView } from './view/common/dashboard';
import type { Visit } from './visit';

/** Upper ages, in days, of the groups in which links that wait for money are shown. */
const AGES = [1, 3, 7, 14, 30] as const;
/** The same, ms. */
export const AGES_MS = AGES.map((days) => days * DAY_MS);

/**
 * Links that can still be paid, by age: the bars compare the counts, and `say` tells each with its sums, of which
 * several currencies stand beside each other. Empty when nothing can be paid.
 */
export function agesPart(
  visit: Visit,
  sums: readonly AgeSum[],
  say: (count: number, sums: readonly AgeSum[]) => string,
): BarView[] {
  const groups = [...AGES_MS.keys(), AGES_MS.length].map((group) => sums.filter((sum) => sum.group === group));
  const counts = groups.map((group) => group.reduce((all, sum) => all + sum.count, 0));
  const most = Math.max(...counts);
  if (most === 0) return [];
  return groups.map((group, index) => ({
    label: ageLabel(visit, index),
    value: say(counts[index] ?? 0, group),
    width: widthOf(counts[index] ?? 0, most),
  }));
}

/** The group's name; the one after the last holds what is older. */
function ageLabel(visit: Visit, group: number): string {
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
