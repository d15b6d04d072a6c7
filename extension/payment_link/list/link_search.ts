import type { Knex } from 'knex';
import { t, type Db } from '../../../system/db/table';
import { everFlagged, nameBegins, narrowed, payTokenIn, type LinkFilter } from './link_filter';
import { linksBy, type LinkIndex } from './link_indexes';

/** A filter whose searches have been looked up. */
export interface FoundFilter extends LinkFilter {
  /** Of the few links that searches lead to. */
  readonly linkIds?: readonly number[];
  /** Stays a condition, because too many begin so; or one of these. */
  readonly name?: { readonly begins: string; readonly orIds: readonly number[] };
}

/**
 * Searches have indexes of their own. Where one finds at most `few` links, their ids take its place; what finds more
 * stays a condition on the links, newest first.
 */
export async function lookUp(db: Db, filter: LinkFilter, few: number): Promise<FoundFilter> {
  let found: FoundFilter = filter;
  for (const [search, ways] of searchesOf(db, filter)) {
    const ids = new Set<number>();
    let before: number[] = [];
    for (const way of ways) {
      before = [...ids];
      const rows = (await way.select('link_id').limit(few + 1)) as { link_id: number }[];
      for (const row of rows) ids.add(row.link_id);
    }
    const { [search]: _looked, ...rest } = found;
    if (ids.size <= few) found = { ...rest, linkIds: found.linkIds?.filter((id) => ids.has(id)) ?? [...ids] };
    else if (search === 'text' && isName(filter.text)) {
      // Of its ways only the last, the name, finds so many.
      found = { ...rest, name: { begins: (filter.text ?? '').trim(), orIds: before } };
    }
  }
  return found;
}

const NUMBER = /^\d{1,9}$/;

function isName(text = ''): boolean {
  return payTokenIn(text) === undefined && !text.includes('@') && !NUMBER.test(text.trim());
}

type Searched = 'text' | 'flag' | 'needsPerson' | 'flagged';

function searchesOf(db: Db, { text, flag, needsPerson, flagged }: LinkFilter): [Searched, Knex.QueryBuilder[]][] {
  const links = () => db.from(t(db, 'payment_link'));
  const failed = () => linksBy(db, 'state_newest').where({ state: 'failed' });
  return [
    ...(text === undefined ? [] : [['text', waysTo(db, text.trim())] as [Searched, Knex.QueryBuilder[]]]),
    ...(flag === undefined ? [] : [['flag', [everFlagged(db, flag)]] as [Searched, Knex.QueryBuilder[]]]),
    ...(flagged === true ? [['flagged', [links().where({ flagged: 1 })]] as [Searched, Knex.QueryBuilder[]]] : []),
    ...(needsPerson === true
      ? [['needsPerson', [links().where({ flagged: 1 }), failed()]] as [Searched, Knex.QueryBuilder[]]]
      : []),
  ];
}

function waysTo(db: Db, text: string): Knex.QueryBuilder[] {
  const links = () => db.from(t(db, 'payment_link'));
  const token = payTokenIn(text);
  if (token !== undefined) return [links().where({ token }), links().where({ slug: token.toLowerCase() })];
  if (text.includes('@')) return [links().where({ email: text })];
  return [
    links().where({ reference: text }),
    links().where({ token: text }),
    links().where({ slug: text.toLowerCase() }),
    db.from(t(db, 'payment_link_payment')).where({ provider_id: text }),
    NUMBER.test(text) ? links().where({ order_id: Number(text) }) : links().where((name) => nameBegins(db, name, text)),
  ];
}

/** Rows of `payment_link` that the filter lets through, in no order yet; read by the index that serves it. */
export function foundLinks(db: Db, filter: FoundFilter, forced?: LinkIndex): Knex.QueryBuilder {
  const { linkIds, name, ...conditions } = filter;
  const query = narrowed(db, linksBy(db, linkIds ? null : (forced ?? indexFor(filter))), conditions);
  if (linkIds) void query.whereIn('link_id', [...linkIds]);
  if (name)
    void query.where(
      (one) => void one.where((it) => nameBegins(db, it, name.begins)).orWhereIn('link_id', [...name.orIds]),
    );
  return query;
}

function indexFor(filter: LinkFilter): LinkIndex | null {
  // Not in the narrow indexes: their own are better.
  if (filter.flag !== undefined || filter.text !== undefined || filter.gateway !== undefined) return null;
  return filter.states ? 'state_newest' : 'newest';
}
