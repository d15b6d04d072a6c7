import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { LinkState } from '../link/link';
import { filteredLinks, type LinkFilter } from './link_filter';
import { readLink, type Link, type LinkRow } from '../link/link_row';

export type { LinkFilter } from './link_filter';

/** Lists of `payment_link` for the pages and for the jobs that look after many links. */
export const LINK_SORTS = ['created_at', 'expires_at', 'amount_minor', 'order_id', 'state'] as const;
export type LinkSort = (typeof LINK_SORTS)[number];

export interface LinkPage {
  readonly sort: LinkSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

export async function listLinks(db: Db, filter: LinkFilter, page: LinkPage): Promise<Link[]> {
  const direction = page.descending ? 'desc' : 'asc';
  // As the indexes have it: a million links are not sorted for one page of them.
  const columns = page.sort === 'state' ? ['state', 'created_at', 'link_id'] : [page.sort, 'link_id'];
  const rows = (await filteredLinks(db, filter)
    .orderBy(columns.map((column) => ({ column, order: direction })))
    .limit(page.limit)
    .offset(page.offset)) as LinkRow[];
  return rows.map(readLink);
}

/** In the order of the ids; those that are gone meanwhile are left out. */
export async function findLinksInOrder(db: Db, linkIds: readonly number[]): Promise<Link[]> {
  const rows = await db<LinkRow>(t(db, 'payment_link')).whereIn('link_id', [...linkIds]);
  const byId = new Map(rows.map((row) => [row.link_id, row]));
  return linkIds.flatMap((id) => byId.get(id) ?? []).map(readLink);
}

/** The next so many below a link, newest first: a place in the list that new links do not move. */
export async function listLinksBelow(
  db: Db,
  filter: LinkFilter,
  page: { readonly below: number | null; readonly limit: number },
): Promise<Link[]> {
  const query = filteredLinks(db, filter).orderBy('link_id', 'desc').limit(page.limit);
  if (page.below !== null) void query.where('link_id', '<', page.below);
  return ((await query) as LinkRow[]).map(readLink);
}

/** Counts no further than `atMost`: "more than 10,000" is enough on a page, and cheap. */
export async function countLinks(db: Db, filter: LinkFilter, atMost: number): Promise<number> {
  const some = filteredLinks(db, filter)
    .select('link_id')
    .limit(atMost + 1)
    .as('some');
  const [row] = (await db.from(some).count({ n: '*' })) as { n: number }[];
  return Number(row?.n ?? 0);
}

/** Links whose time to be asked about has come, longest waiting first. */
export async function listLinksToPoll(db: Db, now: number, limit: number): Promise<Link[]> {
  const rows = await db<LinkRow>(t(db, 'payment_link')).where('poll_at', '<=', now).orderBy('poll_at').limit(limit);
  return rows.map(readLink);
}

/** In a state since before a moment: `requested` too long. */
export async function listLinksStuck(db: Db, state: LinkState, before: number, limit: number): Promise<Link[]> {
  const rows = await db<LinkRow>(t(db, 'payment_link'))
    .where({ state })
    .where('updated_at', '<', before)
    .orderBy('link_id')
    .limit(limit);
  return rows.map(readLink);
}

/** Open past their end. */
export async function listLinksOverdue(db: Db, before: number, limit: number): Promise<Link[]> {
  const rows = await db<LinkRow>(t(db, 'payment_link'))
    .whereIn('state', ['active', 'declined'])
    .where('expires_at', '<', before)
    .orderBy('expires_at')
    .limit(limit);
  return rows.map(readLink);
}

/** Open ones in the order of their ids, a batch at a time. */
export async function listOpenLinksAfter(db: Db, afterLinkId: number, limit: number): Promise<Link[]> {
  const rows = await db<LinkRow>(t(db, 'payment_link'))
    .whereIn('state', ['requested', 'active', 'declined'])
    .where('link_id', '>', afterLinkId)
    .orderBy('link_id')
    .limit(limit);
  return rows.map(readLink);
}

/** Which of these orders have any attempt at all. */
export async function ordersWithLinks(db: Db, orderIds: readonly number[]): Promise<Set<number>> {
  const rows = await db<LinkRow>(t(db, 'payment_link'))
    .whereIn('order_id', [...orderIds])
    .distinct('order_id');
  return new Set(rows.map((row) => Number(row.order_id)));
}

/** Order id → its newest attempt for the whole order; orders without one are left out. */
export async function newestLinks(db: Db, orderIds: readonly number[]): Promise<ReadonlyMap<number, Link>> {
  const rows = await db<LinkRow>(t(db, 'payment_link'))
    .whereIn('order_id', [...orderIds])
    .where('purpose', 'order')
    .orderBy('attempt');
  return new Map(rows.map((row) => [Number(row.order_id), readLink(row)]));
}

/** How many links were asked for since a moment. */
export async function countLinksSince(db: Db, since: number): Promise<number> {
  const [row] = await db<LinkRow>(t(db, 'payment_link')).where('created_at', '>=', since).count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}
