import type { Paging } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import { byGroups, byIndex } from './order_list_direct';
import { findListRows } from './order_list_rows';
import { byScan } from './order_list_scan';
import { LISTED_MAX, type FoundIds, type OrderFilters, type OrderList, type OrderSort } from './order_list_types';

/**
 * One page of orders. Unfiltered, or in one status newest first: read off an index; other sorts of the unfiltered
 * list too. Other filters read a narrow index, newest first, beside everybody else.
 * `languageId`: of the status names.
 */
export async function listOrders(
  db: Db,
  filters: OrderFilters,
  sort: OrderSort,
  page: Paging,
  languageId: number,
): Promise<OrderList> {
  const limit = Math.min(page.limit, Math.max(0, LISTED_MAX - page.offset));
  const found = await findIds(db, filters, sort, { limit, offset: page.offset }, languageId);
  const { total, more } = found;
  const sortedNewestOnly = found.newestOnly === true || (more && sort.by !== 'order_id' && !isPlain(filters));
  return { rows: await findListRows(db, found.ids, languageId), total, more, sortedNewestOnly };
}

async function findIds(
  db: Db,
  filters: OrderFilters,
  { by, descending }: OrderSort,
  page: Paging,
  languageId: number,
): Promise<FoundIds> {
  // Somebody else's table has no index but its key.
  const foreign = !shopDialect(db).ownTables;
  if (foreign && (by !== 'order_id' || !isPlain(filters)))
    return byScan(db, filters, { by, descending }, page, languageId);
  if (isPlain(filters)) {
    if (by === 'status' || by === 'store') return byGroups(db, by, descending, page, languageId);
    return byIndex(db, undefined, { by, descending }, page);
  }
  const [statusId] = filters.statusIds ?? [];
  if (by === 'order_id' && isPlain({ ...filters, statusIds: [] }) && filters.statusIds?.length === 1) {
    return byIndex(db, statusId, { by, descending }, page);
  }
  return byScan(db, filters, { by, descending }, page, languageId);
}

/** Nothing is asked for: all but the missing orders. */
function isPlain({ statusIds = [], ...others }: OrderFilters): boolean {
  return statusIds.length === 0 && Object.values(others).every((value) => value === undefined);
}
