import type { Db } from '../system/db/table';
import { dialectOf, t } from '../system/db/table';

/**
 * Many orders like the given one, made by the database itself: the newest order is copied, again and again doubled.
 * Statuses, customers and dates vary, so that filters and sorts have something to do.
 */
export async function seedOrders(db: Db, wanted: number): Promise<number> {
  const tables = ['order', 'order_product', 'order_total', 'order_history'];
  const columns = new Map<string, string[]>();
  for (const table of tables) columns.set(table, Object.keys(await db(t(db, table)).columnInfo()));
  for (;;) {
    const row = (await db(t(db, 'order')).max({ last: 'order_id' }).count({ count: '*' }).first()) as {
      last: number;
      count: number;
    };
    const [last, count] = [Number(row.last), Number(row.count)];
    if (count >= wanted) break;
    const upTo = Math.min(last, wanted - count);
    for (const table of tables) await copy(db, table, columns.get(table) ?? [], last, upTo);
  }
  await vary(db);
  return wanted;
}

async function copy(db: Db, table: string, columns: readonly string[], shift: number, upTo: number): Promise<void> {
  const own = `${table}_id`;
  const taken = columns.filter((column) => column !== own || table === 'order');
  const source = db(t(db, table))
    .select(taken.map((column) => (column === 'order_id' ? db.raw('?? + ?', [column, shift]) : db.ref(column))))
    .where('order_id', '<=', upTo);
  await db(db.raw('?? (??)', [t(db, table), taken])).insert(source as never);
}

const STATUSES = [17, 2, 5, 3, 7];

async function vary(db: Db): Promise<void> {
  const minutes =
    dialectOf(db) === 'sqlite'
      ? "datetime('2026-11-01', '-' || order_id || ' minutes')"
      : 'DATE_SUB(?, INTERVAL order_id MINUTE)';
  const date = dialectOf(db) === 'sqlite' ? db.raw(minutes) : db.raw(minutes, ['2026-11-01 00:00:00']);
  for (const [index, status] of STATUSES.entries()) {
    await db(t(db, 'order'))
      .whereRaw('order_id % ? = ?', [STATUSES.length, index])
      .update({ order_status_id: status, date_added: date, date_modified: date });
  }
}
