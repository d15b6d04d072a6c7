import { aside } from '../../../system/db/aside';
import { countOf } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { LinkState } from '../link/link';
import { linksBy } from './link_indexes';

/** Figures for the dashboard, over links made since a moment (UTC epoch ms). Amounts in minor units. */
export interface LinkFigures {
  readonly made: number;
  readonly opened: number;
  readonly paid: number;
  readonly failed: number;
  /** Median would need every row; the mean is what one statement can say. Null when none was paid. */
  readonly meanMsToPay: number | null;
}

/** Those made lately, off the index that begins with when. */
const newest = (db: Db) => linksBy(aside(db), 'newest');

export async function readFigures(db: Db, since: number, storeId?: number): Promise<LinkFigures> {
  const [row] = (await newest(db)
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
  const reader = aside(db);
  const inStates = (states: readonly LinkState[]) => linksBy(reader, 'state_newest').whereIn('state', [...states]);
  const unpaid = await countOf(inStates(['requested', 'active', 'declined']));
  const flagged = await countOf(linksBy(reader, null).where({ flagged: 1 }));
  const failed = await countOf(inStates(['failed']).whereNot('flagged', 1));
  return { unpaid, needPerson: flagged + failed };
}

/** Paid links since a moment, by the method really used, most used first. */
export async function paidByMethod(
  db: Db,
  since: number,
): Promise<{ method: string | null; currency: string; count: number; minor: number }[]> {
  const rows = (await aside(db)(t(db, 'payment_link_payment'))
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
  const rows = (await newest(db)
    .where('created_at', '>=', since)
    .groupBy('created_by')
    .select('created_by', db.raw("SUM(CASE WHEN state = 'completed' THEN 1 ELSE 0 END) AS paid"))
    .count({ n: '*' })
    .orderBy('n', 'desc')) as unknown as { created_by: string; paid: number; n: number }[];
  return rows.map((row) => ({ createdBy: row.created_by, made: Number(row.n), paid: Number(row.paid) }));
}
