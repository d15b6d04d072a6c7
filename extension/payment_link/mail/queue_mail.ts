import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../system/db/table';
import { isMailAddress } from '../../../system/mail/header';
import { deleteFailedJobs, putJob, putJobs, type NewJob } from '../../../system/outbox/jobs';
import type { MailFacts, MailKind } from '../mail_port';
import { insertMail, insertMails, markWaitingAgain, type NewMailRow } from './mails';

/** Name of the job that sends one mail. Stored with jobs: never rename. */
export const MAIL_JOB = 'payment_link.mail';

export interface NewMail {
  readonly kind: MailKind;
  readonly orderId: number | null;
  readonly linkId: number | null;
  /** One plain address. */
  readonly recipient: string;
  /** `nl-nl`. */
  readonly language: string;
  readonly note: MailFacts;
  /** A user's name, or `system`. */
  readonly createdBy: string;
  /** UTC epoch ms. */
  readonly now: number;
  /** Where the caller may be repeated: a second mail with this key is not queued. */
  readonly onceKey?: string;
}

/**
 * Puts the mail and its job into the caller's transaction. Answers the mail's id; null when there is nobody to
 * mail (no address, or one that is none) or the mail of this `onceKey` is there already.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<number | null> {
  const mailId = await addMail(tx, mail);
  if (mailId !== null) await putJob(tx, mailJobOf(mailId, mail.now));
  return mailId;
}

/** The mail without its job, for who puts `mailJobOf` together with other jobs. */
export async function addMail(tx: Tx, mail: NewMail): Promise<number | null> {
  const row = rowOf(mail);
  return row ? insertMail(tx, row) : null;
}

/** As `queueMail` for many at once. @throws when one of them is there already: then each must be queued by itself */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<void> {
  const rows = mails.flatMap((mail) => rowOf(mail) ?? []);
  const [first] = rows;
  if (!first) return;
  const mailIds = await insertMails(tx, rows);
  await putJobs(
    tx,
    mailIds.map((mailId) => mailJobOf(mailId, first.now)),
  );
}

/** Null when there is nobody to mail. */
function rowOf(mail: NewMail): NewMailRow | null {
  const recipient = mail.recipient.trim();
  if (!isMailAddress(recipient)) return null;
  const identity = mail.onceKey === undefined ? randomBytes(16).toString('hex') : hash(mail.onceKey);
  return { ...mail, recipient, facts: mail.note, identity };
}

/** A person's Retry of a failed mail. False when it had not failed. */
export async function retryMail(tx: Tx, mailId: number, now: number): Promise<boolean> {
  if (!(await markWaitingAgain(tx, mailId))) return false;
  await deleteFailedJobs(tx, MAIL_JOB, { mailId });
  await putJob(tx, mailJobOf(mailId, now));
  return true;
}

export function mailJobOf(mailId: number, now: number): NewJob {
  return { name: MAIL_JOB, payload: { mailId }, runAt: now, now };
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
