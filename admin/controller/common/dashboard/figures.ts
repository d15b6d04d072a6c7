import { madePerQuarter } from '../../../../extension/payment_link/list/link_days';
import { linksByStaff, paidByMethod, readFigures } from '../../../../extension/payment_link/list/link_stats';
import { ageLimits, sumByAge, type AgeSum } from '../../../../extension/payment_link/list/link_sums';
import { listMethodNames } from '../../../../extension/payment_link/gateways/method_names';
import { aside } from '../../../../system/db/aside';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { AGES_MS, widthOf } from '../../../ages';
import { sayDuration } from '../../../dates';
import type { BarView, FiguresView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';
import { chartOf } from './chart';
import { countFormat, numberFormat } from '../../../../system/formats';

export const DAYS = 30;
const STAFF_SHOWN = 8;
const METHODS_SHOWN = 8;
const PERCENT: Intl.NumberFormatOptions = { style: 'percent' };

export async function figuresPart(
  app: Admin,
  visit: Visit,
  shop: { now: number; zone: string; since: number },
): Promise<FiguresView | null> {
  const text = visit.texts('common/dashboard');
  const figures = await readFigures(app.db, shop.since);
  if (figures.made === 0) return null;
  const number = countFormat(visit.locale);
  const percent = numberFormat(visit.locale, PERCENT);
  const step = (label: string, count: number, whole: boolean) => ({
    label,
    value: number.format(count),
    note: whole ? '' : fill(text.share, { percent: percent.format(count / figures.made) }),
    width: widthOf(count, figures.made),
  });
  const { meanMsToPay } = figures;
  return {
    title: fill(text.last_days, { days: DAYS }),
    steps: [
      step(text.step_sent, figures.made, true),
      step(text.step_opened, figures.opened, false),
      step(text.step_paid, figures.paid, false),
    ],
    timeToPay: meanMsToPay === null ? text.time_none : sayDuration(meanMsToPay, visit.locale),
    chart: chartOf(visit, await madePerQuarter(app.db, shop.since), { ...shop, days: DAYS }),
  };
}

/** What open links still ask for, per age and currency. */
export function openSums(app: Admin, now: number): Promise<AgeSum[]> {
  return sumByAge(aside(app.db), {}, ageLimits(now, AGES_MS));
}

type Sum = Pick<AgeSum, 'currency' | 'minor'>;

/** One amount per currency: "€1,423.35", "$20.00". */
export function amountsOf(visit: Visit, sums: readonly Sum[]): string[] {
  const minors = new Map<string, number>();
  for (const { currency, minor } of sums) minors.set(currency, (minors.get(currency) ?? 0) + minor);
  return [...minors].map(([currency, minor]) => formatMoney(money(minor, currency), visit.locale));
}

export async function methodsPart(app: Admin, visit: Visit, since: number): Promise<BarView[]> {
  const text = visit.texts('common/dashboard');
  const rows = await paidByMethod(app.db, since);
  const names = await listMethodNames(app.db);
  const codes = [...new Set(rows.map((row) => row.method))].slice(0, METHODS_SHOWN);
  const groups = codes.map((code) => rows.filter((row) => row.method === code));
  const counts = groups.map((group) => group.reduce((sum, row) => sum + row.count, 0));
  const most = Math.max(0, ...counts);
  return codes.map((code, index) => ({
    label: code === null ? text.method_unknown : (names.get(code) ?? code),
    value: valueOf(visit, counts[index] ?? 0, groups[index] ?? []),
    width: widthOf(counts[index] ?? 0, most),
  }));
}

export async function staffPart(app: Admin, visit: Visit, since: number): Promise<BarView[]> {
  const text = visit.texts('common/dashboard');
  const rows = (await linksByStaff(app.db, since)).slice(0, STAFF_SHOWN);
  const most = Math.max(0, ...rows.map((row) => row.made));
  return rows.map((row) => ({
    label: row.createdBy === 'system' ? text.staff_system : row.createdBy,
    value: fill(text.staff_line, { paid: row.paid, made: row.made }),
    width: widthOf(row.made, most),
  }));
}

/** "12 · €1,423.35" */
export function valueOf(visit: Visit, count: number, sums: readonly Sum[]): string {
  return [countFormat(visit.locale).format(count), ...amountsOf(visit, sums)].join(' · ');
}
