import { readSettings } from '../../../../extension/opencart/setting/settings';
import { SCAN_ORDERS_MAX } from '../../../../extension/opencart/attach/attached_order_book';
import { readLinkSettings } from '../../../../extension/payment_link/setting/link_settings';
import { reasonSentence } from '../../../../extension/payment_link/make/link_facts';
import { judgeOlder, listOlderOrders, type OlderOrder } from '../../../../extension/payment_link/sweep/older_orders';
import { readOlderRun, type OlderRun } from '../../../../extension/payment_link/sweep/older_run';
import type { SweepPlace } from '../../../../extension/payment_link/sweep/sweep_start';
import { wholeIn } from '../../../../system/http/input';
import { fill, plural } from '../../../../system/language';
import { countFormat } from '../../../../system/formats';
import { decimal } from '../../../../system/decimal';
import type { Admin } from '../../../admin';
import { widthOf } from '../../../ages';
import { orderAmountText } from '../../../amounts';
import { sayMoment, sayShopTime } from '../../../dates';
import { pagerOf } from '../../../view/partial/pager';
import type { RunProgressView } from '../../../view/partial/run_progress';
import type { OlderPartView, OlderRowView } from '../../../view/sale/older_list';
import type { Visit } from '../../../visit';
import { pressHidden } from '../order_info/fold';

const HOME = '/admin/sale/payment_link/older';
const PER_PAGE = 20;

export async function olderPart(
  app: Admin,
  visit: Visit,
  place: SweepPlace,
  { mayModify }: { mayModify: boolean },
): Promise<OlderPartView> {
  const text = visit.texts('sale/older_orders');
  const here = { store_id: place.storeId, gateway: place.gateway };
  const { orderIds, more } = await listOlderOrders(app.links, place);
  const last = Math.max(1, Math.ceil(orderIds.length / PER_PAGE));
  const page = Math.min(Math.max(1, wholeIn(visit.query, 'page', 1)), last);
  const shown = await judgeOlder(app.links, orderIds.slice((page - 1) * PER_PAGE, page * PER_PAGE));
  const run = await readOlderRun(app.db, place);
  const zone = (await readSettings(app.db, place.storeId)).timeZone;
  const may = mayModify && (run === null || run.endedAt !== null) && orderIds.length > 0;
  const number = countFormat(visit.locale);
  const { linksPerMinute } = readLinkSettings(await app.links.settingsFor(place.storeId, 'payment_link'));
  return {
    count: await countText(app, visit, place, { count: orderIds.length, more, zone }),
    note: app.orderBook.code === 'embedded' ? null : fill(text.scanned, { count: number.format(SCAN_ORDERS_MAX) }),
    run: run === null ? null : runView(app, visit, { place, run, zone, mayModify }),
    hidden: pressHidden(here),
    action: visit.href(HOME),
    rows: shown.map((one) => rowView(app, visit, one, zone)),
    pager: pagerOf(visit, {
      ...{ page, perPage: PER_PAGE, total: orderIds.length, more },
      hrefOf: (to) => visit.href(HOME, { ...here, page: to }),
    }),
    makeAll: may ? (more ? text.make_all_more : plural(visit.locale, orderIds.length, text.make_all)) : null,
    pace: fill(text.pace, { count: number.format(linksPerMinute) }),
  };
}

async function countText(
  app: Admin,
  visit: Visit,
  place: SweepPlace,
  { count, more, zone }: { count: number; more: boolean; zone: string },
): Promise<string> {
  const text = visit.texts('sale/older_orders');
  const statuses = await app.orderBook.listStatuses(app.db);
  const values = {
    count: countFormat(visit.locale).format(count),
    status: statuses.find(({ statusId }) => statusId === place.settings.requestStatusId)?.name ?? '',
    date: sayMoment(place.start.at, app.clock.now(), zone, visit.locale).text,
    gateway: app.links.providers.find(({ code }) => code === place.gateway)?.title ?? place.gateway,
  };
  return fill(more ? text.count_more : plural(visit.locale, count, text.count), values);
}

interface Shown {
  readonly place: SweepPlace;
  readonly run: OlderRun;
  readonly zone: string;
  readonly mayModify: boolean;
}

function runView(app: Admin, visit: Visit, { place, run, zone, mayModify }: Shown): RunProgressView {
  const text = visit.texts('sale/older_orders');
  const here = { store_id: place.storeId, gateway: place.gateway };
  const number = countFormat(visit.locale);
  const [done, running] = [run.asked + run.left, run.endedAt === null];
  const values = {
    ...{ done: number.format(done), total: number.format(run.total), actor: run.actor },
    when: sayMoment(run.endedAt ?? run.startedAt, app.clock.now(), zone, visit.locale).text,
  };
  const counted = running && !run.more && run.total > 0;
  return {
    text: fill(running ? (run.more ? text.running_more : text.running) : text.ended, values),
    running,
    bar: counted ? { label: text.progress_label, value: done, max: run.total, width: widthOf(done, run.total) } : null,
    counts: [
      { label: text.asked, value: number.format(run.asked), css: 'ok-text' },
      { label: text.left, value: number.format(run.left), css: 'soft' },
    ],
    ...{ notes: [], trouble: null },
    refreshHref: visit.href(HOME, here),
    stop:
      running && mayModify ? { action: visit.href(`${HOME}/stop`), hidden: pressHidden(here), confirm: null } : null,
  };
}

function rowView(app: Admin, visit: Visit, { order, decision }: OlderOrder, zone: string): OlderRowView {
  const text = visit.texts('sale/older_orders');
  const wanting = decision.kind === 'ask';
  return {
    id: String(order.orderId),
    selectLabel: fill(visit.texts('common/form').select_row, { name: `#${order.orderId}` }),
    order: `#${order.orderId}`,
    href: visit.href('/admin/sale/order/info', { order_id: order.orderId }),
    customer: `${order.firstName} ${order.lastName}`.trim(),
    email: order.email,
    method: order.paymentMethod.name,
    total: orderAmountText(order.total, decimal(order.currencyValue), order.currencyCode, visit.locale),
    added: sayShopTime(order.dateAdded, app.clock.now(), zone, visit.locale),
    link: wanting
      ? order.email === ''
        ? text.no_email
        : text.would_ask
      : (reasonSentence(decision, visit.language) ?? ''),
    wanting,
  };
}
