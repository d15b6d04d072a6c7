import { aside } from '../../../system/db/aside';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { linksBy } from './link_indexes';
import type { LinkRow } from '../link/link_row';

const QUARTER_MS = 900_000;

/** Links made in a quarter of an hour (from `at`, UTC epoch ms), and how many of them are paid by now. */
export interface MadeInQuarter {
  readonly at: number;
  readonly made: number;
  readonly paid: number;
}

/**
 * By quarters of an hour, because every time zone's midnight is on one: the caller puts them into the shop's days,
 * those of 23 and 25 hours included.
 */
export async function madePerQuarter(db: Db, since: number): Promise<MadeInQuarter[]> {
  const rows = (await linksBy(aside(db), 'newest')
    .where('created_at', '>=', since)
    .select(
      db.raw('created_at - created_at % ? AS quarter', [QUARTER_MS]),
      db.raw("SUM(CASE WHEN state = 'completed' THEN 1 ELSE 0 END) AS paid"),
    )
    .count({ n: '*' })
    .groupBy('quarter')) as unknown as { quarter: number; paid: number; n: number }[];
  return rows.map((row) => ({ at: Number(row.quarter), made: Number(row.n), paid: Number(row.paid) }));
}

/** Links that were paid between two moments, UTC epoch ms; the second is exclusive. */
export async function countPaidBetween(db: Db, from: number, to: number): Promise<number> {
  const [row] = await aside(db)<LinkRow>(t(db, 'payment_link'))
    .where({ state: 'completed' })
    .where('closed_at', '>=', from)
    .where('closed_at', '<', to)
    .count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}
