import { MINUTE_MS, SECOND_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { RetryLater } from '../../../system/outbox/job';
import { putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../context';
import { writeJournal } from '../journal/journal';
import { JOBS, putRequest } from '../jobs';
import { countLinksSince } from '../list/link_lists';
import { readLinkSettings } from '../setting/link_settings';
import { judgeOlder, listOlderOrders, wantingLinks } from './older_orders';
import { readOlderRun, swapOlderRun, writeOlderRun, type OlderPlace, type OlderRun } from './older_run';
import { onPress, type Person } from '../journal/person';
import { halfOfMinute } from './pace';
import { sweepPlace, type SweepPlace } from './sweep_start';

/** Orders looked at in one round: some seconds, so that Stop is heard soon. */
const ROUND_MAX = 25;
const BETWEEN_ROUNDS_MS = SECOND_MS;
const WHEN_FULL_MS = 5 * SECOND_MS;

/**
 * A person's press: for these orders, or for all of the place's (`null`). Null when nothing is left to do, or an
 * earlier press is still being worked on. @throws AppError `pressed_before`
 */
export async function beginOlder(
  context: PaymentLinks,
  place: SweepPlace,
  ticked: readonly number[] | null,
  person: Person,
): Promise<OlderRun | null> {
  const now = context.clock.now();
  const known = await readOlderRun(context.db, place);
  if (known !== null && known.endedAt === null) return null;
  const { orderIds, more } = ticked
    ? { orderIds: await wantingLinks(context, place, ticked), more: false }
    : await listOlderOrders(context, place);
  if (orderIds.length === 0) return null;
  const run: OlderRun = {
    ...{ actor: person.name, startedAt: now, statusId: place.settings.requestStatusId },
    ...{ orderIds: ticked ? orderIds : null, upToOrderId: place.start.afterOrderId },
    ...{ total: orderIds.length, more, asked: 0, left: 0, lately: [], endedAt: null },
  };
  const { storeId, gateway } = place;
  await onPress(context, person, async (tx) => {
    await writeOlderRun(tx, place, run, now);
    const uniqueKey = `${JOBS.older}:${gateway}:${storeId}`;
    await putJob(tx, { name: JOBS.older, payload: { storeId, gateway }, runAt: now, now, uniqueKey });
    const details = { orders: run.total };
    await writeJournal(tx, { event: 'older.begun', storeId, details, actor: person.name, ip: person.ip, at: now });
  });
  return run;
}

/** What was asked for stays; the rest is left alone. */
export async function stopOlder(context: PaymentLinks, place: OlderPlace, actor: string): Promise<void> {
  const now = context.clock.now();
  const run = await readOlderRun(context.db, place);
  if (run === null || run.endedAt !== null) return;
  await transaction(context.db, async (tx) => {
    await writeOlderRun(tx, place, { ...run, endedAt: now }, now);
    await writeJournal(tx, { event: 'older.stopped', storeId: place.storeId, actor, at: now });
  });
}

/**
 * One round of the job `payment_link.make_older`: asks for as many links as the minute has room for. It takes half of
 * what the owner allows, so that new orders find the other half free and need nobody's word.
 */
export async function makeOlderRound(context: PaymentLinks, { storeId, gateway }: OlderPlace): Promise<void> {
  const run = await readOlderRun(context.db, { storeId, gateway });
  if (run === null || run.endedAt !== null) return;
  const place = await sweepPlace(context, storeId, gateway);
  const room = place === null ? 0 : await roomFor(context, place, run);
  const done = place === null || place.settings.requestStatusId !== run.statusId;
  if (done) return end(context, { storeId, gateway }, run);
  if (room <= 0) throw new RetryLater(WHEN_FULL_MS, 'as many links were made in this minute as are allowed');
  if (await goOn(context, place, run, Math.min(room, ROUND_MAX)))
    throw new RetryLater(BETWEEN_ROUNDS_MS, 'the next of the older orders');
}

async function roomFor(context: PaymentLinks, place: SweepPlace, run: OlderRun): Promise<number> {
  const since = context.clock.now() - MINUTE_MS;
  const { linksPerMinute } = readLinkSettings(await context.settingsFor(place.storeId, 'payment_link'));
  const own = run.lately.filter(({ at }) => at > since).reduce((sum, { count }) => sum + count, 0);
  const half = (await halfOfMinute(context, place.storeId)) - own;
  return Math.min(half, linksPerMinute - (await countLinksSince(context.db, since)));
}

/** False when nothing is left. */
async function goOn(context: PaymentLinks, place: SweepPlace, run: OlderRun, room: number): Promise<boolean> {
  const ids = await nextOf(context, place, run, room);
  const now = context.clock.now();
  const judged = await judgeOlder(context, await wantingLinks(context, place, ids));
  const wanting = judged
    .filter(({ order, decision }) => order.storeId === place.storeId && decision.kind === 'ask')
    .map(({ order }) => order.orderId);
  const isLast = run.orderIds ? ids.length === run.orderIds.length : ids.length < room;
  const next: OlderRun = {
    ...run,
    orderIds: run.orderIds?.slice(ids.length) ?? null,
    upToOrderId: (ids.at(-1) ?? 1) - 1,
    asked: run.asked + wanting.length,
    left: run.left + ids.length - wanting.length,
    lately: [...run.lately.filter(({ at }) => at > now - MINUTE_MS), { at: now, count: wanting.length }],
    endedAt: isLast ? now : null,
  };
  await transaction(context.db, async (tx) => {
    if (!(await swapOlderRun(tx, place, run, next, now))) return;
    for (const orderId of wanting) await putRequest(tx, { orderId, actor: run.actor }, now);
    if (isLast) await noteEnd(tx, place, next, now);
  });
  context.wake();
  return !isLast;
}

async function nextOf(context: PaymentLinks, place: SweepPlace, run: OlderRun, room: number): Promise<number[]> {
  if (run.orderIds) return run.orderIds.slice(0, room);
  const { orderIds } = await listOlderOrders(context, place, { upToOrderId: run.upToOrderId, limit: room });
  return [...orderIds];
}

/** Links were switched off, or got another status: the rest is for another press. */
async function end(context: PaymentLinks, place: OlderPlace, run: OlderRun): Promise<void> {
  const now = context.clock.now();
  await transaction(context.db, async (tx) => {
    if (await swapOlderRun(tx, place, run, { ...run, endedAt: now }, now)) await noteEnd(tx, place, run, now);
  });
}

async function noteEnd(tx: Tx, { storeId }: OlderPlace, { asked, left, actor }: OlderRun, at: number): Promise<void> {
  await writeJournal(tx, { event: 'older.done', storeId, details: { asked, left }, actor, at });
}
