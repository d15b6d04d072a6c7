import { DateTime } from 'luxon';
import { readSettings } from '../../../../extension/opencart/setting/settings';
import { countPaidBetween } from '../../../../extension/payment_link/list/link_days';
import { countLinks } from '../../../../extension/payment_link/list/link_lists';
import { countWaiting } from '../../../../extension/payment_link/list/link_stats';
import { answerSweep, readSweepPause } from '../../../../extension/payment_link/sweep/sweep_pause';
import { redirect, view, type Answer } from '../../../../system/http/answer';
import { textIn } from '../../../../system/http/input';
import { fill } from '../../../../system/language';
import type { Admin } from '../../../admin';
import type { DashboardView, TileView } from '../../../view/common/dashboard';
import type { Visit } from '../../../visit';
import { casesPart } from './cases';
import { delaysPart } from './delays';
import { firstSteps } from './first_steps';
import { amountsOf, DAYS, figuresPart, methodsPart, openSums, staffPart, valueOf } from './figures';
import { agesPart } from '../../../ages';
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
  const open = await openSums(app, now);
  const tiles = await tilesPart(app, visit, today, amountsOf(visit, open).join(' · '));
  const empty = figures === null && cases.length === 0 && (await isNew(app)) ? await firstSteps(app, visit) : null;
  const beside = app.config.shop === 'attached';
  const data: DashboardView = {
    title: text.title,
    crumbs: [],
    text,
    olderHref:
      (empty === null || beside) && visit.may('access', 'sale/payment_link')
        ? visit.href('/admin/sale/payment_link/older')
        : null,
    // Whoever begins beside a PHP shop tries it where the staff work: there.
    addHref: mayAdd && !(empty && beside) ? visit.href('/admin/sale/order/form') : null,
    empty,
    tiles,
    sweep: await sweepPart(app, visit),
    plugin: await pluginPart(app, visit),
    delays: await delaysPart(app, visit),
    cases,
    casesHref: visit.may('access', 'sale/payment_link')
      ? visit.href('/admin/sale/payment_link', { filter_need: 'person' })
      : null,
    figures,
    ages: agesPart(visit, open, (count, sums) => valueOf(visit, count, sums)),
    methods: await methodsPart(app, visit, since),
    staff: await staffPart(app, visit, since),
  };
  return view('common/dashboard', data);
}

async function isNew(app: Admin): Promise<boolean> {
  return (await countLinks(app.db, {}, 0)) === 0;
}

/** `asked`: what open links ask for, all together. */
async function tilesPart(app: Admin, visit: Visit, today: DateTime, asked: string): Promise<TileView[]> {
  const text = visit.texts('common/dashboard');
  const { waiting, made, paid } = await tileCounts(app, today);
  const { unpaid, needPerson } = waiting;
  const number = countFormat(visit.locale);
  const shown = (count: number): string => number.format(count);
  const href = (query: Record<string, string>): string | null =>
    visit.may('access', 'sale/payment_link') ? visit.href('/admin/sale/payment_link', query) : null;
  return [
    {
      ...{ label: text.tile_waiting, value: shown(unpaid), icon: 'hourglass-split', alarm: false },
      note: unpaid === 0 ? text.nothing_waits : asked,
      href: href({ filter_state: 'open' }),
    },
    {
      ...{ label: text.tile_today, value: shown(made.today), icon: 'link-45deg', alarm: false },
      note: fill(text.made_yesterday, { count: shown(made.yesterday) }),
      href: href({ filter_date_from: today.toISODate() ?? '' }),
    },
    {
      ...{ label: text.tile_paid, value: shown(paid.today), icon: 'check-circle', alarm: false },
      note: fill(text.paid_yesterday, { count: shown(paid.yesterday) }),
      href: href({ filter_state: 'completed' }),
    },
    {
      ...{ label: text.tile_person, value: shown(needPerson), icon: 'person-exclamation', alarm: needPerson > 0 },
      note: needPerson === 0 ? text.person_none : text.person_some,
      href: href({ filter_need: 'person' }),
    },
  ];
}

async function tileCounts({ db }: Admin, day: DateTime) {
  const today = day.toMillis();
  const yesterday = day.minus({ days: 1 }).toMillis();
  const tomorrow = day.plus({ days: 1 }).toMillis();
  return {
    waiting: await countWaiting(db),
    made: {
      today: await countLinks(db, { createdFrom: today }, COUNTED_MAX),
      yesterday: await countLinks(db, { createdFrom: yesterday, createdTo: today }, COUNTED_MAX),
    },
    paid: {
      today: await countPaidBetween(db, today, tomorrow),
      yesterday: await countPaidBetween(db, yesterday, today),
    },
  };
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
