import type { Knex } from 'knex';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../system/clock';
import { t, type Db } from '../system/db/table';
import { noteWritten, numbers, pick, textOf } from './seed_sql';

const CHUNK = 100_000;
/** A link every so many minutes, the newest now: a million in two years. */
const EVERY_MS = MINUTE_MS;
const LIFETIME_MS = 30 * DAY_MS;

/** Of a hundred: what became of them. Of the open ones many are old: a shop that never tidied up. */
const STATES = [
  ...Array.from({ length: 62 }, () => 'completed'),
  ...Array.from({ length: 12 }, () => 'active'),
  ...Array.from({ length: 3 }, () => 'declined'),
  ...Array.from({ length: 13 }, () => 'expired'),
  ...Array.from({ length: 4 }, () => 'cancelled'),
  ...Array.from({ length: 5 }, () => 'replaced'),
  'failed',
];
const STAFF = ['admin', 'anna', 'bram', 'system', 'eva', 'finn', 'guus'];
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'EUR', 'USD', 'GBP'];
const METHODS = ['IDEAL', 'IDEAL', 'IDEAL', 'VISA', 'MASTERCARD', 'BANKTRANS', 'PAYPAL'];
const CUSTOMERS = ['Jan de Vries', 'Anna Jansen', 'Bram Bakker', 'Eva Visser', 'Iris Smit', 'Kees Mulder', 'Lotte Bos'];

/** Links (and the payments of those that are paid) as a shop has them after years, made by the database itself. */
export async function seedLinks(db: Db, wanted: number, now: number): Promise<void> {
  const before = await highest(db);
  for (let from = 0; from < wanted; from += CHUNK) {
    const made = { from, count: Math.min(CHUNK, wanted - from), wanted, now, shift: before };
    await insertLinks(db, made);
    await insertPayments(db, made);
  }
  await noteWritten(db, ['payment_link', 'payment_link_payment']);
}

interface Chunk {
  readonly from: number;
  readonly count: number;
  readonly wanted: number;
  readonly now: number;
  readonly shift: number;
}

async function highest(db: Db): Promise<number> {
  const row = (await db(t(db, 'payment_link')).max({ last: 'link_id' }).first()) as { last: number | null };
  return Number(row.last ?? 0);
}

async function insertLinks(db: Db, chunk: Chunk): Promise<void> {
  const id = db.raw('(n + ?)', [chunk.from + chunk.shift + 1]);
  const ago = db.raw('((? - n) * ?)', [chunk.wanted - chunk.from - 1, EVERY_MS]);
  const at = (later: number) => db.raw('(? - ?)', [chunk.now + later, ago]);
  const state = pick(db, id, 37, STATES);
  const closed = db.raw("CASE WHEN ? IN ('active', 'declined') THEN NULL ELSE ? END", [state, at(45 * MINUTE_MS)]);
  const columns: Record<string, Knex.Raw> = {
    link_id: id,
    store_id: db.raw('0'),
    order_id: id,
    purpose: db.raw("'order'"),
    attempt: db.raw('99'),
    token: textOf(db, ['bench-token-1234567890-', id]),
    notify_token: textOf(db, ['bench-notify-123456789-', id]),
    gateway: db.raw("'multisafepay'"),
    reference: textOf(db, [id, '-99']),
    environment: db.raw("'test'"),
    account: db.raw("'bench'"),
    state,
    amount_minor: db.raw('100 + ? * 7919 % 250000', [id]),
    currency: pick(db, id, 5, CURRENCIES),
    description: textOf(db, ['Payment for order ', id]),
    lifetime_seconds: db.raw('?', [LIFETIME_MS / 1000]),
    url: textOf(db, ['https://pay.example.com/', id]),
    snapshot: db.raw('?', [SNAPSHOT]),
    opened_at: db.raw('CASE WHEN ? % 4 = 0 THEN NULL ELSE ? END', [id, at(10 * MINUTE_MS)]),
    requested_at: at(0),
    activated_at: at(0),
    // Those that are open have not expired: the program would close them.
    expires_at: db.raw("CASE WHEN ? IN ('active', 'declined') THEN ? + ? % 720 * ? ELSE ? END", [
      ...[state, chunk.now + DAY_MS, id, HOUR_MS],
      at(LIFETIME_MS),
    ]),
    closed_at: closed,
    customer: pick(db, id, 3, CUSTOMERS),
    email: textOf(db, ['customer-', id, '@example.com']),
    flags: db.raw("CASE WHEN ? % 2000 = 0 THEN 'paid_twice' ELSE '' END", [id]),
    flagged: db.raw('CASE WHEN ? % 4000 = 0 THEN 1 ELSE 0 END', [id]),
    created_by: pick(db, id, 1, STAFF),
    created_at: at(0),
    updated_at: at(45 * MINUTE_MS),
  };
  await insert(db, 'payment_link', columns, numbersUpTo(db, chunk.count));
}

const SNAPSHOT = JSON.stringify({
  ...{ statusId: 17, paymentCode: 'multisafepay.multisafepay', paymentName: 'MultiSafepay' },
  ...{ total: '100.0000', currencyValue: '1.00000000', language: 'en-gb' },
});

function numbersUpTo(db: Db, count: number): Knex.QueryBuilder {
  return db.from(numbers(db).as('numbers')).where('n', '<', count);
}

async function insertPayments(db: Db, chunk: Chunk): Promise<void> {
  const columns: Record<string, Knex.Raw> = {
    link_id: db.raw('link_id'),
    gateway: db.raw('gateway'),
    provider_id: textOf(db, ['bench-', db.raw('link_id')]),
    state: db.raw("'paid'"),
    method: pick(db, db.raw('link_id'), 1, METHODS),
    amount_minor: db.raw('amount_minor'),
    currency: db.raw('currency'),
    created_at: db.raw('closed_at'),
    paid_at: db.raw('closed_at'),
    updated_at: db.raw('closed_at'),
  };
  const paid = db(t(db, 'payment_link'))
    .where('link_id', '>', chunk.shift + chunk.from)
    .where({ state: 'completed' });
  await insert(db, 'payment_link_payment', columns, paid);
}

async function insert(
  db: Db,
  table: string,
  columns: Readonly<Record<string, Knex.Raw>>,
  from: Knex.QueryBuilder,
): Promise<void> {
  const target = db.raw('?? (??)', [t(db, table), Object.keys(columns)]);
  await db(target).insert(from.select(Object.values(columns)) as never);
}
