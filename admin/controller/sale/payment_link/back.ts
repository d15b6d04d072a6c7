import { textIn, type Input } from '../../../../system/http/input';
import { readJsonMembers } from '../../../../system/json';
import type { Visit } from '../../../visit';
import { FILTERS } from './filters';

export const HOME = '/admin/sale/payment_link';
export const RUN = `${HOME}/run`;

/** What was searched, filtered and sorted, for links that keep it. */
export const KEPT = ['search', ...FILTERS, 'sort', 'order'] as const;

export function kept({ query }: Pick<Visit, 'query'>): Record<string, string> {
  return only(KEPT, query);
}

/** The list as it was, in a form sent from it; only names that the list knows come back. */
export function queryBack({ body }: Pick<Visit, 'body'>): Record<string, string> {
  return only([...KEPT, 'page'], readJsonMembers(textIn(body, 'back')) ?? {});
}

export function pathBack(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query);
  return search.size > 0 ? `${HOME}?${search.toString()}` : HOME;
}

export function runPath(runId: number): string {
  return `${RUN}?run_id=${runId}`;
}

function only(names: readonly string[], input: Input): Record<string, string> {
  const values = names.map((name): [string, string] => [name, textIn(input, name)]);
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
