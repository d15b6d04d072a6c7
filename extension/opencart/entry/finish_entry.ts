import { crashPoint } from '../../../system/crash_point';
import { MINUTE_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { GiveUp, type JobHandler } from '../../../system/outbox/job';
import { deleteJobsByKey, putJob } from '../../../system/outbox/jobs';
import { beginEffect, confirmEffect } from '../../payment_link/order/effects';
import { addAttachedHistory } from '../attach/attached_history';
import { announceMails } from '../order/order_events';
import { insertHistory } from '../order/order_histories';
import { listHistoryOfOrder } from '../watch/history_feed';
import { findOrderRow } from '../order/orders';
import { readSettings } from '../setting/settings';
import { shopNow } from '../shop_now';
import { statusMove } from '../stock/status_move';
import { CLEAN_JOB, cleanEntry, type CleanJob } from './clean_entry';
import type { SteppedEntry } from './attached_entry';

/** Stored with the jobs: never rename. */
const FINISH_JOB = 'shop.finish_entry';

export interface FinishJob {
  readonly orderId: number;
  readonly statusId: number;
}

/** The press itself is done long before. */
const FINISH_AFTER_MS = MINUTE_MS;
/** Effects of orders belong to no link. */
const NO_LINK = 0;

const keyOf = (orderId: number): string => `${FINISH_JOB}:${orderId}`;
const effectOf = (orderId: number): string => `enter:${orderId}`;

export async function putFinish(tx: Tx, payload: FinishJob, now: number): Promise<void> {
  await putJob(tx, { name: FINISH_JOB, payload, runAt: now + FINISH_AFTER_MS, now, uniqueKey: keyOf(payload.orderId) });
}

/** What is run by itself for orders that are written in steps. */
export function entryJobs(entry: SteppedEntry): JobHandler[] {
  return [
    { name: FINISH_JOB, run: (payload) => finishEntry(entry, payload as FinishJob) },
    { name: CLEAN_JOB, run: (payload) => cleanEntry(entry, payload as CleanJob) },
  ];
}

/**
 * The complete order leaves status 0, once: recorded as begun, done, confirmed. The status is set first and the
 * history line written last, so what an interrupted try left can be told: in status 0 nothing was done, with the line
 * all of it. Between the two the stock may have been taken or not, and a person looks.
 * @throws GiveUp then, everything else having been finished
 */
export async function finishEntry(entry: SteppedEntry, wish: FinishJob): Promise<void> {
  const { db, aside, clock } = entry;
  const order = await findOrderRow(db, wish.orderId);
  const effect = { linkId: NO_LINK, effect: effectOf(wish.orderId), detail: '0', now: clock.now() };
  const left = order && (await beginEffect(aside, effect));
  if (!order || left?.state === 'done') return;
  crashPoint('entry.begun');
  if (left && order.order_status_id !== 0) return finishInterrupted(entry, wish, order.date_added ?? '');
  await transaction(db, async (tx) => {
    await addAttachedHistory(tx, entry, { ...wish, comment: '', notify: false, expectedStatusId: 0 });
    await confirm(tx, wish, clock.now());
  });
}

async function finishInterrupted(entry: SteppedEntry, wish: FinishJob, dateAdded: string): Promise<void> {
  const { db, bus, clock } = entry;
  const { orderId, statusId } = wish;
  const line = (await listHistoryOfOrder(db, orderId, dateAdded)).find((one) => one.order_status_id === statusId);
  const reserves = await transaction(db, async (tx) => {
    const storeId = (await findOrderRow(tx, orderId))?.store_id ?? 0;
    const settings = await readSettings(tx, storeId);
    const at = await shopNow(tx, clock, settings);
    const entered = { orderId, statusId, comment: '', notify: false, at };
    const historyId = line?.order_history_id ?? (await insertHistory(tx, entered));
    await announceMails(tx, bus, settings, { orderId, storeId, historyId, from: 0, to: statusId, notify: false });
    await confirm(tx, wish, clock.now());
    return statusMove(settings, 0, statusId).reserving === 'enters';
  });
  if (line === undefined && reserves) {
    throw new GiveUp(
      `Order ${orderId} was interrupted while its stock was being taken: look at the stock of its products. All else was finished.`,
    );
  }
}

async function confirm(tx: Tx, { orderId }: FinishJob, now: number): Promise<void> {
  await confirmEffect(tx, NO_LINK, effectOf(orderId), now);
  await deleteJobsByKey(tx, keyOf(orderId));
}
