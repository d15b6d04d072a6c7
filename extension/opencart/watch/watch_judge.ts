import { fromShopTime } from '../shop_time';
import type { HistoryCursor } from './history_cursor';
import type { HistoryFact } from './history_feed';
import type { WatchedOrder } from '../order/order_heads';
import type { SweepPlace, SweepStart } from '../../payment_link/sweep/sweep_start';
import { SECOND_MS } from '../../../system/clock';

/**
 * What new history of one order means. Pure: everything it looks at is handed in. PHP's edit of an order writes
 * "status X → 0 or void → X" within a second, which is no change of status.
 */
export interface OrderNews {
  readonly order: WatchedOrder;
  /** Rows that nobody has judged yet, oldest first. */
  readonly fresh: readonly HistoryFact[];
  /** All rows of the order that are known, oldest first, the fresh ones among them. */
  readonly history: readonly HistoryFact[];
  /** `config_void_status_id` of the order's store; 0 before 4.1. */
  readonly voidStatusId: number;
}

export interface Entered {
  readonly orderId: number;
  readonly statusId: number;
  /** The row that began it. */
  readonly historyId: number;
}

/** An edit is over well within this. */
const EDIT_LASTS_MS = 10 * SECOND_MS;

/** An order that may be in the middle of an edit: what its rows mean is known a moment later. */
export function isMoving({ order, voidStatusId }: OrderNews): boolean {
  return order.statusId === 0 || (voidStatusId > 0 && order.statusId === voidStatusId);
}

/** The status the order is in now, if it entered it with one of the fresh rows; null when nothing was entered. */
export function enteredStatus(news: OrderNews): Entered | null {
  const { orderId, statusId } = news.order;
  if (statusId === 0) return null;
  const first = beginningOf(news);
  if (first === null || !news.fresh.some((row) => row.order_history_id === first.order_history_id)) return null;
  return { orderId, statusId, historyId: first.order_history_id };
}

/** The first row of the unbroken run of rows with the present status that ends the history, edits in it ignored. */
function beginningOf({ order, history, voidStatusId }: OrderNews): HistoryFact | null {
  let first: HistoryFact | null = null;
  for (const row of [...history].reverse()) {
    if (row.order_status_id === order.statusId) first = row;
    else if (first === null || !isEdit(row, first, voidStatusId)) break;
  }
  return first;
}

/** 0 or void, and back within seconds. */
function isEdit(row: HistoryFact, back: HistoryFact, voidStatusId: number): boolean {
  if (row.order_status_id !== 0 && row.order_status_id !== voidStatusId) return false;
  return millis(back) - millis(row) <= EDIT_LASTS_MS;
}

/** Differences alone matter, so the zone does not. */
function millis(row: HistoryFact): number {
  try {
    return fromShopTime(row.date_added ?? '', 'UTC');
  } catch {
    return 0;
  }
}

/** The place whose Payment Request status was entered, if it was after that place's starting point. */
export function askingPlace(
  places: readonly SweepPlace[],
  order: WatchedOrder,
  entered: Entered,
  cursor: HistoryCursor,
): SweepPlace | null {
  const here = places.filter(
    ({ storeId, settings }) => storeId === order.storeId && settings.requestStatusId === entered.statusId,
  );
  return here.find(({ start }) => entered.historyId > beginOf(start, cursor)) ?? null;
}

/** After a restore the ids begin anew lower: what is there is of the past, or was judged before. */
function beginOf(start: SweepStart, cursor: HistoryCursor): number {
  const restored = cursor.shrunkAt !== null && cursor.shrunkAt > start.at;
  return restored ? Math.min(start.afterHistoryId, cursor.floorId) : start.afterHistoryId;
}
