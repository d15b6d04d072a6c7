import type { Db, Tx } from '../../system/db/table';
import { listWaitingKeys, putJob, putJobs, type NewJob } from '../../system/outbox/jobs';
import type { LinkState } from './link/link';
import type { Link } from './link/link_row';

/** Names of the jobs, stored with them: never rename. */
export const JOBS = {
  request: 'payment_link.request',
  requestFree: 'payment_link.request_free',
  refresh: 'payment_link.refresh',
  expire: 'payment_link.expire',
  close: 'payment_link.close',
  follow: 'payment_link.follow_order',
  tellReplaced: 'payment_link.tell_replaced',
  remind: 'payment_link.remind',
  refund: 'payment_link.refund',
  report: 'payment_link.report',
  poll: 'payment_link.poll',
  sweep: 'payment_link.sweep',
  older: 'payment_link.make_older',
  bulk: 'payment_link.bulk',
} as const;

/** Name of the listener, and of its job, that makes the link of an order that entered the status. Never rename. */
export const WHEN_STATUS_ENTERED = 'payment_link.when_status_entered';

export interface RequestJob {
  readonly orderId: number;
  /** The link of this order is made again (a Retry, an edit): the order's status no longer matters. */
  readonly again?: boolean;
  /** Amount of a difference, minor units of the order's currency; absent: the whole order. */
  readonly differenceMinor?: number;
  /** Life of the link, seconds; absent: as the settings say. */
  readonly lifetimeSeconds?: number;
  /** False when another mail will tell the customer. */
  readonly mail?: boolean;
  readonly actor?: string;
}

/** A link without an order: its attempts are found by one of them. */
export interface FreeRequestJob extends Pick<RequestJob, 'again' | 'lifetimeSeconds' | 'mail' | 'actor'> {
  readonly linkId: number;
}

export type LinkWish = RequestJob | FreeRequestJob;

/** The wish that whatever this link is for has a link. */
export function wishOf(link: Pick<Link, 'linkId' | 'orderId' | 'purpose' | 'amount'>): LinkWish {
  const { linkId, orderId, purpose, amount } = link;
  if (orderId === null) return { linkId };
  return { orderId, ...(purpose === 'difference' ? { differenceMinor: amount.minor } : {}) };
}

/** The same for the next attempt. */
export function againOf(link: Parameters<typeof wishOf>[0]): LinkWish {
  return { ...wishOf(link), again: true };
}

export interface CloseJob {
  readonly linkId: number;
  readonly to: Extract<LinkState, 'cancelled' | 'expired' | 'replaced'>;
  readonly actor: string;
  /** Journal's word for the reason: `order_deleted`, `by_hand`, `order_edited`. */
  readonly why: string;
  /** A payment on its way does not keep it open. */
  readonly evenIfPending?: boolean;
  /** Put when it is closed. */
  readonly then?: LinkWish;
}

export const expireKey = (linkId: number): string => `payment_link.expire:${linkId}`;
export const remindKey = (linkId: number): string => `payment_link.remind:${linkId}`;
export const refreshKey = (linkId: number): string => `payment_link.refresh:${linkId}`;

const requestKey = (orderId: number): string => `${JOBS.request}:${orderId}`;

/** Which of these orders have a request that nobody has begun yet. */
export async function ordersAsked(db: Db, orderIds: readonly number[]): Promise<number[]> {
  const waiting = new Set(await listWaitingKeys(db, orderIds.map(requestKey)));
  return orderIds.filter((orderId) => waiting.has(requestKey(orderId)));
}

/** A person's or an edit's wish is never swallowed by a job that waits out an outage. */
export async function putRequest(tx: Tx | Db, payload: LinkWish, now: number): Promise<void> {
  if ('linkId' in payload) return putJob(tx, { name: JOBS.requestFree, payload, runAt: now, now });
  const key = payload.again === true ? {} : { uniqueKey: requestKey(payload.orderId) };
  await putJob(tx, { name: JOBS.request, payload, runAt: now, now, ...key });
}

export async function putClose(tx: Tx | Db, payload: CloseJob, now: number): Promise<void> {
  const uniqueKey = `${JOBS.close}:${payload.linkId}:${payload.to}`;
  await putJob(tx, { name: JOBS.close, payload, runAt: now, now, uniqueKey });
}

/** Has the order compared with its links again: an edit may have come while a payment was on its way. */
export async function putFollow(tx: Tx | Db, orderId: number, now: number): Promise<void> {
  await putJob(tx, { name: JOBS.follow, payload: { orderId, quiet: true }, runAt: now, now });
}

export async function putExpire(tx: Tx | Db, linkId: number, runAt: number, now: number): Promise<void> {
  await putJob(tx, expireJobOf(linkId, runAt, now));
}

export function expireJobOf(linkId: number, runAt: number, now: number): NewJob {
  return { name: JOBS.expire, payload: { linkId }, runAt, now, uniqueKey: expireKey(linkId) };
}

/** As `putRefresh`, for many links at once; in the order of their ids, so that two that do this wait, but not for each other. */
export async function putRefreshes(tx: Tx, linkIds: readonly number[], runAt: number, now: number): Promise<void> {
  const wanted = [...new Set(linkIds)].sort((a, b) => a - b);
  const job = (linkId: number) => ({
    name: JOBS.refresh,
    payload: { linkId },
    runAt,
    now,
    uniqueKey: refreshKey(linkId),
  });
  await putJobs(tx, wanted.map(job));
}

/** At most one read of a link waits; `runAt` lets several wishes share it. */
export async function putRefresh(tx: Tx | Db, linkId: number, runAt: number, now: number): Promise<void> {
  await putJob(tx, { name: JOBS.refresh, payload: { linkId }, runAt, now, uniqueKey: refreshKey(linkId) });
}
