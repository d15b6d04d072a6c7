import type { Knex } from 'knex';
import { aside } from '../../../system/db/aside';
import type { Db } from '../../../system/db/table';
import type { LinkFilter } from './link_filter';
import { linksBy } from './link_indexes';
import type { LinkSort } from './link_lists';
import { ageLimits, readSums, sumByAge, sumNewest, type AgeSum, type LinkSum } from './link_sums';
import { foundLinks, lookUp, type FoundFilter } from './link_search';
import { ageOf, sortNarrow, sumOf, type NarrowLink } from './link_narrow';

export interface OverviewWish {
  readonly sort: LinkSort;
  readonly descending: boolean;
  /** From 1; one that is too high shows the last page. */
  readonly page: number;
  readonly perPage: number;
  /** UTC epoch ms. */
  readonly now: number;
  /** Upper ages, ascending. */
  readonly limitsMs: readonly number[];
}

export interface LinkOverview {
  readonly linkIds: readonly number[];
  readonly page: number;
  /** How many there are, at most `counted`; then `more` may be true. */
  readonly total: number;
  readonly more: boolean;
  /** So many match that only the newest `counted` were sorted. */
  readonly cut: boolean;
  /** Of the newest `counted`. */
  readonly sums: readonly LinkSum[];
  readonly ages: readonly AgeSum[];
}

/** `few`: so many are read and counted here; more are summed by the database. `counted`: counting ends there. */
export interface OverviewBounds {
  readonly few: number;
  readonly counted: number;
}

/** One page of links with the totals of all that the filter lets through. Reads narrow indexes, beside everybody else. */
export async function overviewOfLinks(
  db: Db,
  filter: LinkFilter,
  wish: OverviewWish,
  bounds: OverviewBounds = { few: 1000, counted: 10_000 },
): Promise<LinkOverview> {
  const reader = aside(db);
  const found = await lookUp(reader, filter, bounds.few);
  if (Object.keys(filter).length > 0) {
    const few = await newestFew(reader, found, bounds.few + 1);
    if (few.length <= bounds.few) return ofFew(few, wish);
  }
  return ofMany(reader, found, wish, bounds.counted);
}

const NEWEST_FIRST = [
  { column: 'created_at', order: 'desc' },
  { column: 'link_id', order: 'desc' },
];

async function newestFew(reader: Db, found: FoundFilter, limit: number): Promise<NarrowLink[]> {
  return (await foundLinks(reader, found)
    .select('link_id', 'state', 'currency', 'amount_minor', 'created_at', 'expires_at', 'order_id')
    .orderBy(NEWEST_FIRST)
    .limit(limit)) as NarrowLink[];
}

function ofFew(links: NarrowLink[], wish: OverviewWish): LinkOverview {
  const page = pageIn(wish, links.length);
  const sorted = sortNarrow(links, wish);
  const from = (page - 1) * wish.perPage;
  return {
    linkIds: sorted.slice(from, from + wish.perPage).map((link) => link.link_id),
    page,
    total: links.length,
    ...{ more: false, cut: false },
    sums: sumOf(links),
    ages: ageOf(links, ageLimits(wish.now, wish.limitsMs)),
  };
}

async function ofMany(reader: Db, found: FoundFilter, wish: OverviewWish, counted: number): Promise<LinkOverview> {
  const sums = await readSums(sumNewest(reader, found, counted));
  const total = sums.reduce((all, sum) => all + sum.count, 0);
  const more = total === counted && (await hasMore(reader, found, counted));
  const page = pageIn(wish, total);
  const plain = Object.keys(found).length === 0;
  const cut = more && !plain && wish.sort !== 'created_at';
  // Without a filter every sort has an index of the whole rows.
  const all = plain && wish.sort !== 'created_at' ? linksBy(reader, null) : foundLinks(reader, found);
  const rows = (await sorted(cut ? newestOf(reader, found, counted) : all, wish)
    .select('link_id')
    .limit(wish.perPage)
    .offset((page - 1) * wish.perPage)) as { link_id: number }[];
  const ages = await sumByAge(reader, found, ageLimits(wish.now, wish.limitsMs));
  return { linkIds: rows.map((row) => row.link_id), page, total, more, cut, sums, ages };
}

async function hasMore(reader: Db, found: FoundFilter, counted: number): Promise<boolean> {
  const next = foundLinks(reader, found).select('link_id').orderBy(NEWEST_FIRST).limit(1).offset(counted);
  return ((await next) as unknown[]).length > 0;
}

function newestOf(reader: Db, found: FoundFilter, counted: number): Knex.QueryBuilder {
  const newest = foundLinks(reader, found)
    .select('link_id', 'state', 'amount_minor', 'created_at', 'expires_at', 'order_id')
    .orderBy(NEWEST_FIRST)
    .limit(counted);
  return reader.from(newest.as('newest'));
}

function sorted(query: Knex.QueryBuilder, { sort, descending }: OverviewWish): Knex.QueryBuilder {
  const columns = sort === 'state' ? ['state', 'created_at', 'link_id'] : [sort, 'link_id'];
  return query.orderBy(columns.map((column) => ({ column, order: descending ? 'desc' : 'asc' })));
}

function pageIn({ page, perPage }: OverviewWish, total: number): number {
  return Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / perPage)));
}
