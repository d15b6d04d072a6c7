import { findLanguageId } from '../../../extension/opencart/localisation/languages';
import { listOrders } from '../../../extension/opencart/order_list/order_list';
import {
  ORDER_SORTS,
  type OrderListRow,
  type OrderSort,
} from '../../../extension/opencart/order_list/order_list_types';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { newestLinks } from '../../../extension/payment_link/list/link_lists';
import { listPaymentsOfLinks } from '../../../extension/payment_link/settle/payments';
import { decimal } from '../../../system/decimal';
import { notFound } from '../../../system/errors';
import { redirect, view, type Answer } from '../../../system/http/answer';
import { listIn, textIn, wholeIn, type Input } from '../../../system/http/input';
import { fill, joined } from '../../../system/language';
import type { Admin } from '../../admin';
import { orderAmountText } from '../../amounts';
import { sayShopTime } from '../../dates';
import { attempt, FieldErrors, noErrors } from '../../form_errors';
import { linkStateOf, type StateView } from '../../link_state';
import { listTools } from '../../list_tools';
import { pagerOf } from '../../view/partial/pager';
import type { ColumnView, OrderListView, OrderRowView } from '../../view/sale/order_list';
import type { Visit } from '../../visit';
import { filterFields, filtersOf, kept, KEPT } from './order_filters';

const HOME = '/admin/sale/order';
/** OpenCart's "Default Items Per Page (Admin)". */
const PER_PAGE = 20;

export async function list(app: Admin, visit: Visit): Promise<Answer> {
  return view('sale/order_list', await listView(app, visit, noErrors));
}

async function listView(app: Admin, visit: Visit, errors: FieldErrors): Promise<OrderListView> {
  const text = joined(visit.texts('common/form'), visit.texts('sale/order'));
  const { timeZone } = await readSettings(app.db, 0);
  const languageId = (await findLanguageId(app.db, visit.language)) ?? 1;
  const filters = filtersOf(visit.query);
  const sort = sortOf(visit.query);
  const page = Math.max(1, wholeIn(visit.query, 'page', 1));
  const paging = { limit: PER_PAGE, offset: (page - 1) * PER_PAGE };
  const [found, fields] = await Promise.all([
    listOrders(app.db, filters, sort, paging, languageId),
    filterFields(app, visit, languageId),
  ]);
  const may = visit.may('modify', 'sale/order');
  const refusal = may ? await app.desk.refusal(0) : null;
  const filtered = Object.keys(filters).length > 0;
  return {
    title: text.title,
    crumbs: [{ text: text.title, href: visit.href(HOME) }],
    text,
    mayAdd: may && refusal === null,
    mayEdit: may && app.desk.edit !== undefined,
    mayDelete: may && app.desk.remove !== undefined,
    addHref: visit.href(`${HOME}/form`),
    filtered,
    tools: listTools(visit, HOME, {
      searchLabel: text.search,
      filters: fields,
      kept: KEPT,
    }),
    deleteAction: visit.href(`${HOME}/delete`),
    errors: errors.list,
    notes: [
      ...(found.sortedNewestOnly ? [text.newest_only] : []),
      ...(refusal ? [fill(text[`no_add_${refusal.reason}`], { names: refusal.names.join(', ') })] : []),
      ...(may && !app.desk.edit ? [text.no_edit] : []),
    ],
    columns: columnsOf(visit, sort),
    rows: await rowsView(app, visit, found.rows, timeZone),
    empty: filtered ? text.empty_filtered : text.empty,
    pager: pagerOf(visit, {
      page,
      perPage: PER_PAGE,
      total: found.total,
      more: found.more,
      hrefOf: (to) => visit.href(HOME, { ...kept(visit.query), page: to }),
    }),
  };
}

function sortOf(query: Input): OrderSort {
  const by = ORDER_SORTS.find((sort) => sort === textIn(query, 'sort')) ?? 'order_id';
  const order = textIn(query, 'order');
  return { by, descending: order === '' ? by === 'order_id' : order === 'DESC' };
}

function columnsOf(visit: Visit, sort: OrderSort): ColumnView[] {
  const text = visit.texts('sale/order');
  const column = (by: OrderSort['by'], name: string, amount = false): ColumnView => {
    const sorted = sort.by === by ? (sort.descending ? 'descending' : 'ascending') : null;
    const order = sorted === 'ascending' ? 'DESC' : 'ASC';
    return { text: name, amount, sorted, href: visit.href(HOME, { ...kept(visit.query), sort: by, order }) };
  };
  return [
    column('order_id', text.column_order_id),
    column('customer', text.column_customer),
    column('status', text.column_status),
    column('total', text.column_total, true),
    column('date_added', text.column_date_added),
    column('date_modified', text.column_date_modified),
  ];
}

async function rowsView(
  app: Admin,
  visit: Visit,
  rows: readonly OrderListRow[],
  zone: string,
): Promise<OrderRowView[]> {
  const orderIds = rows.map((row) => row.orderId);
  const links = await newestLinks(app.db, orderIds);
  const linkIds = [...links.values()].map((link) => link.linkId);
  const payments = await listPaymentsOfLinks(app.db, linkIds);
  const states = visit.texts('sale/payment_link');
  return rows.map((row) => {
    const link = links.get(row.orderId);
    return rowView(visit, row, { link: link ? linkStateOf(link, payments, states) : null, now: app.clock.now(), zone });
  });
}

function rowView(
  visit: Visit,
  row: OrderListRow,
  { link, now, zone }: { readonly link: StateView | null; readonly now: number; readonly zone: string },
): OrderRowView {
  const text = visit.texts('sale/order');
  return {
    id: String(row.orderId),
    selectLabel: fill(visit.texts('common/form').select_row, { name: `#${row.orderId}` }),
    customer: `${row.firstName} ${row.lastName}`.trim(),
    status: row.statusName || text.missing,
    link,
    total: orderAmountText(row.total, decimal(row.currencyValue), row.currencyCode, visit.locale),
    added: sayShopTime(row.dateAdded, now, zone, visit.locale),
    modified: sayShopTime(row.dateModified, now, zone, visit.locale),
    href: visit.href(`${HOME}/info`, { order_id: row.orderId }),
    editHref: visit.href(`${HOME}/form`, { order_id: row.orderId }),
  };
}

export async function remove(app: Admin, visit: Visit): Promise<Answer> {
  const removeOne = app.desk.remove;
  if (!removeOne) throw notFound();
  const { userId, username } = visit.user;
  const deleted: number[] = [];
  for (const orderId of listIn(visit.body, 'selected').map(Number).filter(Number.isInteger)) {
    const done = await attempt(visit, () => removeOne(orderId, { user: { userId, username }, ip: visit.ip }));
    if (done instanceof FieldErrors) return view('sale/order_list', await listView(app, visit, done), done.status);
    deleted.push(orderId);
  }
  app.wake();
  const text = fill(visit.texts('sale/order').deleted, { orders: deleted.map((id) => `#${id}`).join(', ') });
  return redirect(HOME, deleted.length > 0 ? { kind: 'success', text } : null);
}
