import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import { writeJournal } from '../journal/journal';
import { findMail } from './mails';
import type { Person } from '../journal/person';
import { retryMail } from './queue_mail';

/** A person's Retry of a mail that failed. False when it had not failed (any more). */
export async function retryMailByPerson(context: PaymentLinks, mailId: number, person: Person): Promise<boolean> {
  const mail = await findMail(context.db, mailId);
  if (!mail) return false;
  const retried = await transaction(context.db, async (tx) => {
    const at = context.clock.now();
    if (!(await retryMail(tx, mailId, at))) return false;
    const { linkId, orderId, kind, recipient } = mail;
    const details = { kind, recipient };
    await writeJournal(tx, {
      ...{ linkId, orderId, event: 'mail.retried', details },
      ...{ actor: person.name, ip: person.ip, at },
    });
    return true;
  });
  context.wake();
  return retried;
}
