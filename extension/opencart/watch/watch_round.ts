import { SECOND_MS } from '../../../system/clock';
import { transaction } from '../../../system/db/transaction';
import type { Tx } from '../../../system/db/table';
import { putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../../payment_link/context';
import { JOBS } from '../../payment_link/jobs';
import { orderGateway } from '../../payment_link/make/link_facts';
import { ordersWithLinks } from '../../payment_link/list/link_lists';
import { mayAsk } from '../../payment_link/sweep/sweep_pause';
import { listSweepPlaces, type SweepPlace } from '../../payment_link/sweep/sweep_start';
import type { HistoryCursor } from './history_cursor';
import { writeCursor } from './history_cursor';
import { listHistoryOfOrder, type HistoryFact } from './history_feed';
import { findWatchedOrders, type WatchedOrder } from '../order/order_heads';
import { insertSeen } from './seen_histories';
import { readSettings } from '../setting/settings';
import { askingPlace, enteredStatus, isMoving, type Entered, type OrderNews } from './watch_judge';

/** An edited order is looked at when PHP has surely written all of it. */
const FOLLOW_AFTER_MS = 3 * SECOND_MS;

export interface Findings {
  readonly entered: readonly (Entered & { readonly asks: SweepPlace | null })[];
  /** Orders with links that PHP touched. */
  readonly touched: readonly number[];
  readonly deleted: readonly number[];
  /** Rows to be judged a moment later. */
  readonly held: readonly HistoryFact[];
}

/** Reads what the fresh rows mean. `patient`: orders in the middle of an edit are left for later. */
export async function judgeRows(
  context: PaymentLinks,
  cursor: HistoryCursor,
  fresh: readonly HistoryFact[],
  isPatient: (fact: HistoryFact) => boolean,
): Promise<Findings> {
  const { db } = context;
  const orderIds = [...new Set(fresh.map((fact) => fact.order_id))];
  const linked = await ordersWithLinks(db, orderIds);
  const orders = await findWatchedOrders(db, orderIds);
  const places = await listSweepPlaces(context);
  const entered: (Entered & { asks: SweepPlace | null })[] = [];
  const held: HistoryFact[] = [];
  for (const order of orders.values()) {
    if (!linked.has(order.orderId) && !mayConcern(order, places)) continue;
    const news = await newsOf(context, order, fresh);
    if (isMoving(news) && news.fresh.some(isPatient)) {
      held.push(...news.fresh);
      continue;
    }
    const found = enteredStatus(news);
    const asks = found && askingPlace(places, order, found, cursor);
    if (found && (asks !== null || linked.has(order.orderId))) entered.push({ ...found, asks });
  }
  const later = new Set(held.map((fact) => fact.order_id));
  return {
    entered,
    touched: orderIds.filter((id) => linked.has(id) && orders.has(id) && !later.has(id)),
    deleted: orderIds.filter((id) => linked.has(id) && !orders.has(id)),
    held,
  };
}

/** In a status that asks, or perhaps on its way back to it. */
function mayConcern(order: WatchedOrder, places: readonly SweepPlace[]): boolean {
  return places.some(
    ({ storeId, settings }) => storeId === order.storeId && settings.requestStatusId === order.statusId,
  );
}

async function newsOf(context: PaymentLinks, order: WatchedOrder, fresh: readonly HistoryFact[]): Promise<OrderNews> {
  const { db } = context;
  const own = fresh.filter((fact) => fact.order_id === order.orderId);
  const known = await listHistoryOfOrder(db, order.orderId, order.dateAdded);
  const settings = await readSettings(db, order.storeId);
  const ids = new Set(known.map((fact) => fact.order_history_id));
  const history = [...known, ...own.filter((fact) => !ids.has(fact.order_history_id))];
  history.sort((a, b) => a.order_history_id - b.order_history_id);
  return { order, fresh: own, history, voidStatusId: settings.number('config_void_status_id', 0) };
}

/** Orders that must wait for a person's word, because more ask for links than the owner allows in a minute. */
export async function waitingOrders(
  context: PaymentLinks,
  { entered }: Findings,
  askedJustNow: number,
): Promise<Set<number>> {
  const byStore = new Map<number, number[]>();
  for (const { orderId, asks } of entered) {
    if (asks === null || !(await wants(context, orderId, asks.gateway))) continue;
    byStore.set(asks.storeId, [...(byStore.get(asks.storeId) ?? []), orderId]);
  }
  const waiting = new Set<number>();
  for (const [storeId, orderIds] of byStore) {
    if (!(await mayAsk(context, storeId, orderIds, askedJustNow))) for (const orderId of orderIds) waiting.add(orderId);
  }
  return waiting;
}

/** Orders of other payment methods share the status without asking for anything. */
async function wants(context: PaymentLinks, orderId: number, gateway: string): Promise<boolean> {
  const order = await context.orderBook.findOrder(context.db, orderId);
  return order !== null && (await orderGateway(context, order))?.provider.code === gateway;
}

/** Remembers the rows and announces what they mean, in one transaction of our own tables. */
export async function recordFindings(
  context: PaymentLinks,
  record: {
    readonly cursor: HistoryCursor;
    readonly judged: readonly HistoryFact[];
    readonly findings: Findings;
    readonly waiting: ReadonlySet<number>;
  },
): Promise<void> {
  const { findings, waiting } = record;
  const now = context.clock.now();
  await transaction(context.db, async (tx) => {
    await insertSeen(tx, record.judged, now);
    await writeCursor(tx, record.cursor, now);
    for (const { orderId, statusId, historyId } of findings.entered) {
      if (waiting.has(orderId)) continue;
      await context.bus.announce(tx, 'order.status_entered', { orderId, statusId, historyId });
    }
    for (const orderId of findings.deleted) await context.bus.announce(tx, 'order.deleted', { orderId });
    for (const orderId of findings.touched) await followLater(tx, orderId, now);
  });
  if (findings.entered.length + findings.deleted.length > 0) context.wake();
}

/** Has the order compared with its links, once PHP is done with it. */
export async function followLater(tx: Tx, orderId: number, now: number): Promise<void> {
  const uniqueKey = `${JOBS.follow}:${orderId}`;
  await putJob(tx, {
    name: JOBS.follow,
    payload: { orderId, quiet: true },
    runAt: now + FOLLOW_AFTER_MS,
    now,
    uniqueKey,
  });
}
