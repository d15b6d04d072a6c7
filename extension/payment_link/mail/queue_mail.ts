import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '../../../system/db/table';
import { isMailAddress } from '../../../system/mail/header';
import { deleteFailedJobs, putJob } from '../../../system/outbox/jobs';
import type { MailFacts, MailKind } from '../mail_port';
import { insertMail, markWaitingAgain } from './mails';

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
  const recipient = mail.recipient.trim();
  if (!isMailAddress(recipient)) return null;
  const mailId = await insertMail(tx, {
    ...mail,
    recipient,
    facts: mail.note,
    identity: mail.onceKey === undefined ? randomBytes(16).toString('hex') : hash(mail.onceKey),
  });
  if (mailId !== null) await putMailJob(tx, mailId, mail.now);
  return mailId;
}

/** A person's Retry of a failed mail. False when it had not failed. */
export async function retryMail(tx: Tx, mailId: number, now: number): Promise<boolean> {
  if (!(await markWaitingAgain(tx, mailId))) return false;
  await deleteFailedJobs(tx, MAIL_JOB, { mailId });
  await putMailJob(tx, mailId, now);
  return true;
}

async function putMailJob(tx: Tx, mailId: number, now: number): Promise<void> {
  await putJob(tx, { name: MAIL_JOB, payload: { mailId }, runAt: now, now });
}

function hash(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}
