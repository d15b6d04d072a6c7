import { mayReach } from '../../../../extension/payment_link/bulk/judge_link';
import type { BulkAct } from '../../../../extension/payment_link/bulk/runs';
import type { LinkFilter } from '../../../../extension/payment_link/list/link_filter';
import { overviewOfLinks } from '../../../../extension/payment_link/list/link_overview';
import { halfOfMinuteFor } from '../../../../extension/payment_link/sweep/pace';
import { MINUTE_MS } from '../../../../system/clock';
import { countFormat } from '../../../../system/formats';
import { view, type Answer } from '../../../../system/http/answer';
import { textIn } from '../../../../system/http/input';
import { fill, plural } from '../../../../system/language';
import type { Admin } from '../../../admin';
import { sayDuration } from '../../../dates';
import type { BulkConfirmView } from '../../../view/sale/bulk_confirm';
import type { Visit } from '../../../visit';
import { HOME, pathBack } from './back';
import { shopOf } from './shop_of';
import { AGES_MS } from '../../../ages';
import { totalsPart } from './summary';

export interface Asked {
  readonly act: BulkAct;
  readonly back: Readonly<Record<string, string>>;
  readonly filter: LinkFilter;
  /** The link whose turn comes first. */
  readonly firstId: number;
  readonly count: number;
  /** It was confirmed for another number. */
  readonly changed: boolean;
}

/** "Renew 1,234 links?" with what they are. Its form sends the press that the list's form began. */
export async function confirmPage(
  app: Admin,
  visit: Visit,
  { act, back, filter, firstId, count, changed }: Asked,
): Promise<Answer> {
  const text = visit.texts('sale/link_run');
  const { now } = await shopOf(app);
  const wish = { sort: 'created_at', descending: true, page: 1, perPage: 1, now, limitsMs: AGES_MS } as const;
  const { sums } = await overviewOfLinks(app.db, filter, wish);
  const reached = sums.filter(({ state }) => mayReach(act, state)).reduce((all, sum) => all + sum.count, 0);
  const question = plural(visit.locale, reached, text[`ask_${act}`]);
  const pace = await halfOfMinuteFor(app.links, firstId);
  const duration = sayDuration((reached / pace) * MINUTE_MS, visit.locale);
  const data: BulkConfirmView = {
    title: question,
    crumbs: [
      { text: visit.texts('sale/payment_links').title, href: visit.href(HOME) },
      { text: question, href: visit.href(pathBack(back)) },
    ],
    text,
    question,
    changed: changed ? fill(text.changed, { count: countFormat(visit.locale).format(count) }) : null,
    sentences: [text[`what_${act}`], restOf(visit, count - reached), fill(text.ask_duration, { duration })],
    totals: totalsPart(visit, sums),
    action: visit.href(`${HOME}/bulk`),
    hidden: {
      ...{ act, every: '1', confirmed: String(count), back: JSON.stringify(back) },
      form_token: textIn(visit.body, 'form_token'),
    },
    yes: plural(visit.locale, reached, text[`yes_${act}`]),
    danger: act === 'cancel',
    backHref: visit.href(pathBack(back)),
  };
  return view('sale/bulk_confirm', data);
}

/** Of the links that match, those that the run will leave alone. */
function restOf(visit: Visit, count: number): string {
  const text = visit.texts('sale/link_run');
  return count === 0 ? text.refuses : plural(visit.locale, count, text.rest);
}
