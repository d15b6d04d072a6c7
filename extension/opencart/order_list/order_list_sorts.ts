import { dialectOf, type Db } from '../../../system/db/table';
import type { OrderIndex } from './order_indexes';
import type { OrderSort } from './order_list_types';

/** Sorts that an index gives; null is the primary key. */
export const INDEX_OF = {
  order_id: null,
  date_added: 'by_date_added',
  date_modified: 'by_date_modified',
  total: 'by_total',
  customer: 'by_customer',
} as const satisfies Record<string, OrderIndex | null>;

export type IndexedSort = OrderSort & { readonly by: keyof typeof INDEX_OF };

/** As the indexes have them. SQLite's totals are text of four places: the longer is the larger. */
const MYSQL_COLUMNS = {
  order_id: [],
  date_added: ['date_added'],
  date_modified: ['date_modified'],
  total: ['total'],
  customer: ['firstname', 'lastname'],
};
const SQLITE_COLUMNS = {
  ...MYSQL_COLUMNS,
  total: ['length(total)', 'total'],
  customer: ['firstname collate nocase', 'lastname collate nocase'],
};

/** One of ten fixed texts. */
export function sortedBy(db: Db, sort: IndexedSort): string {
  const columns = (dialectOf(db) === 'sqlite' ? SQLITE_COLUMNS : MYSQL_COLUMNS)[sort.by];
  const direction = sort.descending ? ' desc' : ' asc';
  return [...columns, 'order_id'].map((column) => column + direction).join(', ');
}
