import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { listColumnFacts } from './information_schema';

type Verb = 'INSERT' | 'UPDATE' | 'DELETE';

/** What the database user that the program runs as may do with one table. */
export interface Privilege {
  /** As it is in the database, prefix and all. */
  readonly table: string;
  readonly verbs: readonly Verb[];
  /** Of those that UPDATE writes; asked about in its place. */
  readonly column: string;
}

/** `running`: without them an order cannot be settled. `entering`: only for orders that are entered here. */
export interface Privileges {
  readonly running: readonly Privilege[];
  readonly entering: readonly Privilege[];
}

const RUNNING: readonly Privilege[] = [
  { table: 'order', verbs: ['UPDATE'], column: 'order_status_id' },
  { table: 'order_history', verbs: ['INSERT'], column: 'order_status_id' },
  { table: 'product', verbs: ['UPDATE'], column: 'quantity' },
  { table: 'product_option_value', verbs: ['UPDATE'], column: 'quantity' },
  { table: 'customer_transaction', verbs: ['INSERT', 'DELETE'], column: 'amount' },
];

const ENTERING: readonly Privilege[] = [
  ...['order', 'order_product', 'order_option', 'order_total'].map((table): Privilege => ({
    table,
    verbs: ['INSERT', 'DELETE'],
    column: 'order_id',
  })),
  { table: 'order_history', verbs: ['DELETE'], column: 'order_id' },
];

/** Everything but SELECT, which is needed for the whole database. Reads only. */
export async function neededPrivileges(db: Db): Promise<Privileges> {
  const firstColumns = (await listColumnFacts(db)).filter(({ position }) => position === 1);
  const own = firstColumns
    .filter(({ table }) => table.startsWith('payment_link'))
    .map(({ table, column }): Privilege => ({ table, verbs: ['INSERT', 'UPDATE', 'DELETE'], column }));
  const prefixed = (list: readonly Privilege[]) => list.map((one) => ({ ...one, table: t(db, one.table) }));
  return { running: prefixed([...RUNNING, ...own]), entering: prefixed(ENTERING) };
}

/** Those of them that the server refuses to the user of this connection. Nothing is written. */
export async function missingPrivileges(db: Db, needed: readonly Privilege[]): Promise<Privilege[]> {
  const missing: Privilege[] = [];
  for (const privilege of needed) {
    const verbs: Verb[] = [];
    for (const verb of privilege.verbs) if (!(await may(db, verb, privilege))) verbs.push(verb);
    if (verbs.length > 0) missing.push({ ...privilege, verbs });
  }
  return missing;
}

/**
 * Asks the server how it would carry out a statement that concerns no row: it needs the same privileges, however they
 * were given (by a role, for the whole database, for columns), and does nothing.
 */
async function may(db: Db, verb: Verb, { table, column }: Privilege): Promise<boolean> {
  try {
    if (verb === 'INSERT') await db.raw('explain insert into ?? select * from ?? where 1 = 0', [table, table]);
    if (verb === 'UPDATE') await db.raw('explain update ?? set ?? = ?? where 1 = 0', [table, column, column]);
    if (verb === 'DELETE') await db.raw('explain delete from ?? where 1 = 0', [table]);
    return true;
  } catch (failed) {
    if (isDenied(failed)) return false;
    throw failed;
  }
}

const DENIED = ['ER_TABLEACCESS_DENIED_ERROR', 'ER_COLUMNACCESS_DENIED_ERROR', 'ER_DBACCESS_DENIED_ERROR'];

export function isDenied(failed: unknown): boolean {
  return failed instanceof Error && 'code' in failed && DENIED.includes(String(failed.code));
}

/** The database and the user of this connection, the user as "name@host". */
export async function readAccount(db: Db): Promise<{ database: string; user: string }> {
  const [[row]] = (await db.raw('select database() as `database`, current_user() as user')) as [
    { database: string; user: string }[],
  ];
  return { database: row?.database ?? '', user: row?.user ?? '' };
}
