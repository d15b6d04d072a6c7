import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import { deleteOldTries } from '../../../system/http/login_tries';
import { deleteExpiredSessions } from '../../../system/http/session_store';
import { deleteFailedJobs } from '../../../system/outbox/jobs';
import { deleteOldRuns } from '../bulk/run_round';
import type { PaymentLinks } from '../context';
import { deleteFormTokensBefore } from '../forms';
import { JOBS, putExpire, putRequest, wishOf } from '../jobs';
import { linkDecision, orderGateway } from '../make/link_facts';
import { listLinksOverdue, listLinksStuck } from '../list/link_lists';
import { deleteNotificationsBefore } from '../notify/notifications';
import { wantingLinks } from './older_orders';
import type { Order } from '../order_book';
import { ordersInStatus } from './orders_in_status';
import { isPlain } from '../make/rule';
import { mayAsk } from './sweep_pause';
import { listSweepPlaces, type SweepPlace } from './sweep_start';

/** How often events are checked for having missed something, ms. */
export const SWEEP_EVERY_MS = 5 * MINUTE_MS;
/** Notices are kept this long. */
const NOTICES_KEPT_MS = 90 * DAY_MS;
/** Longer than any session lives: no page with such a form can still be sent. */
const FORMS_KEPT_MS = 7 * DAY_MS;
/** A link in `requested` is being retried for a day; later nobody is. */
const STUCK_AFTER_MS = DAY_MS + 2 * HOUR_MS;
const BATCH = 200;
/** Orders that cannot have a link, in one round: a shop without a key has nothing but these. */
const REFUSED_MAX = 1000;

/** One round of the job `payment_link.sweep`: repairs what events missed, by putting the same jobs. */
export async function sweepRound(context: PaymentLinks): Promise<void> {
  await sweepOrders(context);
  await sweepOverdue(context);
  await sweepStuck(context);
  await sweepOld(context);
}

/** What nobody asks for any more. */
async function sweepOld(context: PaymentLinks): Promise<void> {
  const { db, clock } = context;
  const now = clock.now();
  while ((await deleteNotificationsBefore(db, now - NOTICES_KEPT_MS, 500)) > 0);
  await deleteFormTokensBefore(db, now - FORMS_KEPT_MS);
  await deleteOldRuns(context, now);
  await deleteExpiredSessions(db, now);
  await deleteOldTries(db, now);
}

async function sweepOrders(context: PaymentLinks): Promise<void> {
  for (const place of await listSweepPlaces(context)) await sweepStore(context, place);
}

async function sweepStore(context: PaymentLinks, place: SweepPlace): Promise<void> {
  const { storeId } = place;
  const missed = await missedOrders(context, place);
  const beginning = await beginningNow(context, place);
  const due = missed.due.filter((orderId) => orderId > beginning);
  const refused = missed.refused.filter((orderId) => orderId > beginning);
  const allowed = due.length > 0 && (await mayAsk(context, storeId, due));
  for (const orderId of [...refused, ...(allowed ? due : [])]) {
    await putRequest(context.db, { orderId }, context.clock.now());
  }
  context.wake();
}

/** Reading a large shop takes a while: a person may have said meanwhile that what was there is to be left alone. */
async function beginningNow(context: PaymentLinks, { storeId, gateway }: SweepPlace): Promise<number> {
  const places = await listSweepPlaces(context);
  const now = places.find((place) => place.storeId === storeId && place.gateway === gateway);
  return now?.start.afterOrderId ?? Infinity;
}

interface Missed {
  readonly due: number[];
  /** No link is made for these, so they wait for nobody's word: the request notes once why. */
  readonly refused: number[];
}

/** However many orders wait for payment, each of them is looked at: a link that is there already costs next to nothing. */
async function missedOrders(context: PaymentLinks, place: SweepPlace): Promise<Missed> {
  const range = { afterOrderId: place.start.afterOrderId, upToOrderId: Number.MAX_SAFE_INTEGER };
  const missed: Missed = { due: [], refused: [] };
  for await (const orderIds of ordersInStatus(context, place, range)) {
    for (const orderId of await wantingLinks(context, place, orderIds)) {
      if (missed.due.length >= BATCH || missed.refused.length >= REFUSED_MAX) return missed;
      const order = await context.orderBook.findOrder(context.db, orderId);
      const kind = order && (await judge(context, order, place.gateway));
      if (kind) missed[kind].push(orderId);
    }
  }
  return missed;
}

/** Null for an order that has nothing to do with the gateway's links. */
async function judge(context: PaymentLinks, order: Order, gateway: string): Promise<keyof Missed | null> {
  if ((await orderGateway(context, order))?.provider.code !== gateway) return null;
  const decision = await linkDecision(context, order);
  if (decision.kind === 'ask') return 'due';
  return isPlain(decision.reason) ? null : 'refused';
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
    await putRequest(context.db, wishOf(link), now);
  }
}
