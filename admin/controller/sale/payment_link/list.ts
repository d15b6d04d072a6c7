import { RUN_LINKS_MAX } from '../../../../extension/payment_link/bulk/begin_run';
import { findLinksInOrder, LINK_SORTS, type LinkSort } from '../../../../extension/payment_link/list/link_lists';
import { overviewOfLinks } from '../../../../extension/payment_link/list/link_overview';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { listPaymentsOfLinks, type Payment } from '../../../../extension/payment_link/settle/payments';
import { view, type Answer } from '../../../../system/http/answer';
import { textIn, wholeIn } from '../../../../system/http/input';
import { fill, joined } from '../../../../system/language';
import { formatMoney } from '../../../../system/money';
import type { Admin } from '../../../admin';
import { sayMoment } from '../../../dates';
import { noErrors } from '../../../form_errors';
import { linkStateOf } from '../../../link_state';
import { listTools } from '../../../list_tools';
import { linkHref } from '../../../link_href';
import { readOnlyText } from '../../../read_only';
import type { HeadingView } from '../../../view/partial/heading';
import { pagerOf } from '../../../view/partial/pager';
import type { PaymentLinkListView, PaymentLinkRowView } from '../../../view/sale/payment_link_list';
import type { Visit } from '../../../visit';
import { pressHidden } from '../order_info/fold';
import { HOME, kept, KEPT, RUN } from './back';
import { filterFields, filterOf } from './filters';
import { runBanners } from './run_banners';
import { shopOf } from './shop_of';
import { AGES_MS } from '../../../ages';
import { openByAge, totalsPart } from './summary';
import { countFormat } from '../../../../system/formats';

const PER_PAGE = 20;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  const text = joined(visit.texts('common/form'), visit.texts('sale/payment_links'));
  const shop = await shopOf(app);
  const filter = filterOf(visit.query, shop);
  const { sort, descending } = sortOf(visit);
  const filtered = Object.keys(filter).length > 0;
  const wish = { sort, descending, page: wholeIn(visit.query, 'page', 1), perPage: PER_PAGE };
  const found = await overviewOfLinks(app.db, filter, { ...wish, now: shop.now, limitsMs: AGES_MS });
  const { page, total, more, cut } = found;
  const links = await findLinksInOrder(app.db, found.linkIds);
  const payments = await listPaymentsOfLinks(
    app.db,
    links.map((link) => link.linkId),
  );
  const number = countFormat(visit.locale);
  const data: PaymentLinkListView = {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    readOnly: await readOnlyText(app, visit, 'sale/payment_link'),
    mayModify: visit.may('modify', 'sale/payment_link'),
    errors: noErrors.list,
    addHref: visit.href(`${HOME}/form`),
    olderHref: visit.href(`${HOME}/older`),
    exportHref: visit.href(`${HOME}/export`, kept(visit)),
    runsHref: visit.href(RUN),
    running: await runBanners(app, visit),
    tools: listTools(visit, HOME, { searchLabel: text.search, filters: await filterFields(app, visit), kept: KEPT }),
    totals: totalsPart(visit, found.sums),
    totalsNote: more ? fill(cut ? text.sort_cut : text.totals_cut, { count: number.format(total) }) : null,
    ages: openByAge(visit, found.ages),
    columns: columnsOf(visit, sort, descending),
    rows: links.map((link) => rowView(app, visit, link, { ...shop, payments })),
    filtered,
    empty: filtered ? text.empty_filtered : text.empty,
    pager: pagerOf(visit, {
      page,
      perPage: PER_PAGE,
      total,
      more,
      hrefOf: (to) => visit.href(HOME, { ...kept(visit), page: to }),
    }),
    every: everyPart(visit, { total, more, shown: links.length }),
    bulkAction: visit.href(`${HOME}/bulk`),
    bulkHidden: { ...pressHidden({}), back: JSON.stringify({ ...kept(visit), page: String(page) }) },
  };
  return view('sale/payment_link_list', data);
}

/** Offered where a page does not show all that match. */
function everyPart(
  visit: Visit,
  { total, more, shown }: { total: number; more: boolean; shown: number },
): PaymentLinkListView['every'] {
  const text = visit.texts('sale/payment_links');
  const number = countFormat(visit.locale);
  if (total <= shown) return null;
  if (!more && total <= RUN_LINKS_MAX) return { label: fill(text.every, { count: number.format(total) }), note: null };
  return { label: null, note: fill(text.every_too_many, { count: number.format(RUN_LINKS_MAX) }) };
}

function sortOf(visit: Visit): { sort: LinkSort; descending: boolean } {
  const sort = LINK_SORTS.find((one) => one === textIn(visit.query, 'sort')) ?? 'created_at';
  const order = textIn(visit.query, 'order');
  return { sort, descending: order === '' ? sort === 'created_at' : order === 'desc' };
}

function columnsOf(visit: Visit, sorted: LinkSort, descending: boolean): HeadingView[] {
  const text = visit.texts('sale/payment_links');
  const column = (name: string, sort: LinkSort | null, amount = false): HeadingView => {
    const current = sort !== null && sort === sorted;
    const order = current && !descending ? 'desc' : 'asc';
    const href = sort === null ? '' : visit.href(HOME, { ...kept(visit), sort, order });
    return { text: name, amount, href, sorted: current ? (descending ? 'descending' : 'ascending') : null };
  };
  return [
    column(text.column_order, 'order_id'),
    column(text.column_customer, null),
    column(text.column_state, 'state'),
    column(text.column_amount, 'amount_minor', true),
    column(text.column_made, 'created_at'),
    column(text.column_expires, 'expires_at'),
    column(text.column_reference, null),
  ];
}

function rowView(
  app: Admin,
  visit: Visit,
  link: Link,
  { payments, now, zone }: { payments: readonly Payment[]; now: number; zone: string },
): PaymentLinkRowView {
  const text = visit.texts('sale/payment_links');
  const sentences = visit.texts('extension/payment_link');
  const order = link.orderId === null ? text.free : `#${link.orderId}`;
  return {
    id: String(link.linkId),
    selectLabel: fill(visit.texts('common/form').select_row, { name: link.reference }),
    order,
    href: linkHref(visit, link),
    customer: link.customer,
    email: link.email,
    state: linkStateOf(link, payments, visit.texts('sale/payment_link')),
    flags: link.flagged ? link.flags.map((flag) => sentences[`flag_${flag}`]).join(' ') : failureOf(visit, link),
    test: link.environment === 'test' && !app.config.demo,
    amount: formatMoney(link.amount, visit.locale),
    made: sayMoment(link.createdAt, now, zone, visit.locale),
    madeBy: link.createdBy === 'system' ? text.staff_system : link.createdBy,
    expires: link.expiresAt === null ? null : sayMoment(link.expiresAt, now, zone, visit.locale),
    reference: link.reference,
    slug: link.slug && `/pay/${link.slug}`,
  };
}

/** What went wrong with an attempt that gave way to another interests nobody in a list. */
function failureOf(visit: Visit, link: Link): string | null {
  const tells = link.state === 'failed' || link.state === 'requested';
  return tells && link.failure !== null ? visit.said(link.failure) : null;
}
