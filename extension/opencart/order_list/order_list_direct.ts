import type { Knex } from 'knex';
import { MINUTE_MS } from '../../../system/clock';
import { keptLonger } from '../../../system/db/kept';
import type { Paging } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { ordersBy, type OrderIndex } from './order_indexes';
import { groupsInOrder } from './order_list_groups';
import { INDEX_OF, sortedBy, type IndexedSort } from './order_list_sorts';
import { LISTED_MAX, type FoundIds } from './order_list_types';

/** Without a filter; or in one status by id, newest or oldest first. */
export async function byIndex(
  db: Db,
  statusId: number | undefined,
  sort: IndexedSort,
  page: Paging,
): Promise<FoundIds> {
  const query = ordersBy(db, statusId === undefined ? INDEX_OF[sort.by] : 'by_status');
  void inStatus(query, statusId).orderByRaw(sortedBy(db, sort));
  const [ids, count] = await Promise.all([idsOf(query, page), countInStatus(db, statusId)]);
  return { ids, ...capped(count) };
}

/** Ten thousand rows of an index are counted once a minute: a shop that had more than is listed still has them then. */
function countInStatus(db: Db, statusId: number | undefined): Promise<number> {
  const count = (): Promise<number> => countIn(db, 'by_status', (some) => inStatus(some, statusId));
  return keptLonger(db, `orders in ${statusId ?? 'any'}`, count, { ms: MINUTE_MS, keeps: (some) => some > LISTED_MAX });
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
  return { ids, ...capped(await countInStatus(db, undefined)) };
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
