import { textIn, wholeIn } from '../system/http/input';
import { fill } from '../system/language';
import { pagerOf, type PagerView } from './view/partial/pager';
import type { SearchView } from './view/partial/search';
import type { HeadingView } from './view/partial/heading';
import type { Visit } from './visit';

/** What the address of a list says: `?search=&sort=&order=&page=`. */
export interface ListQuery<Sort extends string> {
  readonly text: string;
  readonly sort: Sort;
  readonly direction: 'asc' | 'desc';
  /** From 1. */
  readonly page: number;
  readonly limit: number;
  readonly offset: number;
}

/** Rows of a page. */
const PER_PAGE = 20;
const SEARCH_LENGTH_MAX = 128;
/** Beyond this an address was made up: OpenCart's tables hold no such lists. */
const PAGE_MAX = 1_000_000;

/** The first sort is the one a list begins with. */
export function listQueryOf<Sort extends string>(visit: Visit, sorts: readonly [Sort, ...Sort[]]): ListQuery<Sort> {
  const page = Math.min(PAGE_MAX, Math.max(1, wholeIn(visit.query, 'page', 1)));
  const sort = sorts.find((one) => one === textIn(visit.query, 'sort')) ?? sorts[0];
  return {
    text: textIn(visit.query, 'search').slice(0, SEARCH_LENGTH_MAX),
    sort,
    direction: textIn(visit.query, 'order') === 'desc' ? 'desc' : 'asc',
    page,
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  };
}

/** A list as its address asks for it. */
export interface ShownList<Sort extends string> {
  readonly visit: Visit;
  readonly path: string;
  readonly query: ListQuery<Sort>;
}

/** The same list with something else: `hrefWith({ page: 3 })`. */
export function listHref<Sort extends string>(
  visit: Visit,
  path: string,
  query: ListQuery<Sort>,
  change: { readonly page?: number; readonly sort?: Sort; readonly direction?: 'asc' | 'desc' },
): string {
  const { sort, direction, page } = { ...query, page: 1, ...change };
  return visit.href(path, { search: query.text, sort, order: direction, page: page === 1 ? null : page });
}

/** A column's heading that sorts by it, and turns the order round when the list is sorted by it already. */
export function headingOf<Sort extends string>(
  { visit, path, query }: ShownList<Sort>,
  { sort, text, amount = false }: { readonly sort: Sort; readonly text: string; readonly amount?: boolean },
): HeadingView {
  const sorted = query.sort === sort;
  const turned = sorted && query.direction === 'asc' ? 'desc' : 'asc';
  return {
    text,
    href: listHref(visit, path, query, { sort, direction: turned }),
    sorted: sorted ? (query.direction === 'asc' ? 'ascending' : 'descending') : null,
    amount,
  };
}

/** What stands round the rows of a list that is searched: the search above, and below how many there are. */
export function roundRows(
  { visit, path, query }: ShownList<string>,
  total: number,
  text: { readonly search: string; readonly empty: string; readonly empty_search: string },
): { readonly search: SearchView; readonly empty: string; readonly pager: PagerView } {
  return {
    search: searchOf(visit, path, query, text.search),
    empty: query.text === '' ? text.empty : fill(text.empty_search, { text: query.text }),
    pager: pagerOf(visit, {
      page: query.page,
      perPage: query.limit,
      total,
      more: false,
      hrefOf: (page) => listHref(visit, path, query, { page }),
    }),
  };
}

function searchOf(visit: Visit, path: string, query: ListQuery<string>, label: string): SearchView {
  const text = visit.texts('common/form');
  return {
    action: visit.href(path),
    label,
    value: query.text,
    submit: text.search,
    clear: text.clear,
    clearHref: query.text === '' ? null : visit.href(path),
    hidden: {},
  };
}
