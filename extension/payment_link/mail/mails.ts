import { isDuplicate } from '../../../system/db/duplicate';
import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { rowTogether } from '../../../system/db/together';
import { failureIn } from '../../../system/reason';
import type { MailFacts, MailKind } from '../mail_port';

/**
 * `waiting` → `handing_over` (written before the mail server is spoken to) → `sent`. A mail found in
 * `handing_over` may have gone out: it is sent again with the same Message-ID and marked `possibly_twice`.
 * Besides: `failed` (refused, or a day of trying), `skipped` (switched off, or pointless by now).
 */
export type MailState = 'waiting' | 'handing_over' | 'sent' | 'failed' | 'skipped';

/** A row of `payment_link_mail`. Times are UTC epoch ms. */
interface MailRow {
  mail_id: number;
  order_id: number | null;
  link_id: number | null;
  kind: MailKind;
  recipient: string;
  message_id: string;
  language: string;
  /** JSON of MailFacts. */
  note: string | null;
  state: MailState;
  attempts: number;
  possibly_twice: number;
  failure: string | null;
  remedy: string | null;
  created_by: string;
  created_at: number;
  handed_over_at: number | null;
  sent_at: number | null;
}

export interface StoredMail {
  readonly mailId: number;
  readonly orderId: number | null;
  readonly linkId: number | null;
  readonly kind: MailKind;
  readonly recipient: string;
  /** The part of the Message-ID that is this mail's own; unique. */
  readonly identity: string;
  readonly language: string;
  readonly facts: MailFacts;
  readonly state: MailState;
  readonly attempts: number;
  readonly possiblyTwice: boolean;
  readonly failure: string | null;
  /** What the machine said of it. */
  readonly failureCause: string | null;
  readonly remedy: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly handedOverAt: number | null;
  readonly sentAt: number | null;
}

export interface NewMailRow {
  readonly kind: MailKind;
  readonly orderId: number | null;
  readonly linkId: number | null;
  readonly recipient: string;
  readonly identity: string;
  readonly language: string;
  readonly facts: MailFacts;
  readonly createdBy: string;
  readonly now: number;
}

/** Answers the new row's id; null when a mail of that identity exists. */
export async function insertMail(tx: Tx, mail: NewMailRow): Promise<number | null> {
  try {
    const [id] = await tx<MailRow>(t(tx, 'payment_link_mail')).insert(newRow(mail));
    return id ?? null;
  } catch (failed) {
    if (isDuplicate(failed)) return null;
    throw failed;
  }
}

/** Answers the new rows' ids. @throws when a mail of one of the identities exists (see `isDuplicate`) */
export async function insertMails(tx: Tx, mails: readonly NewMailRow[]): Promise<number[]> {
  const table = t(tx, 'payment_link_mail');
  await tx<MailRow>(table).insert(mails.map(newRow));
  const identities = mails.map(({ identity }) => identity);
  return (await tx<MailRow>(table).whereIn('message_id', identities).select('mail_id')).map((row) => row.mail_id);
}

function newRow(mail: NewMailRow) {
  return {
    order_id: mail.orderId,
    link_id: mail.linkId,
    kind: mail.kind,
    recipient: mail.recipient,
    message_id: mail.identity,
    language: mail.language,
    note: JSON.stringify(mail.facts),
    state: 'waiting' as const,
    created_by: mail.createdBy.slice(0, 64),
    created_at: mail.now,
  };
}

const findRow = rowTogether<MailRow, 'mail_id'>('payment_link_mail', 'mail_id');

export async function findMail(db: Db, mailId: number): Promise<StoredMail | null> {
  const row = await findRow(db, mailId);
  return row ? read(row) : null;
}

/** Newest first: what the order page's panel shows, mails of its links included. */
export async function listMailsOfOrder(db: Db, orderId: number, limit = 50): Promise<StoredMail[]> {
  const rows = await db<MailRow>(t(db, 'payment_link_mail'))
    .where({ order_id: orderId })
    .orderBy('mail_id', 'desc')
    .limit(limit);
  return rows.map(read);
}

/** Newest first: mails of these links, whatever they are for. */
export async function listMailsOfLinks(db: Db, linkIds: readonly number[], limit = 50): Promise<StoredMail[]> {
  const rows = await db<MailRow>(t(db, 'payment_link_mail'))
    .whereIn('link_id', [...linkIds])
    .orderBy('mail_id', 'desc')
    .limit(limit);
  return rows.map(read);
}

/** Oldest first: for the dashboard and the settings check. */
export async function listMailsInState(db: Db, state: MailState, limit = 50): Promise<StoredMail[]> {
  const rows = await db<MailRow>(t(db, 'payment_link_mail')).where({ state }).orderBy('mail_id').limit(limit);
  return rows.map(read);
}

/** False when another worker has taken the mail since it was read. */
export async function beginHandOver(db: Db, mail: StoredMail, now: number): Promise<boolean> {
  const changed = await db<MailRow>(t(db, 'payment_link_mail'))
    .where({ mail_id: mail.mailId, state: mail.state, attempts: mail.attempts })
    .update({
      state: 'handing_over',
      attempts: mail.attempts + 1,
      possibly_twice: mail.possiblyTwice || mail.state === 'handing_over' ? 1 : 0,
      handed_over_at: now,
    });
  return changed === 1;
}

export async function markSent(tx: Tx, mailIds: readonly number[], now: number): Promise<void> {
  await tx<MailRow>(t(tx, 'payment_link_mail'))
    .whereIn('mail_id', [...mailIds])
    .update({ state: 'sent', sent_at: now, failure: null, remedy: null });
}

/** A try that failed. `handing_over` stays where the mail server may have taken it all the same. */
export async function markNotSent(
  db: Db,
  mailId: number,
  outcome: { state: 'waiting' | 'handing_over' | 'failed'; failure: string; remedy: string },
): Promise<void> {
  await db<MailRow>(t(db, 'payment_link_mail')).where({ mail_id: mailId }).update(outcome);
}

export async function markSkipped(db: Db, mailId: number, reason: string): Promise<void> {
  await db<MailRow>(t(db, 'payment_link_mail'))
    .where({ mail_id: mailId })
    .update({ state: 'skipped', failure: reason });
}

/** A failed mail waits again. False when it had not failed. */
export async function markWaitingAgain(tx: Tx, mailId: number): Promise<boolean> {
  const changed = await tx<MailRow>(t(tx, 'payment_link_mail'))
    .where({ mail_id: mailId, state: 'failed' })
    .update({ state: 'waiting', failure: null, remedy: null });
  return changed === 1;
}

function read(row: MailRow): StoredMail {
  return {
    mailId: row.mail_id,
    orderId: row.order_id,
    linkId: row.link_id,
    kind: row.kind,
    recipient: row.recipient,
    identity: row.message_id,
    language: row.language,
    facts: row.note === null ? {} : (JSON.parse(row.note) as MailFacts),
    state: row.state,
    attempts: row.attempts,
    possiblyTwice: row.possibly_twice === 1,
    ...failureIn(row.failure),
    remedy: row.remedy,
    createdBy: row.created_by,
    createdAt: Number(row.created_at),
    handedOverAt: time(row.handed_over_at),
    sentAt: time(row.sent_at),
  };
}

function time(value: number | null): number | null {
  return value === null ? null : Number(value);
}
