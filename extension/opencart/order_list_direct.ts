import type { Knex } from 'knex';
import type { Paging } from '../../system/db/like';
import { dialectOf, type Db } from '../../system/db/table';
import { ordersBy, type OrderIndex } from './order_indexes';
import { groupsInOrder } from './order_list_groups';
import { LISTED_MAX, type FoundIds, type OrderSort } from './order_list_types';

/** Sorts that an index gives; null is the primary key. */
const INDEX_OF = {
  order_id: null,
  date_added: 'by_date_added',
  date_modified: 'by_date_modified',
  total: 'by_total',
  customer: 'by_customer',
} as const satisfies Record<string, OrderIndex | null>;

/** As the indexes have them. SQLite's totals are text of four places: the longer is the larger. */
const MYSQL_COLUMNS = { order_id: '', date_added: 'date_added', date_modified: 'date_modified', total: 'total', customer: 'firstname, lastname' }; // prettier-ignore
const SQLITE_COLUMNS = { ...MYSQL_COLUMNS, total: 'length(total), total', customer: 'firstname collate nocase, lastname collate nocase' }; // prettier-ignore

export type IndexedSort = OrderSort & { readonly by: keyof typeof INDEX_OF };

/** Without a filter; or in one status by id, newest or oldest first. */
export async function byIndex(
  db: Db,
  statusId: number | undefined,
  sort: IndexedSort,
  page: Paging,
): Promise<FoundIds> {
  const query = ordersBy(db, statusId === undefined ? INDEX_OF[sort.by] : 'by_status');
  void inStatus(query, statusId).orderByRaw(sortedBy(db, sort));
  return {
    ids: await idsOf(query, page),
    ...capped(await countIn(db, 'by_status', (some) => inStatus(some, statusId))),
  };
}

/** Sorted by the name of status or store: one after the other, newest first in each. */
export async function byGroups(
  db: Db,
  by: 'status' | 'store',
  descending: boolean,
  page: Paging,
  languageId: number,
): Promise<FoundIds> {
  const ids: number[] = [];
  let skip = page.offset;
  for (const id of await groupsInOrder(db, by, descending, languageId)) {
    if (ids.length >= page.limit) break;
    const group = (query: Knex.QueryBuilder) =>
      by === 'status' ? query.where('order_status_id', id) : inStatus(query.where('store_id', id), undefined);
    const query = group(ordersBy(db, `by_${by}`)).orderBy('order_id', 'desc');
    const found = await idsOf(query, { limit: page.limit - ids.length, offset: skip });
    ids.push(...found);
    skip = found.length > 0 || skip === 0 ? 0 : skip - (await countIn(db, `by_${by}`, group));
  }
  return { ids, ...capped(await countIn(db, 'by_status', (some) => inStatus(some, undefined))) };
}

async function idsOf(query: Knex.QueryBuilder, page: Paging): Promise<number[]> {
  if (page.limit <= 0) return [];
  const rows = (await query.select('order_id').limit(page.limit).offset(page.offset)) as { order_id: number }[];
  return rows.map((row) => row.order_id);
}

/** No status given: all but the missing orders. */
function inStatus(query: Knex.QueryBuilder, statusId: number | undefined): Knex.QueryBuilder {
  return statusId === undefined ? query.where('order_status_id', '>', 0) : query.where('order_status_id', statusId);
}

/** One of ten fixed texts. */
function sortedBy(db: Db, sort: IndexedSort): string {
  const columns = (dialectOf(db) === 'sqlite' ? SQLITE_COLUMNS : MYSQL_COLUMNS)[sort.by].split(/, (?![^(]*\))/);
  const direction = sort.descending ? ' desc' : ' asc';
  return [...columns.filter((column) => column !== ''), 'order_id'].map((column) => column + direction).join(', ');
}

/** At most one above the most that is listed. */
async function countIn(
  db: Db,
  index: OrderIndex,
  which: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<number> {
  const some = which(ordersBy(db, index))
    .select('order_id')
    .limit(LISTED_MAX + 1);
  const rows = (await db.from(some.as('some')).count({ n: '*' })) as { n: number }[];
  return Number(rows[0]?.n ?? 0);
}

function capped(count: number): { total: number; more: boolean } {
  return { total: Math.min(count, LISTED_MAX), more: count > LISTED_MAX };
}
