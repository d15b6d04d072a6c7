import type { AgeSum, LinkSum } from '../../../../extension/payment_link/list/link_sums';
import { LINK_STATES } from '../../../../extension/payment_link/link/link';
import { DAY_MS } from '../../../../system/clock';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import { ageLabel, AGES, widthOf } from '../../../ages';
import { plainStateOf } from '../../../link_state';
import type { BarView } from '../../../view/common/dashboard';
import type { PaymentLinkListView } from '../../../view/sale/payment_link_list';
import type { Visit } from '../../../visit';
import { countFormat } from '../../../../system/formats';

/** How many per state, and how much in each currency. */
export function totalsPart(visit: Visit, sums: readonly LinkSum[]): PaymentLinkListView['totals'] {
  return LINK_STATES.filter((state) => sums.some((sum) => sum.state === state)).map((state) => ({
    state: plainStateOf(state, visit.texts('sale/payment_link')),
    text: sumText(
      visit,
      sums.filter((sum) => sum.state === state),
    ),
  }));
}

function sumText(visit: Visit, sums: readonly Pick<LinkSum, 'count' | 'currency' | 'minor'>[]): string {
  const count = sums.reduce((all, sum) => all + sum.count, 0);
  const amounts = sums.map((sum) => formatMoney(money(sum.minor, sum.currency), visit.locale));
  return fill(visit.texts('sale/payment_links').totals_line, {
    count: countFormat(visit.locale).format(count),
    amounts: amounts.join(' · '),
  });
}

/** Upper ages of the groups, ms. */
export const AGES_MS = AGES.map((days) => days * DAY_MS);

/** What can still be paid, by age; empty when nothing can. */
export function agesPart(visit: Visit, sums: readonly AgeSum[]): BarView[] {
  const groups = [...AGES_MS.keys(), AGES_MS.length].map((group) => sums.filter((sum) => sum.group === group));
  const counts = groups.map((group) => group.reduce((all, sum) => all + sum.count, 0));
  const most = Math.max(...counts);
  if (most === 0) return [];
  return groups.map((group, index) => ({
    label: ageLabel(visit, index),
    value: (counts[index] ?? 0) === 0 ? '0' : sumText(visit, group),
    width: widthOf(counts[index] ?? 0, most),
  }));
}
