import { forgetKept, kept } from '../../../system/db/kept';
import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { groupBy } from '../../../system/group_by';
import type { OrderStatus } from '../../payment_link/order_book';
import type { NameRow, Names } from '../names';
import { nameIn, nameRows, namesOf } from '../names';

interface OrderStatusRow extends NameRow {
  readonly order_status_id: number;
}

/** By name. A status without a name in this language shows its first one. */
export async function listOrderStatuses(db: Db, languageId: number): Promise<readonly OrderStatus[]> {
  return kept(db, `order statuses ${languageId}`, () => readOrderStatuses(db, languageId));
}

async function readOrderStatuses(db: Db, languageId: number): Promise<OrderStatus[]> {
  const rows = await db<OrderStatusRow>(t(db, 'order_status')).select('order_status_id', 'language_id', 'name');
  return [...groupBy(rows, (row) => row.order_status_id)]
    .map(([statusId, names]) => ({ statusId, name: nameIn(names, languageId) }))
    .sort((a, b) => a.name.localeCompare(b.name) || a.statusId - b.statusId);
}

/** Its name in every language; null when there is no such status. */
export async function findOrderStatus(db: Db, statusId: number): Promise<{ statusId: number; names: Names } | null> {
  const rows = await db<OrderStatusRow>(t(db, 'order_status'))
    .select('language_id', 'name')
    .where('order_status_id', statusId);
  return rows.length === 0 ? null : { statusId, names: namesOf(rows) };
}

/** The id shares its key with the language, so SQLite cannot count it. */
export async function nextOrderStatusId(tx: Tx): Promise<number> {
  const row = (await tx<OrderStatusRow>(t(tx, 'order_status')).max({ last: 'order_status_id' }).first()) as
    { last: number | null } | undefined;
  return Number(row?.last ?? 0) + 1;
}

export async function insertOrderStatus(tx: Tx, statusId: number, names: Names): Promise<void> {
  forgetKept(tx);
  await tx(t(tx, 'order_status')).insert(nameRows(names).map((row) => ({ order_status_id: statusId, ...row })));
}

export async function deleteOrderStatus(tx: Tx, statusId: number): Promise<void> {
  forgetKept(tx);
  await tx(t(tx, 'order_status')).where('order_status_id', statusId).delete();
}
