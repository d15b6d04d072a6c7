import type { Db } from '../../../system/db/table';
import { hastenJobs, listOpenJobs, nextRunOf, type OpenJob } from '../../../system/outbox/open_jobs';
import type { PaymentLinks } from '../context';
import { writeJournal } from '../journal/journal';
import { onPress, type Person } from '../journal/person';
import { findMail, type StoredMail } from './mails';
import { MAIL_JOB } from './queue_mail';

/** The mail server did not take it, and it waits for its next turn. */
export function mailWaitsForRetry({ state, failure }: Pick<StoredMail, 'state' | 'failure'>): boolean {
  return (state === 'waiting' || state === 'handing_over') && failure !== null && failure !== '';
}

/** When the mail server is asked again, UTC epoch ms; null while it is being asked. */
export async function nextMailTryOf(db: Db, mailId: number): Promise<number | null> {
  return nextRunOf(await mailJobs(db, mailId));
}

/**
 * A person's "Try now" of a mail whose server is down: its job is due at once. False when it does not wait for that
 * (any more). @throws AppError `pressed_before`
 */
export async function tryMailNow(context: PaymentLinks, mailId: number, person: Person): Promise<boolean> {
  return onPress(context, person, async (tx, now) => {
    const mail = await findMail(tx, mailId);
    if (!mail || !mailWaitsForRetry(mail)) return false;
    if (!(await hastenJobs(tx, await mailJobs(tx, mailId), now))) return false;
    const { linkId, orderId, kind, recipient } = mail;
    await writeJournal(tx, {
      ...{ linkId, orderId, event: 'mail.hurried', details: { kind, recipient } },
      ...{ actor: person.name, ip: person.ip, at: now },
    });
    return true;
  });
}

function mailJobs(db: Db, mailId: number): Promise<OpenJob[]> {
  return listOpenJobs(db, [MAIL_JOB], { name: 'mailId', ids: [mailId] });
}
