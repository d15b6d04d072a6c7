import type { Db } from '../../../system/db/table';
import { ordersBy } from './order_indexes';
import type { OrderRow } from '../order/order_row';
import { listOrderStatuses } from '../localisation/order_statuses';
import { listStores } from '../setting/stores';

type Group = 'status' | 'store';
const COLUMN = { status: 'order_status_id', store: 'store_id' } as const;

/** Ids of the statuses (missing orders aside) or stores that have orders, by name; one that was deleted has none. */
export async function groupsInOrder(db: Db, by: Group, descending: boolean, languageId: number): Promise<number[]> {
  const names = await groupNames(db, by, languageId);
  const ids = await usedIds(db, by);
  ids.sort((a, b) => (names.get(a) ?? '').localeCompare(names.get(b) ?? '') || a - b);
  return descending ? ids.reverse() : ids;
}

export async function groupNames(db: Db, by: Group, languageId: number): Promise<Map<number, string>> {
  if (by === 'store') return new Map((await listStores(db)).map((store) => [store.storeId, store.name]));
  return new Map((await listOrderStatuses(db, languageId)).map((status) => [status.statusId, status.name]));
}

/** Jumps from id to id in the index: a "distinct" would read all of it. */
async function usedIds(db: Db, by: Group): Promise<number[]> {
  const ids: number[] = [];
  let next = await nextId(db, by, by === 'status' ? 0 : -1);
  while (next !== null) {
    ids.push(next);
    next = await nextId(db, by, next);
  }
  return ids;
}

async function nextId(db: Db, by: Group, after: number): Promise<number | null> {
  const row = (await ordersBy(db, `by_${by}`).where(COLUMN[by], '>', after).orderBy(COLUMN[by]).first(COLUMN[by])) as
    Pick<OrderRow, 'order_status_id' | 'store_id'> | undefined;
  return row?.[COLUMN[by]] ?? null;
}
