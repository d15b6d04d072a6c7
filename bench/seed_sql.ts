import type { Knex } from 'knex';
import { dialectOf, t, type Db } from '../system/db/table';

/** Pieces of SQL by which a database makes its own rows: on SQLite and on MySQL. */

/** One of the values, by a number: `number * step` modulo their count. */
export function pick(db: Db, number: Knex.Raw, step: number, values: readonly (string | number)[]): Knex.Raw {
  const cases = values.map(() => 'WHEN ? THEN ?').join(' ');
  return db.raw(['CASE (? * ?) % ?', cases, 'END'].join(' '), [
    number,
    step,
    values.length,
    ...values.flatMap((value, index) => [index, value]),
  ] as never);
}

export function textOf(db: Db, parts: readonly (string | Knex.Raw)[]): Knex.Raw {
  if (dialectOf(db) === 'sqlite') return db.raw(parts.map(() => '?').join(' || '), parts as never);
  return db.raw(['CONCAT(', parts.map(() => '?').join(', '), ')'].join(''), parts as never);
}

/** "YYYY-MM-DD HH:MM:SS", so many minutes before a moment (UTC epoch ms). */
export function wallTime(db: Db, now: number, minutesAgo: Knex.Raw): Knex.Raw {
  const at = new Date(now).toISOString().slice(0, 19).replace('T', ' ');
  if (dialectOf(db) === 'sqlite') return db.raw("datetime(?, '-' || (?) || ' minutes')", [at, minutesAgo]);
  return db.raw('DATE_SUB(?, INTERVAL (?) MINUTE)', [at, minutesAgo]);
}

/** Rows with one column `n`: 0 to 99,999. */
export function numbers(db: Db): Knex.QueryBuilder {
  const digits = () =>
    db.raw(
      ['SELECT 0 AS d', ...Array.from({ length: 9 }, () => 'SELECT ?')].join(' UNION ALL '),
      [1, 2, 3, 4, 5, 6, 7, 8, 9],
    );
  return db
    .from(db.raw('(?) AS a', [digits()]))
    .joinRaw('CROSS JOIN (?) AS b', [digits()])
    .joinRaw('CROSS JOIN (?) AS c', [digits()])
    .joinRaw('CROSS JOIN (?) AS e', [digits()])
    .joinRaw('CROSS JOIN (?) AS f', [digits()])
    .select(db.raw('a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d AS n'));
}

/** MySQL counts anew by itself what a table holds, some seconds after it changed; SQLite never does. */
export async function noteWritten(db: Db, tables: readonly string[]): Promise<void> {
  if (dialectOf(db) === 'sqlite') return;
  for (const table of tables) await db.raw('ANALYZE TABLE ??', [t(db, table)]);
}
