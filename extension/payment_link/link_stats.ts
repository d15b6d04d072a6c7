import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import type { LinkRow } from './link_row';

/** Figures for the dashboard, over links made since a moment (UTC epoch ms). Amounts in minor units. */
export interface LinkFigures {
  readonly made: number;
  readonly opened: number;
  readonly paid: number;
  readonly failed: number;
  /** Median would need every row; the mean is what one statement can say. Null when none was paid. */
  readonly meanMsToPay: number | null;
}

const links = (db: Db) => db<LinkRow>(t(db, 'payment_link'));

export async function readFigures(db: Db, since: number, storeId?: number): Promise<LinkFigures> {
  const [row] = (await links(db)
    .where('created_at', '>=', since)
    .where(storeId === undefined ? {} : { store_id: storeId })
    .select(
      db.raw('COUNT(*) AS made'),
      db.raw('SUM(CASE WHEN opened_at IS NULL THEN 0 ELSE 1 END) AS opened'),
      db.raw("SUM(CASE WHEN state = 'completed' THEN 1 ELSE 0 END) AS paid"),
      db.raw("SUM(CASE WHEN state = 'failed' THEN 1 ELSE 0 END) AS failed"),
      db.raw("AVG(CASE WHEN state = 'completed' THEN closed_at - activated_at END) AS mean"),
    )) as unknown as { made: number; opened: number; paid: number; failed: number; mean: number | null }[];
  return {
    made: Number(row?.made ?? 0),
    opened: Number(row?.opened ?? 0),
    paid: Number(row?.paid ?? 0),
    failed: Number(row?.failed ?? 0),
    meanMsToPay: row?.mean === null || row === undefined ? null : Math.round(Number(row.mean)),
  };
}

/** How many links wait for money, and how many wait for a person. */
export async function countWaiting(db: Db): Promise<{ unpaid: number; needPerson: number }> {
  const [unpaid] = await links(db).whereIn('state', ['requested', 'active', 'declined']).count({ n: '*' });
  const [flagged] = await links(db).where({ flagged: 1 }).count({ n: '*' });
  const [failed] = await links(db).where({ state: 'failed' }).whereNot('flagged', 1).count({ n: '*' });
  return {
    unpaid: Number(unpaid?.['n'] ?? 0),
    needPerson: Number(flagged?.['n'] ?? 0) + Number(failed?.['n'] ?? 0),
  };
}

/** What is open, by age and currency: one row per limit, youngest first. `limitsMs` are upper ages, ascending. */
export async function ageing(
  db: Db,
  now: number,
  limitsMs: readonly number[],
): Promise<{ youngerThanMs: number | null; currency: string; count: number; minor: number }[]> {
  const rows: { youngerThanMs: number | null; currency: string; count: number; minor: number }[] = [];
  for (const [index, limit] of [...limitsMs, null].entries()) {
    const query = links(db)
      .whereIn('state', ['active', 'declined'])
      .where('created_at', '<=', now - (limitsMs[index - 1] ?? 0));
    if (limit !== null) query.where('created_at', '>', now - limit);
    const sums = (await query
      .groupBy('currency')
      .select('currency')
      .count({ n: '*' })
      .sum({ minor: 'amount_minor' })) as unknown as { currency: string; n: number; minor: number }[];
    for (const sum of sums) {
      rows.push({ youngerThanMs: limit, currency: sum.currency, count: Number(sum.n), minor: Number(sum.minor) });
    }
  }
  return rows;
}

/** Paid links since a moment, by the method really used, most used first. */
export async function paidByMethod(
  db: Db,
  since: number,
): Promise<{ method: string | null; currency: string; count: number; minor: number }[]> {
  const rows = (await db(t(db, 'payment_link_payment'))
    .whereIn('state', ['paid', 'partially_refunded', 'refunded'])
    .where('created_at', '>=', since)
    .groupBy('method', 'currency')
    .select('method', 'currency')
    .count({ n: '*' })
    .sum({ minor: 'amount_minor' })
    .orderBy('n', 'desc')) as unknown as { method: string | null; currency: string; n: number; minor: number }[];
  return rows.map(({ method, currency, n, minor }) => ({ method, currency, count: Number(n), minor: Number(minor) }));
}

/** Links made and paid since a moment, by who made them, most first. */
export async function linksByStaff(
  db: Db,
  since: number,
): Promise<{ createdBy: string; made: number; paid: number }[]> {
  const rows = (await links(db)
    .where('created_at', '>=', since)
    .groupBy('created_by')
    .select('created_by', db.raw("SUM(CASE WHEN state = 'completed' THEN 1 ELSE 0 END) AS paid"))
    .count({ n: '*' })
    .orderBy('n', 'desc')) as unknown as { created_by: string; paid: number; n: number }[];
  return rows.map((row) => ({ createdBy: row.created_by, made: Number(row.n), paid: Number(row.paid) }));
}
