import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { together } from '../../../system/db/together';

/** Table `payment_link_journal`: who did what, when, from where. Rows are never changed. */
interface JournalRow {
  journal_id: number;
  link_id: number | null;
  order_id: number | null;
  store_id: number;
  event: string;
  /** JSON. */
  details: string | null;
  actor: string;
  ip: string | null;
  created_at: number;
}

export interface JournalEntry {
  readonly linkId?: number | null;
  readonly orderId?: number | null;
  readonly storeId?: number;
  /** A fact, past tense: `link.activated`. The page's sentence is `journal_<event with underscores>`. */
  readonly event: string;
  /** Values for the sentence. Never a key, a token or a whole address with one. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** A user's name, or `system`, `customer`, `provider`. */
  readonly actor: string;
  readonly ip?: string | null;
  /** UTC epoch ms. */
  readonly at: number;
}

export interface JournalLine extends Required<JournalEntry> {
  readonly journalId: number;
}

export async function writeJournal(tx: Tx | Db, entry: JournalEntry): Promise<void> {
  await writeJournals(tx, [entry]);
}

/** As `writeJournal`, in one statement. */
export async function writeJournals(tx: Tx | Db, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length > 0) await tx<JournalRow>(t(tx, 'payment_link_journal')).insert(entries.map(newRow));
}

function newRow(entry: JournalEntry): Omit<JournalRow, 'journal_id'> {
  return {
    link_id: entry.linkId ?? null,
    order_id: entry.orderId ?? null,
    store_id: entry.storeId ?? 0,
    event: entry.event,
    details: entry.details ? JSON.stringify(entry.details) : null,
    actor: entry.actor.slice(0, 64),
    ip: entry.ip ?? null,
    created_at: entry.at,
  };
}

/** Newest first: everything about an order, its links included. */
export async function listJournalOfOrder(db: Db, orderId: number, limit: number): Promise<JournalLine[]> {
  const rows = await db<JournalRow>(t(db, 'payment_link_journal'))
    .where({ order_id: orderId })
    .orderBy('journal_id', 'desc')
    .limit(limit);
  return rows.map(read);
}

/** Newest first: what is about no order, below `before`: records, settings, links without an order. */
export async function listJournalElsewhere(
  db: Db,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<JournalLine[]> {
  const query = db<JournalRow>(t(db, 'payment_link_journal')).whereNull('order_id').orderBy('journal_id', 'desc');
  if (before !== null) query.where('journal_id', '<', before);
  return (await query.limit(limit)).map(read);
}

/** Newest first: everything about these links. */
export async function listJournalOfLinks(db: Db, linkIds: readonly number[], limit: number): Promise<JournalLine[]> {
  const rows = await db<JournalRow>(t(db, 'payment_link_journal'))
    .whereIn('link_id', [...linkIds])
    .orderBy('journal_id', 'desc')
    .limit(limit);
  return rows.map(read);
}

/** Whether an event was noted for this attempt since a moment. */
export async function wasNoted(db: Db, linkId: number, event: string, since: number): Promise<boolean> {
  const noted = db<JournalRow>(t(db, 'payment_link_journal')).where({ link_id: linkId, event });
  return (await noted.where('created_at', '>=', since).first('journal_id')) !== undefined;
}

const findStaff = together<number, string>(async (db, orderIds) => {
  const rows = await db<JournalRow>(t(db, 'payment_link_journal'))
    .whereIn('order_id', [...orderIds])
    .where('event', 'like', 'order.%')
    .whereNotIn('actor', ['system', 'customer', 'provider'])
    .orderBy('journal_id')
    .select('order_id', 'actor');
  return new Map(rows.map((row) => [row.order_id ?? 0, row.actor]));
});

/** Who of the staff last saved or moved the order; null when nobody here did. */
export async function findStaffBehind(db: Db, orderId: number): Promise<string | null> {
  return (await findStaff(db, orderId)) ?? null;
}

/** How often an event was noted for an order since a moment: the measure of throttles. */
async function countJournal(db: Db, orderId: number, event: string, since: number): Promise<number> {
  const [row] = await db<JournalRow>(t(db, 'payment_link_journal'))
    .where({ order_id: orderId, event })
    .where('created_at', '>=', since)
    .count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}

/** The same for whatever a link is for: its order, or, without one, all attempts behind its address. */
export async function countJournalAbout(
  db: Db,
  link: { readonly orderId: number | null; readonly token: string },
  event: string,
  since: number,
): Promise<number> {
  if (link.orderId !== null) return countJournal(db, link.orderId, event, since);
  const attempts = db(t(db, 'payment_link')).where({ token: link.token }).select('link_id');
  const [row] = await db<JournalRow>(t(db, 'payment_link_journal'))
    .whereIn('link_id', attempts)
    .where({ event })
    .where('created_at', '>=', since)
    .count({ n: '*' });
  return Number(row?.['n'] ?? 0);
}

function read(row: JournalRow): JournalLine {
  return {
    journalId: row.journal_id,
    linkId: row.link_id,
    orderId: row.order_id,
    storeId: row.store_id,
    event: row.event,
    details: row.details === null ? {} : (JSON.parse(row.details) as JournalLine['details']),
    actor: row.actor,
    ip: row.ip,
    at: Number(row.created_at),
  };
}
