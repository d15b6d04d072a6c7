import type { Knex } from 'knex';
import { dialectOf, t, type Db } from '../../../system/db/table';

/** What lists look at of a link, and what they sum: a tenth of a row. */
const NARROW = ['currency', 'amount_minor', 'store_id', 'created_by', 'flagged', 'expires_at', 'order_id', 'customer'];

/**
 * Own indexes by which a million links are filtered and summed without reading their rows. They are named, because the
 * lists name the index to read: planners know nothing of how many links are in which state. The id stands where lists
 * sort by it, behind the moment: MySQL would sort a million links again for what an index has in another order.
 */
export const LINK_INDEXES = {
  newest: ['created_at', 'link_id', 'state', ...NARROW, 'opened_at', 'activated_at', 'closed_at'],
  state_newest: ['state', 'created_at', 'link_id', ...NARROW],
} as const satisfies Record<string, readonly string[]>;

export type LinkIndex = keyof typeof LINK_INDEXES;

export function linkIndexName(db: Db, index: LinkIndex): string {
  return `${t(db, 'payment_link')}_${index}`;
}

/** Table `payment_link`, read by that index; null: as the database thinks best. */
export function linksBy(db: Db, index: LinkIndex | null): Knex.QueryBuilder {
  const table = t(db, 'payment_link');
  if (index === null) return db.from(table);
  const hint = dialectOf(db) === 'sqlite' ? '?? indexed by ??' : '?? force index (??)';
  return db.from(db.raw(hint, [table, linkIndexName(db, index)]));
}
