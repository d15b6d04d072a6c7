import type { LinkState } from '../link/link';
import type { LinkSort } from './link_lists';
import { OPEN_TO_PAY, type AgeLimits, type AgeSum, type LinkSum } from './link_sums';

/** What sorting and summing needs of a link: see `LINK_INDEXES`. */
export interface NarrowLink {
  readonly link_id: number;
  readonly state: LinkState;
  readonly currency: string;
  readonly amount_minor: number;
  readonly created_at: number;
  readonly expires_at: number | null;
  readonly order_id: number | null;
}

/** As the database sorts: what is absent comes first. */
export function sortNarrow(
  links: readonly NarrowLink[],
  { sort, descending }: { readonly sort: LinkSort; readonly descending: boolean },
): NarrowLink[] {
  const columns = sort === 'state' ? (['state', 'created_at', 'link_id'] as const) : ([sort, 'link_id'] as const);
  const sign = descending ? -1 : 1;
  return links.toSorted((a, b) => {
    for (const column of columns) {
      const [left, right] = [a[column], b[column]];
      if (left === right) continue;
      if (left === null || right === null) return sign * (left === null ? -1 : 1);
      return sign * (left < right ? -1 : 1);
    }
    return 0;
  });
}

export function sumOf(links: readonly NarrowLink[]): LinkSum[] {
  const sums = new Map<string, LinkSum>();
  for (const { state, currency, amount_minor: minor } of links) {
    const sum = sums.get(`${state} ${currency}`) ?? { state, currency, count: 0, minor: 0 };
    sums.set(`${state} ${currency}`, { ...sum, count: sum.count + 1, minor: sum.minor + Number(minor) });
  }
  return [...sums.values()];
}

export function ageOf(links: readonly NarrowLink[], limits: AgeLimits): AgeSum[] {
  const sums = new Map<string, AgeSum>();
  for (const { state, currency, amount_minor: minor, created_at: at } of links) {
    if (!OPEN_TO_PAY.includes(state)) continue;
    const younger = limits.findIndex((since) => at >= since);
    const group = younger === -1 ? limits.length : younger;
    const sum = sums.get(`${group} ${currency}`) ?? { group, currency, count: 0, minor: 0 };
    sums.set(`${group} ${currency}`, { ...sum, count: sum.count + 1, minor: sum.minor + Number(minor) });
  }
  return [...sums.values()];
}
