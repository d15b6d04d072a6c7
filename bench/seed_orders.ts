import type { Knex } from 'knex';
import { dialectOf, t, type Db } from '../system/db/table';
import { noteWritten, pick, textOf, wallTime } from './seed_sql';

const TABLES = ['order', 'order_product', 'order_total', 'order_history'] as const;
const FIRST = ['Anna', 'Bram', 'Chloé', 'Daan', 'Eva', 'Finn', 'Guus', 'Hanna', 'Iris', 'Jan', 'Kees', 'Lotte', 'Mees'];
const LAST = ['de Vries', 'Jansen', 'Bakker', 'Visser', 'Smit', 'Meijer', 'de Boer', 'Mulder', 'Bos', 'Vos', 'Peters'];
const STATUSES = [5, 5, 5, 5, 5, 3, 3, 3, 2, 2, 7, 17];
/** An order every so many minutes, the newest now: two years for 200,000. */
const EVERY_MINUTES = 5;

/**
 * Many orders like the newest ones, made by the database itself: they are copied, again and again doubled. Names,
 * statuses, totals and dates vary, so that filters and sorts have something to do.
 */
export async function seedOrders(db: Db, wanted: number, now: number): Promise<void> {
  const columns = new Map<string, string[]>();
  for (const table of TABLES) columns.set(table, Object.keys(await db(t(db, table)).columnInfo()));
  for (;;) {
    const { last, count } = await newest(db);
    if (count >= wanted) break;
    const upTo = Math.min(last, wanted - count);
    for (const table of TABLES) await copy(db, table, columns.get(table) ?? [], { shift: last, upTo, wanted, now });
  }
  await noteWritten(db, TABLES);
}

async function newest(db: Db): Promise<{ last: number; count: number }> {
  const row = (await db(t(db, 'order')).max({ last: 'order_id' }).count({ count: '*' }).first()) as {
    last: number;
    count: number;
  };
  return { last: Number(row.last), count: Number(row.count) };
}

interface Round {
  readonly shift: number;
  readonly upTo: number;
  readonly wanted: number;
  readonly now: number;
}

async function copy(db: Db, table: string, columns: readonly string[], round: Round): Promise<void> {
  const own = `${table}_id`;
  const taken = columns.filter((column) => column !== own || table === 'order');
  const changed: Record<string, Knex.Raw> = {
    order_id: db.raw('order_id + ?', [round.shift]),
    ...(table === 'order' ? varied(db, round) : {}),
  };
  const source = db(t(db, table))
    .select(taken.map((column) => changed[column] ?? db.ref(column)))
    .where('order_id', '<=', round.upTo);
  await db(db.raw('?? (??)', [t(db, table), taken])).insert(source as never);
}

/** By the number that the copy gets. */
function varied(db: Db, { shift, wanted, now }: Round): Record<string, Knex.Raw> {
  const id = db.raw('(order_id + ?)', [shift]);
  const ago = (more: number) => db.raw('(? - ?) * ? + ?', [wanted, id, EVERY_MINUTES, more]);
  const [firstname, lastname] = [pick(db, id, 7, FIRST), pick(db, id, 3, LAST)];
  const cents = db.raw('? * 7919 % 200000', [id]);
  return {
    firstname,
    lastname,
    email: textOf(db, ['customer-', id, '@example.com']),
    order_status_id: pick(db, id, 11, STATUSES),
    total:
      dialectOf(db) === 'sqlite'
        ? db.raw("printf('%d.%02d00', ? / 100, ? % 100)", [cents, cents])
        : db.raw('? / 100', [cents]),
    date_added: wallTime(db, now, ago(3)),
    date_modified: wallTime(db, now, ago(0)),
  };
}
