import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Paging } from '../../system/db/like';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import { decimal, decimal4 } from '../../system/decimal';
import { shopDialect } from './dialect';
import { escapeText, plainText } from './escaping';
import { ordersBy } from './order_indexes';
import { groupNames } from './order_list_groups';
import { LISTED_MAX, type FoundIds, type OrderFilters, type OrderSort } from './order_list_types';
import type { OrderRow } from './order_row';

/** Ids per statement: some twenty milliseconds, so that a request beside it hardly waits. */
const SLICE = 50_000;

/** Whole rows are read where the narrow index is missing: no further back than this. */
const SCANNED_MAX = 50_000;

/** What the narrow index holds. */
type NarrowRow = Pick<
  OrderRow,
  'order_id' | 'order_status_id' | 'store_id' | 'date_added' | 'date_modified' | 'total' | 'firstname' | 'lastname'
>;

const NARROW = ['order_id', 'order_status_id', 'store_id', 'date_added', 'date_modified', 'total', 'firstname', 'lastname'] as const; // prettier-ignore

/** Reads from the newest order down until there are more matches than are listed; then sorts what it found. */
export async function byScan(
  db: Db,
  filters: OrderFilters,
  sort: OrderSort,
  page: Paging,
  languageId: number,
): Promise<FoundIds> {
  const [lowest, highest] = await idRange(db, filters.orderId);
  const from = shopDialect(db).ownTables ? lowest : Math.max(lowest, highest - SCANNED_MAX + 1);
  const matches = await collect(db, filters, from, highest);
  const more = matches.length > LISTED_MAX;
  const listed = more ? matches.slice(0, LISTED_MAX) : matches;
  await sortRows(db, listed, sort, languageId);
  const ids = listed.slice(page.offset, page.offset + page.limit).map((row) => row.order_id);
  return { ids, total: listed.length, more, newestOnly: from > lowest };
}

async function collect(db: Db, filters: OrderFilters, lowest: number, highest: number): Promise<NarrowRow[]> {
  const found: NarrowRow[] = [];
  for (let top = highest; top >= lowest && found.length <= LISTED_MAX; top -= SLICE) {
    const slice = ordersBy(db, 'narrow')
      .select(...NARROW)
      .where('order_id', '>', Math.max(top - SLICE, lowest - 1))
      .where('order_id', '<=', top)
      .orderBy('order_id', 'desc')
      .limit(LISTED_MAX + 1 - found.length);
    found.push(...((await matching(slice, filters)) as NarrowRow[]));
    await setImmediate();
  }
  return found;
}

async function idRange(db: Db, orderId: number | undefined): Promise<[number, number]> {
  if (orderId !== undefined) return [orderId, orderId];
  const [row] = (await db<OrderRow>(t(db, 'order')).max({ highest: 'order_id' })) as { highest: number | null }[];
  const [first] = (await db<OrderRow>(t(db, 'order')).min({ lowest: 'order_id' })) as { lowest: number | null }[];
  return [first?.lowest ?? 1, row?.highest ?? 0];
}

function matching(query: Knex.QueryBuilder, filters: OrderFilters): Knex.QueryBuilder {
  const { statusIds = [], storeId, customer, total } = filters;
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

const compareNames = new Intl.Collator(undefined, { sensitivity: 'base' }).compare;

type Compare = (a: NarrowRow, b: NarrowRow) => number;

async function sortRows(db: Db, rows: NarrowRow[], { by, descending }: OrderSort, languageId: number): Promise<void> {
  const names = by === 'status' || by === 'store' ? await groupNames(db, by, languageId) : new Map<number, string>();
  const compare = compareBy(by, (id) => names.get(id) ?? '');
  const sign = descending ? -1 : 1;
  rows.sort((a, b) => sign * (compare(a, b) || a.order_id - b.order_id));
}

function compareBy(by: OrderSort['by'], nameOf: (id: number) => string): Compare {
  const text = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : Number(a !== b));
  const person = (row: NarrowRow): string => plainText(`${row.firstname ?? ''} ${row.lastname ?? ''}`);
  const compares: Readonly<Record<OrderSort['by'], Compare>> = {
    order_id: () => 0,
    store: (a, b) => compareNames(nameOf(a.store_id), nameOf(b.store_id)),
    customer: (a, b) => compareNames(person(a), person(b)),
    status: (a, b) => compareNames(nameOf(a.order_status_id), nameOf(b.order_status_id)),
    total: (a, b) => decimal(a.total).comparedTo(decimal(b.total)),
    date_added: (a, b) => text(a.date_added, b.date_added),
    date_modified: (a, b) => text(a.date_modified, b.date_modified),
  };
  return compares[by];
}
