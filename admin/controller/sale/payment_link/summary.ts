import type { AgeSum, LinkSum } from '../../../../extension/payment_link/list/link_sums';
import { LINK_STATES } from '../../../../extension/payment_link/link/link';
import { fill } from '../../../../system/language';
import { formatMoney, money } from '../../../../system/money';
import { agesPart } from '../../../ages';
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

/** What can still be paid, by age; empty when nothing can. */
export function openByAge(visit: Visit, sums: readonly AgeSum[]): BarView[] {
  return agesPart(visit, sums, (count, group) => (count === 0 ? '0' : sumText(visit, group)));
}
