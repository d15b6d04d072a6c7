import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../system/clock';
import { transaction } from '../../system/db/transaction';
import { deleteFailedJobs } from '../../system/outbox/jobs';
import type { PaymentLinks } from './context';
import { readGatewaySettings } from './gateway_settings';
import { providerOf } from './gateways';
import { writeJournal } from './journal';
import { JOBS, putExpire, putRequest } from './jobs';
import { countLinksSince, listLinksOverdue, listLinksStuck, ordersWithLinks } from './link_lists';
import { readLinkSettings } from './link_settings';
import { deleteNotificationsBefore } from './notifications';
import { methodOf } from './payment_code';
import { readState, writeState } from './state';

/** How often events are checked for having missed something, ms. */
export const SWEEP_EVERY_MS = 5 * MINUTE_MS;
/** Notices are kept this long. */
const NOTICES_KEPT_MS = 90 * DAY_MS;
/** A link in `requested` is being retried for a day; later nobody is. */
const STUCK_AFTER_MS = DAY_MS + 2 * HOUR_MS;
const BATCH = 200;

/**
 * Where the sweep of a store begins: only orders above `afterOrderId` are its business. Set anew when links are
 * switched on, when the status is changed, and when a shop is attached, so that old orders are never acted on.
 */
export interface SweepStart {
  readonly gateway: string;
  readonly statusId: number;
  readonly afterOrderId: number;
}

const startName = (gateway: string, storeId: number): string => `sweep:${gateway}:${storeId}`;
/** Set while the sweep waits for a person's word: more links than the owner allows in a minute. */
export const SWEEP_PAUSED = 'sweep_paused';

/** One round of the job `payment_link.sweep`: repairs what events missed, by putting the same jobs. */
export async function sweepRound(context: PaymentLinks): Promise<void> {
  await sweepOrders(context);
  await sweepOverdue(context);
  await sweepStuck(context);
  const before = context.clock.now() - NOTICES_KEPT_MS;
  while ((await deleteNotificationsBefore(context.db, before, 500)) > 0);
}

async function sweepOrders(context: PaymentLinks): Promise<void> {
  for (const store of await context.orderBook.listStores(context.db)) {
    for (const provider of context.providers) await sweepStore(context, store.storeId, provider.code);
  }
}

async function sweepStore(context: PaymentLinks, storeId: number, gateway: string): Promise<void> {
  const settings = readGatewaySettings(await context.settingsFor(storeId, gateway));
  if (!settings.on || settings.requestStatusId === 0) return;
  const { db } = context;
  const statusId = settings.requestStatusId;
  const start = await startOf(context, storeId, gateway, statusId);
  const query = { storeId, statusId, limit: BATCH, afterOrderId: start.afterOrderId };
  const orderIds = await context.orderBook.listOrderIdsInStatus(db, query);
  const served = await ordersWithLinks(db, orderIds);
  const missed: number[] = [];
  for (const orderId of orderIds.filter((id) => !served.has(id))) {
    const order = await context.orderBook.findOrder(db, orderId);
    if (order && methodOf(order.paymentMethod.code, gateway)) missed.push(orderId);
  }
  if (missed.length > 0) await askForMissed(context, storeId, missed);
}

/** Recorded at first sight: from the newest order on. */
async function startOf(context: PaymentLinks, storeId: number, gateway: string, statusId: number): Promise<SweepStart> {
  const known = await readState<SweepStart>(context.db, startName(gateway, storeId));
  if (known?.statusId === statusId) return known;
  return recordSweepStart(context, storeId, gateway, statusId);
}

/** To be called when links are switched on or their status changes. Everything older is left to a person. */
export async function recordSweepStart(
  context: PaymentLinks,
  storeId: number,
  gateway: string,
  statusId: number,
): Promise<SweepStart> {
  providerOf(context, gateway);
  const query = { storeId, statusId, limit: 1, afterOrderId: 0 };
  const [newest = 0] = await context.orderBook.listOrderIdsInStatus(context.db, query);
  const start: SweepStart = { gateway, statusId, afterOrderId: newest };
  await writeState(context.db, startName(gateway, storeId), start, context.clock.now());
  return start;
}

async function askForMissed(context: PaymentLinks, storeId: number, orderIds: readonly number[]): Promise<void> {
  const now = context.clock.now();
  const { linksPerMinute } = readLinkSettings(await context.settingsFor(storeId, 'payment_link'));
  if (await readState<{ orders: number }>(context.db, SWEEP_PAUSED)) return;
  if ((await countLinksSince(context.db, now - MINUTE_MS)) + orderIds.length > linksPerMinute) {
    return pauseSweep(context, orderIds.length, now);
  }
  for (const orderId of orderIds) await putRequest(context.db, { orderId }, now);
  context.wake();
}

/** Nothing is made until a person allows it: a copied or restored database must not mail its old customers. */
export async function pauseSweep(context: PaymentLinks, orders: number, now: number): Promise<void> {
  await writeState(context.db, SWEEP_PAUSED, { orders }, now);
  await writeJournal(context.db, { event: 'sweep.paused', details: { orders }, actor: 'system', at: now });
}

/** A person's answer. `make`: the waiting orders get their links after all; otherwise they are left alone. */
export async function answerSweep(context: PaymentLinks, make: boolean, actor: string): Promise<void> {
  const now = context.clock.now();
  for (const store of await context.orderBook.listStores(context.db)) {
    for (const provider of context.providers) {
      const settings = readGatewaySettings(await context.settingsFor(store.storeId, provider.code));
      if (make || !settings.on) continue;
      await recordSweepStart(context, store.storeId, provider.code, settings.requestStatusId);
    }
  }
  await transaction(context.db, async (tx) => {
    await writeState(tx, SWEEP_PAUSED, null, now);
    await writeJournal(tx, { event: make ? 'sweep.allowed' : 'sweep.refused', actor, at: now });
  });
}

async function sweepOverdue(context: PaymentLinks): Promise<void> {
  const now = context.clock.now();
  for (const link of await listLinksOverdue(context.db, now - 10 * MINUTE_MS, BATCH)) {
    await transaction(context.db, async (tx) => {
      await deleteFailedJobs(tx, JOBS.expire, { linkId: link.linkId });
      await putExpire(tx, link.linkId, now, now);
    });
  }
}

/** Their job is gone: asked for again, which recovers or fails them. */
async function sweepStuck(context: PaymentLinks): Promise<void> {
  const now = context.clock.now();
  for (const link of await listLinksStuck(context.db, 'requested', now - STUCK_AFTER_MS, BATCH)) {
    const { orderId, linkId } = link;
    await putRequest(context.db, orderId === null ? { linkId } : { orderId }, now);
  }
}
