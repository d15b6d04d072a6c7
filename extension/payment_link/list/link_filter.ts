import type { Knex } from 'knex';
import { dialectOf, t, type Db } from '../../../system/db/table';
import type { LinkState } from '../link/link';
import type { LinkRow } from '../link/link_row';

/** Which links a list shows. Everything given must hold. */
export interface LinkFilter {
  readonly orderId?: number;
  /** Order id, provider's id or reference, pay token or slug (or a whole address with it), e-mail, start of a name. */
  readonly text?: string;
  readonly states?: readonly LinkState[];
  readonly storeId?: number;
  readonly gateway?: string;
  readonly createdBy?: string;
  /** UTC epoch ms, inclusive. */
  readonly createdFrom?: number;
  /** UTC epoch ms, exclusive. */
  readonly createdTo?: number;
  /** UTC epoch ms, inclusive. */
  readonly expiresFrom?: number;
  readonly expiresBefore?: number;
  readonly currency?: string;
  /** Minor units. */
  readonly amountMin?: number;
  readonly amountMax?: number;
  readonly flagged?: boolean;
  readonly flag?: string;
  /** Flagged and not seen to, or failed. */
  readonly needsPerson?: boolean;
}

/** Rows of `payment_link` that the filter lets through, in no order yet. */
export function filteredLinks(db: Db, filter: LinkFilter): Knex.QueryBuilder {
  return narrowed(db, db<LinkRow>(t(db, 'payment_link')), filter);
}

export function narrowed(db: Db, query: Knex.QueryBuilder, filter: LinkFilter): Knex.QueryBuilder {
  for (const [column, value] of Object.entries(exactly(filter))) {
    if (value !== undefined) void query.where(column, value);
  }
  if (filter.states) void query.whereIn('state', [...filter.states]);
  between(query, 'created_at', filter.createdFrom, filter.createdTo);
  between(query, 'expires_at', filter.expiresFrom, filter.expiresBefore);
  if (filter.amountMin !== undefined) void query.where('amount_minor', '>=', filter.amountMin);
  if (filter.amountMax !== undefined) void query.where('amount_minor', '<=', filter.amountMax);
  if (filter.flagged === true) void query.where('flagged', 1);
  // Nearly all links: as an equality it would lead to the index that is of no use here.
  if (filter.flagged === false) void query.whereNot('flagged', 1);
  if (filter.flag !== undefined) void query.whereIn('link_id', everFlagged(db, filter.flag));
  if (filter.needsPerson) void query.where((either) => void either.where('flagged', 1).orWhere('state', 'failed'));
  if (filter.text !== undefined) void query.where(matching(db, filter.text.trim()));
  return query;
}

/** The first condition lets the index pass over the many links that never were. */
export function everFlagged(db: Db, flag: string): Knex.QueryBuilder {
  return db(t(db, 'payment_link')).where('flags', '>', '').where('flags', 'like', `%${flag}%`).select('link_id');
}

function exactly(filter: LinkFilter): Record<string, string | number | undefined> {
  return {
    order_id: filter.orderId,
    store_id: filter.storeId,
    gateway: filter.gateway,
    created_by: filter.createdBy,
    currency: filter.currency,
  };
}

function between(query: Knex.QueryBuilder, column: string, from: number | undefined, to: number | undefined): void {
  if (from !== undefined) void query.where(column, '>=', from);
  if (to !== undefined) void query.where(column, '<', to);
}

/** Each way has an index of its own, so that a million links are searched as fast as a hundred. */
function matching(db: Db, text: string) {
  const token = payTokenIn(text);
  return (query: Knex.QueryBuilder): void => {
    if (token !== undefined) return void query.where('token', token).orWhere('slug', token.toLowerCase());
    if (text.includes('@')) return void query.where('email', text);
    const paid = db(t(db, 'payment_link_payment')).where('provider_id', text).select('link_id');
    void query
      .where('reference', text)
      .orWhere('token', text)
      .orWhere('slug', text.toLowerCase())
      .orWhereIn('link_id', paid);
    if (/^\d{1,9}$/.test(text)) void query.orWhere('order_id', Number(text));
    else void query.orWhere((name) => nameBegins(db, name, text));
  };
}

/** Of a whole pay address. */
export function payTokenIn(text: string): string | undefined {
  return /\/pay\/([\w-]+)/.exec(text)?.[1];
}

/** The end of what begins with a text: the highest character there is. */
const LAST = '\u{10ffff}';

/** Without regard to case. A range, because SQLite's `like` would read the whole table. */
export function nameBegins(db: Db, query: Knex.QueryBuilder, text: string): void {
  if (dialectOf(db) === 'mysql') {
    void query.whereRaw("customer like ? escape '!'", [`${text.replace(/[!%_]/g, '!$&')}%`]);
    return;
  }
  void query.whereRaw('customer collate nocase >= ? and customer collate nocase < ?', [text, `${text}${LAST}`]);
}
