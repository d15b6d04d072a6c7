import type { Knex } from 'knex';

/** Rows where one of the columns holds the text anywhere; `%` and `_` in it mean themselves. */
export function whereContains(query: Knex.QueryBuilder, columns: readonly string[], text: string): void {
  const pattern = `%${text.replace(/[!%_]/g, '!$&')}%`;
  query.where((either) => {
    for (const column of columns) either.orWhereRaw("?? like ? escape '!'", [column, pattern]);
  });
}

/** One page of a list, and how long the list is. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

export interface Paging {
  readonly limit: number;
  readonly offset: number;
}

/** What `count('* as total')` answers, as a number on every database. */
export async function countOf(query: Knex.QueryBuilder): Promise<number> {
  const row = (await query.count({ total: '*' }).first()) as { total: number | string } | undefined;
  return Number(row?.total ?? 0);
}
