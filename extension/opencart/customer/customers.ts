import type { Page, Paging } from '../../../system/db/like';
import { countOf, whereContains } from '../../../system/db/like';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { escapeText, plainText } from '../escaping';

export const CUSTOMER_SORTS = ['name', 'email', 'group', 'status', 'date_added'] as const;

export interface CustomerQuery extends Paging {
  readonly languageId: number;
  /** Part of a name or of the e-mail address; empty for all. */
  readonly text: string;
  readonly sort: (typeof CUSTOMER_SORTS)[number];
  readonly direction: 'asc' | 'desc';
}

export interface CustomerListItem {
  readonly customerId: number;
  readonly name: string;
  readonly email: string;
  readonly groupName: string;
  readonly enabled: boolean;
  /** The shop's local wall time. */
  readonly dateAdded: string;
}

export interface Customer {
  readonly customerId: number;
  readonly customerGroupId: number;
  readonly storeId: number;
  readonly languageId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly telephone: string;
  readonly newsletter: boolean;
  readonly enabled: boolean;
}

export interface CustomerRow {
  customer_id: number;
  customer_group_id: number | null;
  store_id: number | null;
  language_id: number | null;
  firstname: string | null;
  lastname: string | null;
  email: string | null;
  telephone: string | null;
  newsletter: number | null;
  status: number | null;
  date_added: string | null;
}

const SORT_COLUMNS = {
  name: ['c.firstname', 'c.lastname'],
  email: ['c.email'],
  group: ['g.name'],
  status: ['c.status'],
  date_added: ['c.date_added'],
} as const;

/** The list of Customers → Customers. */
export async function listCustomers(db: Db, query: CustomerQuery): Promise<Page<CustomerListItem>> {
  const matching = db(t(db, 'customer as c'));
  for (const word of query.text.split(/\s+/).filter((one) => one !== '')) {
    whereContains(matching, ['c.firstname', 'c.lastname', 'c.email'], escapeText(word));
  }
  const total = await countOf(matching.clone());
  const order = SORT_COLUMNS[query.sort].map((column) => ({ column, order: query.direction }));
  const rows = (await matching
    .leftJoin(t(db, 'customer_group_description as g'), (on) =>
      on.on('g.customer_group_id', 'c.customer_group_id').andOnVal('g.language_id', query.languageId),
    )
    .select('c.customer_id', 'c.firstname', 'c.lastname', 'c.email', 'c.status', 'c.date_added')
    .select({ group_name: 'g.name' })
    .orderBy([...order, { column: 'c.customer_id', order: query.direction }])
    .limit(query.limit)
    .offset(query.offset)) as (CustomerRow & { group_name: string | null })[];
  return { rows: rows.map(listItemOf), total };
}

/** Null when there is no such customer. */
export async function findCustomer(db: Db, customerId: number): Promise<Customer | null> {
  const row = await db<CustomerRow>(t(db, 'customer')).where('customer_id', customerId).first();
  return row ? customerOf(row) : null;
}

/** Whoever has this address already, as mail providers compare: without regard to case. Null when nobody has. */
export async function findCustomerIdByEmail(db: Db, email: string): Promise<number | null> {
  const row = await db<CustomerRow>(t(db, 'customer'))
    .select('customer_id')
    .whereRaw('lower(??) = ?', ['email', escapeText(email.trim()).toLowerCase()])
    .first();
  return row?.customer_id ?? null;
}

export function customerOf(row: CustomerRow): Customer {
  return {
    customerId: row.customer_id,
    customerGroupId: row.customer_group_id ?? 0,
    storeId: row.store_id ?? 0,
    languageId: row.language_id ?? 0,
    firstName: plainText(row.firstname),
    lastName: plainText(row.lastname),
    email: plainText(row.email),
    telephone: plainText(row.telephone),
    newsletter: row.newsletter === 1,
    enabled: row.status === 1,
  };
}

function listItemOf(row: CustomerRow & { group_name: string | null }): CustomerListItem {
  return {
    customerId: row.customer_id,
    name: `${plainText(row.firstname)} ${plainText(row.lastname)}`.trim(),
    email: plainText(row.email),
    groupName: plainText(row.group_name),
    enabled: row.status === 1,
    dateAdded: row.date_added ?? '',
  };
}
