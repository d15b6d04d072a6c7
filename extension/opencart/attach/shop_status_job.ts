import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { reasonOf } from '../../../system/errors';
import { RetryLater, type Job, type JobHandler } from '../../../system/outbox/job';
import { putJob } from '../../../system/outbox/jobs';
import type { PaymentLinks } from '../../payment_link/context';
import { flagLink } from '../../payment_link/journal/flag_link';
import { journalOf } from '../../payment_link/journal/link_journal';
import { listLinksOfOrder } from '../../payment_link/link/links';
import type { HistoryEntry, NewHistory, Order } from '../../payment_link/order_book';
import { narrowText } from '../stored_text';
import { changeStatusByShop, type ShopApi, type ShopApiAccess } from './shop_api';
import { ShopApiError } from './shop_api_error';

/** Stored with the jobs: never rename. */
const SHOP_STATUS_JOB = 'shop.status';

/** How far back a line is looked for that an earlier try may have made the shop write. */
const LOOK_BACK = 30;
const RETRY_FIRST_MS = 15 * SECOND_MS;
const RETRY_LAST_MS = 15 * MINUTE_MS;
const TRIES_MS = 24 * HOUR_MS;
/** Two calls of a minute at most, and what is read before. */
const LEASE_MS = 3 * MINUTE_MS;
/** What PHP did not finish within its own time limit is not coming any more. */
const UNKNOWN_WAIT_MS = 2 * MINUTE_MS;

/** The shop is to make this change itself, as soon as a worker comes to it. */
export async function putShopStatus(tx: Tx, entry: NewHistory, now: number): Promise<void> {
  await putJob(tx, { name: SHOP_STATUS_JOB, payload: entry, runAt: now, now });
}

export interface ShopStatusWork {
  readonly links: PaymentLinks;
  readonly api: ShopApi;
  /** Null when the owner took it away meanwhile. Not called in a transaction. */
  accessOf(storeId: number): Promise<ShopApiAccess | null>;
}

/**
 * Asks the shop to change the status, until it says yes or no, for a day. Before each try the order is read: a change that an
 * earlier try made is not made again. A no is written down as a note, and a person is told.
 */
export function shopStatusJob(work: ShopStatusWork): JobHandler {
  return {
    name: SHOP_STATUS_JOB,
    leaseMs: LEASE_MS,
    run: (payload, job) => runChange(work, payload as NewHistory, job),
  };
}

async function runChange(work: ShopStatusWork, entry: NewHistory, job: Job): Promise<void> {
  const { db, orderBook } = work.links;
  const order = await orderBook.findOrder(db, entry.orderId);
  if (!order) return;
  if (entry.expectedStatusId !== undefined && entry.expectedStatusId !== order.statusId) return;
  if (await isMade(work, entry, order)) return;
  const access = await work.accessOf(order.storeId);
  if (!access) return leaveToPerson(work, entry, NO_ACCESS);
  try {
    const { languageCode: language, currencyCode: currency, storeId } = order;
    await changeStatusByShop(work.api, access, { ...entry, storeId, language, currency }, job.signal);
  } catch (failed) {
    if (!(failed instanceof ShopApiError)) throw failed;
    const tooLong = work.links.clock.now() - job.createdAt > TRIES_MS;
    if (failed.outcome === 'rejected' || tooLong) return leaveToPerson(work, entry, reasonOf(failed));
    throw new RetryLater(pauseOf(failed, job), reasonOf(failed));
  }
}

function pauseOf(failed: ShopApiError, job: Job): number {
  if (failed.outcome === 'unknown') return UNKNOWN_WAIT_MS;
  return Math.min(RETRY_FIRST_MS * 2 ** Math.min(job.attempt, 10), RETRY_LAST_MS);
}

/** The line is there, under the status. Without words of its own a line cannot be known again: the status tells. */
async function isMade(work: ShopStatusWork, entry: NewHistory, order: Order): Promise<boolean> {
  if (entry.comment === '') return order.statusId === entry.statusId;
  const lines = await work.links.orderBook.listHistory(work.links.db, entry.orderId, { limit: LOOK_BACK, offset: 0 });
  return lines.some((line) => line.statusId === entry.statusId && sameWords(line, entry));
}

function sameWords(line: HistoryEntry, entry: NewHistory): boolean {
  return narrowText(line.comment).trim() === narrowText(entry.comment).trim();
}

const NO_ACCESS = 'Its user name and key are not set any more, or the shop’s address is not known.';

/** What happened stands in the order all the same; its link waits for a person, and tells what the shop said. */
async function leaveToPerson({ links }: ShopStatusWork, entry: NewHistory, failure: string): Promise<void> {
  const link = (await listLinksOfOrder(links.db, entry.orderId)).at(-1);
  await transaction(links.db, async (tx) => {
    await links.orderBook.addNote(tx, entry.orderId, entry.comment, entry.notify);
    if (!link) return;
    await journalOf(links, tx, link, { event: 'link.shop_refused', by: 'system', details: { failure } });
    await flagLink(links, tx, link, ['shop_refused']);
  });
}
