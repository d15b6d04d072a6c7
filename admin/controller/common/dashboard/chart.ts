import { DateTime } from 'luxon';
import type { MadeInQuarter } from '../../../../extension/payment_link/list/link_days';
import { fill } from '../../../../system/language';
import type { ChartView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';
import { countFormat } from '../../../../system/formats';

const WIDTH = 600;
const HEIGHT = 160;
/** Of a day's place, the share that its bar takes. */
const BAR_SHARE = 0.7;

/** Days of the shop's zone, oldest first, today last. */
export function chartOf(
  visit: Visit,
  quarters: readonly MadeInQuarter[],
  shop: { now: number; zone: string; days: number },
): ChartView {
  const text = visit.texts('common/dashboard');
  const days = daysOf(quarters, shop);
  const most = Math.max(1, ...days.map((day) => day.made));
  const number = countFormat(visit.locale);
  const date = (day: DateTime) => day.setLocale(visit.locale).toLocaleString({ day: 'numeric', month: 'short' });
  const sum = (of: 'made' | 'paid') => days.reduce((total, day) => total + day[of], 0);
  const place = WIDTH / days.length;
  return {
    summary: fill(text.chart_summary, {
      ...{ made: number.format(sum('made')), paid: number.format(sum('paid')) },
      ...{ days: shop.days, most: number.format(Math.max(0, ...days.map((day) => day.made))) },
    }),
    most: number.format(most),
    first: days[0] ? date(days[0].day) : '',
    last: days.at(-1) ? date((days.at(-1) as Day).day) : '',
    days: days.map((day, index) => {
      const [made, paid] = [number.format(day.made), number.format(day.paid)];
      const [madeHeight, paidHeight] = [height(day.made, most), height(day.paid, most)];
      return {
        ...{ x: round(index * place + (place * (1 - BAR_SHARE)) / 2), width: round(place * BAR_SHARE) },
        ...{ madeY: HEIGHT - madeHeight, madeHeight, paidY: HEIGHT - paidHeight, paidHeight },
        ...{ title: fill(text.chart_bar, { date: date(day.day), made, paid }), date: date(day.day), made, paid },
      };
    }),
  };
}

interface Day {
  readonly day: DateTime;
  made: number;
  paid: number;
}

function daysOf(quarters: readonly MadeInQuarter[], shop: { now: number; zone: string; days: number }): Day[] {
  const today = DateTime.fromMillis(shop.now, { zone: shop.zone }).startOf('day');
  const days: Day[] = Array.from({ length: shop.days }, (_none, index) => ({
    day: today.minus({ days: shop.days - 1 - index }),
    made: 0,
    paid: 0,
  }));
  const byDate = new Map(days.map((day) => [day.day.toISODate(), day]));
  for (const quarter of quarters) {
    const day = byDate.get(DateTime.fromMillis(quarter.at, { zone: shop.zone }).toISODate());
    if (!day) continue;
    day.made += quarter.made;
    day.paid += quarter.paid;
  }
  return days;
}

function height(value: number, most: number): number {
  return round((value / most) * HEIGHT);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
