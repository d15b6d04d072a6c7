import { fill } from '../../../system/language';
import type { Visit } from '../../visit';
import { countFormat } from '../../../system/formats';

export interface PagerView {
  readonly label: string;
  readonly showing: string;
  readonly previous: string;
  readonly next: string;
  readonly previousHref: string | null;
  readonly nextHref: string | null;
  readonly pages: readonly { readonly text: string; readonly href: string; readonly current: boolean }[];
}

export interface PagerParts {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  /** Counted no further than a limit; then `more` is true. */
  readonly total: number;
  readonly more: boolean;
  hrefOf(page: number): string;
}

/** Two pages either side of the present one, and the ends. */
export function pagerOf(visit: Visit, parts: PagerParts): PagerView {
  const { page, perPage, total } = parts;
  const text = visit.texts('common/form');
  const last = Math.max(1, Math.ceil(total / perPage));
  const from = total === 0 ? 0 : (page - 1) * perPage + 1;
  const number = countFormat(visit.locale);
  const near = [...new Set([1, page - 2, page - 1, page, page + 1, page + 2, ...(parts.more ? [] : [last])])];
  return {
    label: text.page.replace('{page}', String(page)),
    showing: fill(parts.more ? text.showing_more : text.showing, {
      from: number.format(from),
      to: number.format(Math.min(page * perPage, total)),
      total: number.format(total),
    }),
    previous: text.previous,
    next: text.next,
    previousHref: page > 1 ? parts.hrefOf(page - 1) : null,
    nextHref: page < last ? parts.hrefOf(page + 1) : null,
    pages: near
      .filter((one) => one >= 1 && one <= last)
      .sort((a, b) => a - b)
      .map((one) => ({ text: number.format(one), href: parts.hrefOf(one), current: one === page })),
  };
}
