import type { Knex } from 'knex';
import type { Db } from '../../../system/db/table';
import type { LinkState } from '../link/link';
import { foundLinks, type FoundFilter } from './link_search';

export interface LinkSum {
  readonly state: LinkState;
  readonly currency: string;
  readonly count: number;
  /** Minor units. */
  readonly minor: number;
}

interface SumRow {
  readonly state: LinkState;
  readonly currency: string;
  readonly n: number | string;
  readonly minor: number | string;
}

/** Per state and currency, over the newest `atMost` links that the filter lets through. */
export function sumNewest(db: Db, filter: FoundFilter, atMost: number): Knex.QueryBuilder {
  const some = foundLinks(db, filter)
    .select('state', 'currency', 'amount_minor')
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'link_id', order: 'desc' },
    ])
    .limit(atMost)
    .as('some');
  return db.from(some).groupBy('state', 'currency').select('state', 'currency');
}

export async function readSums(query: Knex.QueryBuilder): Promise<LinkSum[]> {
  const rows = (await query.count({ n: '*' }).sum({ minor: 'amount_minor' })) as unknown as SumRow[];
  return rows.map(({ state, currency, n, minor }) => ({ state, currency, count: Number(n), minor: Number(minor) }));
}

export interface AgeSum {
  /** Index of the first limit that the link is younger than; the number of limits when it is older than all. */
  readonly group: number;
  readonly currency: string;
  readonly count: number;
  readonly minor: number;
}

/** Since when a link of each group was made, UTC epoch ms, youngest group first; older ones are the last group. */
export type AgeLimits = readonly number[];

export function ageLimits(now: number, limitsMs: readonly number[]): AgeLimits {
  return limitsMs.map((limit) => now - limit + 1);
}

/** Can be paid now. */
export const OPEN_TO_PAY: readonly LinkState[] = ['active', 'declined'];

/** What can still be paid of the filtered links, by age and currency, the youngest first. */
export async function sumByAge(db: Db, filter: FoundFilter, limits: AgeLimits): Promise<AgeSum[]> {
  const states = OPEN_TO_PAY.filter((state) => filter.states?.includes(state) ?? true);
  if (states.length === 0) return [];
  const cases = limits.map(() => 'when created_at >= ? then ?').join(' ');
  const bindings = [...limits.flatMap((since, group) => [since, group]), limits.length];
  const age = db.raw(['case', cases, 'else ? end as age'].join(' '), bindings);
  const rows = (await foundLinks(db, { ...filter, states })
    .groupBy('age', 'currency')
    .orderBy('age')
    .select(age, 'currency')
    .count({ n: '*' })
    .sum({ minor: 'amount_minor' })) as unknown as (Omit<SumRow, 'state'> & { age: number })[];
  return rows.map((row) => ({
    group: Number(row.age),
    currency: row.currency,
    count: Number(row.n),
    minor: Number(row.minor),
  }));
}
