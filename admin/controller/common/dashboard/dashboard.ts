import { DateTime } from 'luxon';
import { readSettings } from '../../../../extension/opencart/settings';
import { countPaidBetween } from '../../../../extension/payment_link/link_days';
import { countLinks } from '../../../../extension/payment_link/link_lists';
import { countWaiting } from '../../../../extension/payment_link/link_stats';
import { answerSweep, readSweepPause } from '../../../../extension/payment_link/sweep_pause';
import { redirect, view, type Answer } from '../../../../system/http/answer';
import { textIn } from '../../../../system/http/input';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { DashboardView, EmptyView, TileView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';
import { casesPart } from './cases';
import { agesPart, DAYS, figuresPart, methodsPart, staffPart } from './figures';
import { countFormat } from '../../../../system/formats';

/** Counts go no further: beyond, the exact number matters to nobody. */
const COUNTED_MAX = 10_000;

export async function dashboard(app: Admin, visit: Visit): Promise<Answer> {
  const text = visit.texts('common/dashboard');
  const now = app.clock.now();
  const zone = (await readSettings(app.db, 0)).timeZone;
  const today = DateTime.fromMillis(now, { zone }).startOf('day');
  const since = today.minus({ days: DAYS - 1 }).toMillis();
  const cases = await casesPart(app, visit);
  const figures = await figuresPart(app, visit, { now, zone, since });
  const mayAdd = visit.may('modify', 'sale/order') && app.offers('/sale/order/form');
  const tiles = await tilesPart(app, visit, today);
  const data: DashboardView = {
    title: text.title,
    crumbs: [],
    text,
    olderHref: visit.may('access', 'sale/payment_link') ? visit.href('/admin/sale/payment_link/older') : null,
    addHref: mayAdd ? visit.href('/admin/sale/order/form') : null,
    empty: figures === null && cases.length === 0 && (await isNew(app)) ? emptyPart(app, visit) : null,
    tiles,
    sweep: await sweepPart(app, visit),
    plugin: await pluginPart(app, visit),
    cases,
    casesHref: visit.may('access', 'sale/payment_link')
      ? visit.href('/admin/sale/payment_link', { filter_need: 'person' })
      : null,
    figures,
    ages: await agesPart(app, visit, now),
    methods: await methodsPart(app, visit, since),
    staff: await staffPart(app, visit, since),
  };
  return view('common/dashboard', data);
}

async function isNew(app: Admin): Promise<boolean> {
  return (await countLinks(app.db, {}, 0)) === 0;
}

async function tilesPart(app: Admin, visit: Visit, today: DateTime): Promise<TileView[]> {
  const text = visit.texts('common/dashboard');
  const { db } = app;
  const [from, yesterday, to] = [
    today.toMillis(),
    today.minus({ days: 1 }).toMillis(),
    today.plus({ days: 1 }).toMillis(),
  ];
  const waiting = await countWaiting(db);
  const made = await countLinks(db, { createdFrom: from }, COUNTED_MAX);
  const madeBefore = await countLinks(db, { createdFrom: yesterday, createdTo: from }, COUNTED_MAX);
  const paid = await countPaidBetween(db, from, to);
  const paidBefore = await countPaidBetween(db, yesterday, from);
  const number = countFormat(visit.locale);
  const listHref = (query: Record<string, string>) =>
    visit.may('access', 'sale/payment_link') ? visit.href('/admin/sale/payment_link', query) : null;
  const tile = (label: string, count: number, note: string, icon: string, href: string | null): TileView => {
    return { label, value: number.format(count), note, icon, href, alarm: false };
  };
  const day = today.toISODate() ?? '';
  const { unpaid, needPerson } = waiting;
  return [
    {
      ...tile(text.tile_waiting, unpaid, unpaid === 0 ? text.nothing_waits : '', 'hourglass-split', null),
      href: listHref({ filter_state: 'open' }),
    },
    tile(
      text.tile_today,
      made,
      fill(text.made_yesterday, { count: number.format(madeBefore) }),
      'link-45deg',
      listHref({ filter_date_from: day }),
    ),
    tile(
      text.tile_paid,
      paid,
      fill(text.paid_yesterday, { count: number.format(paidBefore) }),
      'check-circle',
      listHref({ filter_state: 'completed' }),
    ),
    {
      ...tile(
        text.tile_person,
        needPerson,
        needPerson === 0 ? text.person_none : text.person_some,
        'person-exclamation',
        listHref({ filter_need: 'person' }),
      ),
      alarm: needPerson > 0,
    },
  ];
}

async function sweepPart(app: Admin, visit: Visit): Promise<DashboardView['sweep']> {
  if (!visit.may('modify', 'sale/payment_link')) return null;
  const paused = await readSweepPause(app);
  if (!paused) return null;
  return {
    text: fill(visit.texts('common/dashboard').sweep_text, { orders: paused.orderIds.length }),
    action: visit.href('/admin/common/dashboard/sweep'),
  };
}

/** The same as `attach` and the settings check say, as long as it is so. */
async function pluginPart(app: Admin, visit: Visit): Promise<string | null> {
  const stores = await app.storesWithPlugin();
  return stores.length === 0 ? null : fill(visit.texts('common/dashboard').plugin_text, { stores: stores.join(', ') });
}

/** A person's word on orders that want more links in a minute than the owner allows. */
export async function answerSweepPaused(app: Admin, visit: Visit): Promise<Answer> {
  const make = textIn(visit.body, 'make') === '1';
  await answerSweep(app.links, make, visit.user.username);
  app.wake();
  const text = visit.texts('common/dashboard');
  return redirect('/admin', { kind: 'success', text: make ? text.sweep_made : text.sweep_left });
}

function emptyPart(app: Admin, visit: Visit): EmptyView {
  const text = visit.texts('common/dashboard');
  const href = (kind: 'access' | 'modify', route: string, path: string) =>
    visit.may(kind, route) && app.offers(path.replace('/admin', '')) ? visit.href(path) : null;
  return {
    steps: [
      {
        text: text.empty_step_provider,
        where: text.empty_step_provider_where,
        href: href('access', 'extension/payment', '/admin/extension/payment'),
      },
      {
        text: text.empty_step_order,
        where: text.empty_step_order_where,
        href: href('modify', 'sale/order', '/admin/sale/order/form'),
      },
      { text: text.empty_step_watch, where: '', href: null },
    ],
  };
}
