import type { Db } from '../../system/db/table';
import type { LinkState } from './link';
import { filteredLinks, type LinkFilter } from './link_filter';

export interface LinkSum {
  readonly state: LinkState;
  readonly currency: string;
  readonly count: number;
  /** Minor units. */
  readonly minor: number;
}

/** Per state and currency, over the newest `atMost` links that the filter lets through. */
export async function sumNewest(db: Db, filter: LinkFilter, atMost: number): Promise<LinkSum[]> {
  const some = filteredLinks(db, filter)
    .select('state', 'currency', 'amount_minor')
    .orderBy('created_at', 'desc')
    .limit(atMost)
    .as('some');
  const rows = (await db
    .from(some)
    .groupBy('state', 'currency')
    .select('state', 'currency')
    .count({ n: '*' })
    .sum({ minor: 'amount_minor' })) as unknown as { state: LinkState; currency: string; n: number; minor: number }[];
  return rows.map(({ state, currency, n, minor }) => ({ state, currency, count: Number(n), minor: Number(minor) }));
}

export interface AgeSum {
  /** Index of the first limit that the link is younger than; the number of limits when it is older than all. */
  readonly group: number;
  readonly currency: string;
  readonly count: number;
  readonly minor: number;
}

/** What can still be paid of the filtered links, by age. `limitsMs`: upper ages, ascending. */
export async function sumByAge(
  db: Db,
  filter: LinkFilter,
  now: number,
  limitsMs: readonly number[],
): Promise<AgeSum[]> {
  const open = { ...filter, states: openOf(filter.states) };
  const sums: AgeSum[] = [];
  for (const [group, limit] of [...limitsMs, null].entries()) {
    const from = limit === null ? undefined : now - limit + 1;
    const to = group === 0 ? undefined : now - (limitsMs[group - 1] ?? 0) + 1;
    const rows = (await filteredLinks(db, within(open, from, to))
      .groupBy('currency')
      .select('currency')
      .count({ n: '*' })
      .sum({ minor: 'amount_minor' })) as unknown as { currency: string; n: number; minor: number }[];
    sums.push(
      ...rows.map((row) => ({ group, currency: row.currency, count: Number(row.n), minor: Number(row.minor) })),
    );
  }
  return sums;
}

const OPEN: readonly LinkState[] = ['active', 'declined'];

function openOf(states: readonly LinkState[] | undefined): readonly LinkState[] {
  return states === undefined ? OPEN : OPEN.filter((state) => states.includes(state));
}

/** Narrows the dates the filter has already. */
function within(filter: LinkFilter, from: number | undefined, to: number | undefined): LinkFilter {
  const froms = [filter.createdFrom, from].filter((one) => one !== undefined);
  const tos = [filter.createdTo, to].filter((one) => one !== undefined);
  return {
    ...filter,
    ...(froms.length > 0 ? { createdFrom: Math.max(...froms) } : {}),
    ...(tos.length > 0 ? { createdTo: Math.min(...tos) } : {}),
  };
}
