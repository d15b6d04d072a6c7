import type { Db, Tx } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import { listTogether, rowTogether } from '../../../system/db/together';
import { groupBy } from '../../../system/group_by';
import type { LinkState, StoredPurpose } from './link';
import { readLink, type Link, type LinkFlag, type LinkRow } from './link_row';

/** What a new attempt has not come to yet. */
const UNTOUCHED = {
  slug: null,
  url: null,
  session_id: null,
  failure: null,
  failure_code: null,
  remedy: null,
  opened_at: null,
  opens: 0,
  activated_at: null,
  expires_at: null,
  closed_at: null,
  polled_at: null,
  poll_at: null,
  closing: null,
  closed_why: null,
  version: 0,
  reminders: 0,
  flags: '',
  flagged: 0,
} satisfies Partial<LinkRow>;

/** Table `payment_link`. Changes of state name the states they may start from; the answer says whether one happened. */
export type NewLink = Omit<LinkRow, keyof typeof UNTOUCHED | 'link_id' | 'state' | 'asking' | 'updated_at'> &
  Partial<Pick<LinkRow, 'slug'>>;

const ASKING = { no: 0, yes: 1, unknown: 2 } as const;

const links = (db: Db) => db<LinkRow>(t(db, 'payment_link'));

/**
 * The row is locked until the transaction ends. `asking`: whether the caller asks the provider itself, at once, or
 * leaves that to a job.
 * @throws a duplicate error (see `isDuplicate`) when this attempt of the order exists.
 */
export async function insertLink(tx: Tx, link: NewLink, asking: 'yes' | 'no' = 'yes'): Promise<Link> {
  const row = { ...link, state: 'requested', asking: ASKING[asking], updated_at: link.created_at } as const;
  const [id] = await links(tx).insert(row);
  return readLink({ ...UNTOUCHED, ...row, link_id: Number(id) });
}

/** For references that hold the row's own id. @throws a duplicate error when another attempt has it */
export async function nameLink(tx: Tx, linkId: number, reference: string): Promise<void> {
  await links(tx).where({ link_id: linkId }).update({ reference });
}

const findRow = rowTogether<LinkRow, 'link_id'>('payment_link', 'link_id');

export async function findLink(db: Db, linkId: number): Promise<Link | null> {
  const row = await findRow(db, linkId);
  return row ? readLink(row) : null;
}

/** Holds the row until the transaction ends, so that one settlement at a time acts on it. */
export async function lockLink(tx: Tx, linkId: number): Promise<Link | null> {
  const query = links(tx).where({ link_id: linkId }).first();
  const row = await (dialectOf(tx) === 'mysql' ? query.forUpdate() : query);
  return row ? readLink(row) : null;
}

/** The token of the address that `/pay/<slug>` is another name of. */
export async function findTokenOf(db: Db, slug: string): Promise<string | null> {
  return (await links(db).where({ slug }).first('token'))?.token ?? null;
}

/** The newest attempt behind a pay address. */
export async function findNewestByToken(db: Db, token: string): Promise<Link | null> {
  const row = await links(db).where({ token }).orderBy('attempt', 'desc').first();
  return row ? readLink(row) : null;
}

/** All attempts behind a pay address, oldest first; empty when there is no such address. */
export async function listAttempts(db: Db, token: string): Promise<Link[]> {
  return (await links(db).where({ token }).orderBy('attempt')).map(readLink);
}

export async function listByNotifyTokens(db: Db, notifyTokens: readonly string[]): Promise<Link[]> {
  return (await links(db).whereIn('notify_token', [...notifyTokens])).map(readLink);
}

export async function findByReference(db: Db, gateway: string, reference: string): Promise<Link | null> {
  const row = await links(db).where({ gateway, reference }).first();
  return row ? readLink(row) : null;
}

/** All attempts of an order, oldest first. */
export async function listLinksOfOrder(db: Db, orderId: number, purpose?: StoredPurpose): Promise<Link[]> {
  const attempts = (await listRowsOfOrder(db, orderId)).map(readLink);
  return purpose ? attempts.filter((link) => link.purpose === purpose) : attempts;
}

const listRowsOfOrder = listTogether<number, LinkRow>(async (db, orderIds) => {
  const rows = await links(db)
    .whereIn('order_id', [...orderIds])
    .orderBy('attempt');
  return groupBy(rows, (row) => row.order_id ?? 0);
});

export interface StateChange {
  readonly to: LinkState;
  readonly from: readonly LinkState[];
  /** UTC epoch ms. */
  readonly now: number;
}

/** False when the link was in none of the states `from`. */
export async function changeState(
  tx: Tx,
  linkId: number,
  change: StateChange,
  also: Partial<LinkRow> = {},
): Promise<boolean> {
  const changed = await links(tx)
    .where({ link_id: linkId })
    .whereIn('state', [...change.from])
    .update({ ...also, state: change.to, updated_at: change.now });
  return changed > 0;
}

/** Takes the right to ask the provider, or to find out what became of an earlier question. False: somebody else has it. */
export async function beginAsking(db: Db, link: Link, now: number): Promise<boolean> {
  const changed = await links(db)
    .where({ link_id: link.linkId, state: 'requested', asking: ASKING[link.asking], requested_at: link.requestedAt })
    .update({ asking: 1, requested_at: now, updated_at: now });
  return changed > 0;
}

/** `no`: asking again is safe. `unknown`: read before asking again. */
export async function endAsking(
  db: Db,
  linkId: number,
  answer: { asking: 'no' | 'unknown'; failure: string; now: number },
): Promise<void> {
  await links(db)
    .where({ link_id: linkId, state: 'requested' })
    .update({ asking: ASKING[answer.asking], failure: answer.failure.slice(0, 1000), updated_at: answer.now });
}

/** Says what it is being brought to, before the provider is told; null takes that back. */
export async function markClosing(db: Db, linkId: number, closing: LinkState | null, now: number): Promise<void> {
  await links(db).where({ link_id: linkId }).update({ closing, updated_at: now });
}

/** Moves on from the version that was read; false when another settlement came first. */
export async function raiseVersion(tx: Tx, linkId: number, version: number, now: number): Promise<boolean> {
  const changed = await links(tx)
    .where({ link_id: linkId, version })
    .update({ version: version + 1, polled_at: now });
  return changed > 0;
}

export async function writeFlags(tx: Tx, linkId: number, flags: readonly LinkFlag[], now: number): Promise<void> {
  await links(tx)
    .where({ link_id: linkId })
    .update({ flags: flags.join(','), flagged: 1, updated_at: now });
}

/** A person has seen to the flags; they stay readable. */
export async function settleFlags(tx: Tx, linkId: number, now: number): Promise<boolean> {
  return (await links(tx).where({ link_id: linkId, flagged: 1 }).update({ flagged: 0, updated_at: now })) > 0;
}

export async function countOpening(db: Db, linkId: number, now: number): Promise<void> {
  await links(db).where({ link_id: linkId }).increment('opens', 1);
  await links(db).where({ link_id: linkId }).whereNull('opened_at').update({ opened_at: now });
}

export async function countReminder(tx: Tx, linkId: number): Promise<void> {
  await links(tx).where({ link_id: linkId }).increment('reminders', 1);
}

/** When the provider is asked next although it sent no news; null: no more. */
export async function planPoll(db: Db, linkId: number, pollAt: number | null): Promise<void> {
  await links(db).where({ link_id: linkId }).update({ poll_at: pollAt });
}
