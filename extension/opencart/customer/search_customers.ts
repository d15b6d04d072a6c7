import type { Knex } from 'knex';
import { whereContains } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import type { Customer, CustomerRow } from './customers';
import { customerOf } from './customers';
import { escapeText } from '../escaping';

export interface CustomerSearch {
  /** The beginning of a name or of the e-mail address; parts are looked for when nothing begins so. */
  readonly text: string;
  readonly limit: number;
}

/**
 * For the order form. What begins with the text comes out of the indexes and stays fast at any number of customers;
 * only when nothing does, everything is looked through.
 */
export async function searchCustomers(db: Db, search: CustomerSearch): Promise<Customer[]> {
  const text = escapeText(search.text.trim());
  if (text === '') return customers(db, search.limit, (query) => query.orderBy('customer_id', 'desc'));
  // No order in SQL: it would first gather everybody whose name begins with "a". The few found are sorted here.
  const beginning = await customers(db, search.limit, (query) =>
    query.where((either) => whereBegins(db, either, text)),
  );
  if (beginning.length > 0) return beginning.sort(byName);
  return customers(db, search.limit, (query) => {
    for (const word of text.split(/\s+/)) whereContains(query, ['firstname', 'lastname', 'email'], word);
    return query.orderBy('customer_id', 'desc');
  });
}

function byName(a: Customer, b: Customer): number {
  return a.firstName.localeCompare(b.firstName) || a.lastName.localeCompare(b.lastName) || a.customerId - b.customerId;
}

async function customers(
  db: Db,
  limit: number,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<Customer[]> {
  const rows = (await narrow(db(t(db, 'customer')).where('status', 1)).limit(limit)) as CustomerRow[];
  return rows.map(customerOf);
}

/** A single word begins a first name, a last name or an address; "Ann de Vr" is a first name and a last name. */
function whereBegins(db: Db, either: Knex.QueryBuilder, text: string): void {
  const [, first = '', last = ''] = /^(\S+)\s+(.+)$/.exec(text) ?? [];
  for (const column of ['firstname', 'lastname', 'email']) either.orWhere((one) => wherePrefix(db, one, column, text));
  if (last === '') return;
  either.orWhere((both) => {
    both.where((one) => wherePrefix(db, one, 'firstname', first));
    both.andWhere((one) => wherePrefix(db, one, 'lastname', last));
  });
}

/**
 * SQLite's LIKE does not use an index, a range does, but tells capitals apart: so the text as typed, in small
 * letters and with a capital first. MySQL and MariaDB compare without regard to case and use the index for LIKE.
 */
function wherePrefix(db: Db, query: Knex.QueryBuilder, column: string, text: string): void {
  if (dialectOf(db) === 'mysql') {
    query.whereRaw("?? like ? escape '!'", [column, `${text.replace(/[!%_]/g, '!$&')}%`]);
    return;
  }
  const lower = text.toLowerCase();
  for (const form of new Set([text, lower, text.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)])) {
    query.orWhereBetween(column, [form, `${form}\u{10ffff}`]);
  }
}
