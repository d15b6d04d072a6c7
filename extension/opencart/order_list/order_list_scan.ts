import type { Knex } from 'knex';
import { aside } from '../../../system/db/aside';
import type { Paging } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { decimal4 } from '../../../system/decimal';
import { shopDialect } from '../dialect';
import { escapeText } from '../escaping';
import { ordersBy } from './order_indexes';
import { groupsInOrder } from './order_list_groups';
import { sortedBy } from './order_list_sorts';
import { LISTED_MAX, type FoundIds, type OrderFilters, type OrderSort } from './order_list_types';
import type { OrderRow } from '../order/order_row';

/** Whole rows are read where the narrow index is missing: no further back than this. */
const SCANNED_MAX = 50_000;

/** What the narrow index holds. */
const NARROW = [
  'order_id',
  'order_status_id',
  'store_id',
  'date_added',
  'date_modified',
  'total',
  'firstname',
  'lastname',
] as const;

/**
 * Reads from the newest order down until there are more matches than are listed, and sorts what it found: one
 * statement, which nobody else waits for.
 */
export async function byScan(
  db: Db,
  filters: OrderFilters,
  sort: OrderSort,
  page: Paging,
  languageId: number,
): Promise<FoundIds> {
  const reader = aside(db);
  const bound = shopDialect(db).ownTables ? null : await newestIds(reader);
  const some = matching(ordersBy(reader, 'narrow').select(...NARROW), filters)
    .orderBy('order_id', 'desc')
    .limit(LISTED_MAX + 1);
  if (bound !== null) void some.where('order_id', '>=', bound.from);
  const order = await orderOf(db, sort, languageId);
  const rows = (await reader.from(some.as('some')).orderByRaw(order.sql, order.bindings).select('order_id')) as {
    order_id: number;
  }[];
  const ids = newestOf(rows.map((row) => row.order_id));
  return {
    ids: ids.slice(page.offset, page.offset + page.limit),
    total: ids.length,
    more: rows.length > LISTED_MAX,
    newestOnly: bound?.cut ?? false,
  };
}

/** One more than is listed was read, to know that there are more: the oldest goes. */
function newestOf(ids: number[]): number[] {
  if (ids.length <= LISTED_MAX) return ids;
  const oldest = ids.reduce((least, id) => Math.min(least, id));
  return ids.filter((id) => id !== oldest);
}

/** The lowest id that is looked at, and whether there are lower ones. */
async function newestIds(reader: Db): Promise<{ from: number; cut: boolean }> {
  const end = (direction: 'asc' | 'desc') =>
    reader<OrderRow>(t(reader, 'order')).orderBy('order_id', direction).first('order_id');
  const [lowest, highest] = [await end('asc'), await end('desc')];
  const from = (highest?.order_id ?? 0) - SCANNED_MAX + 1;
  return { from, cut: from > (lowest?.order_id ?? from) };
}

async function orderOf(
  db: Db,
  { by, descending }: OrderSort,
  languageId: number,
): Promise<{ sql: string; bindings: number[] }> {
  const direction = descending ? 'desc' : 'asc';
  if (by !== 'status' && by !== 'store') return { sql: sortedBy(db, { by, descending }), bindings: [] };
  const ids = await groupsInOrder(db, by, false, languageId);
  const column = by === 'status' ? 'order_status_id' : 'store_id';
  const places = ids.map(() => 'when ? then ?').join(' ');
  const bindings = ids.flatMap((id, place) => [id, place]);
  // Newest first in each, whichever way the names go.
  if (ids.length === 0) return { sql: 'order_id desc', bindings };
  return { sql: `case ${column} ${places} end ${direction}, order_id desc`, bindings };
}

function matching(query: Knex.QueryBuilder, filters: OrderFilters): Knex.QueryBuilder {
  const { orderId, statusIds = [], storeId, customer, total } = filters;
  if (orderId !== undefined) void query.where('order_id', orderId);
  void (statusIds.length > 0 ? query.whereIn('order_status_id', statusIds) : query.where('order_status_id', '>', 0));
  if (storeId !== undefined) void query.where('store_id', storeId);
  if (total !== undefined) void query.where('total', decimal4(total));
  if (customer !== undefined) void query.whereRaw(NAME_LIKE, [containing(customer)]);
  const { addedFrom, addedTo, modifiedFrom, modifiedTo } = filters;
  if (addedFrom !== undefined) void query.where('date_added', '>=', `${addedFrom} 00:00:00`);
  if (addedTo !== undefined) void query.where('date_added', '<=', `${addedTo} 23:59:59`);
  if (modifiedFrom !== undefined) void query.where('date_modified', '>=', `${modifiedFrom} 00:00:00`);
  if (modifiedTo !== undefined) void query.where('date_modified', '<=', `${modifiedTo} 23:59:59`);
  return query;
}

const NAME_LIKE = "concat(firstname, ' ', lastname) like ? escape '!'";

/** As stored, with the signs of LIKE meaning themselves. */
function containing(text: string): string {
  return `%${escapeText(text.trim()).replace(/[!%_]/g, '!$&')}%`;
}
