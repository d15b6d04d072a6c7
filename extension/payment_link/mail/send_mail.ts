import type { Clock } from '../../../system/clock';
import { DAY_MS } from '../../../system/clock';
import { crashPoint } from '../../../system/crash_point';
import { retryingTransaction } from '../../../system/db/retry';
import { transaction } from '../../../system/db/transaction';
import { AppError, reasonOf } from '../../../system/errors';
import { MailError, type Mailer, type OutgoingMail } from '../../../system/mail/mailer';
import { gather } from '../../../system/gather';
import { GiveUp, type Job, type JobHandler } from '../../../system/outbox/job';
import { writeJournal, writeJournals } from '../journal/journal';
import type { MailRenderer, MailRequest } from '../mail_port';
import { gatherMail, type MailSources } from './mail_request';
import { beginHandOver, findMail, markNotSent, markSent, markSkipped, type StoredMail } from './mails';
import { MAIL_JOB } from './queue_mail';

export interface MailRoom extends MailSources {
  readonly clock: Clock;
  readonly renderer: MailRenderer;
  /** The mail server of a store. */
  readonly mailerOf: (storeId: number) => Promise<Mailer>;
  /** Right-hand side of every Message-ID: the host of PUBLIC_URL. */
  readonly host: string;
}

/** A mail that nobody took is tried for a day, then shown to a person. */
const GIVE_UP_AFTER_MS = DAY_MS;

/** Mails recorded with one statement at most, and how long those that were sent meanwhile wait for company, ms. */
const NOTED_TOGETHER = 100;
const COMPANY_MS = 10;

/** The job that sends one mail: at most once, unless a crash or a lost answer leaves it unknown. */
export function mailJob(room: MailRoom): JobHandler {
  const sent = gather<StoredMail>((mails) => noteSent(room, mails), {
    weightMax: NOTED_TOGETHER,
    weightOf: () => 1,
    breathMs: COMPANY_MS,
  });
  return {
    name: MAIL_JOB,
    run: (payload, job) => sendMail({ ...room, sent }, (payload as { mailId: number }).mailId, job),
  };
}

interface SendingRoom extends MailRoom {
  /** Records that the mail server took a mail; those taken at the same moment share a commit. */
  readonly sent: (mail: StoredMail) => Promise<void>;
}

async function sendMail(room: SendingRoom, mailId: number, job: Job): Promise<void> {
  const mail = await findMail(room.db, mailId);
  if (!mail || mail.state === 'sent' || mail.state === 'skipped') return;
  const request = await gatherMail(room, mail);
  if ('skipped' in request) return markSkipped(room.db, mailId, request.skipped);
  const ready = await prepare(room, mail, request).catch(async (failed: unknown) => {
    throw await noteFailure(room, mail, job, { thrown: failed, spoken: false });
  });
  if (!(await beginHandOver(room.db, mail, room.clock.now()))) return;
  crashPoint('mail.begun');
  await ready.mailer.send(ready.outgoing, { signal: job.signal }).catch(async (failed: unknown) => {
    throw await noteFailure(room, mail, job, { thrown: failed, spoken: true });
  });
  crashPoint('mail.handed_over');
  await room.sent(mail);
  crashPoint('mail.recorded');
}

async function prepare(room: MailRoom, mail: StoredMail, request: MailRequest) {
  return { outgoing: await compose(room, mail, request), mailer: await room.mailerOf(request.shop.storeId) };
}

async function compose(room: MailRoom, mail: StoredMail, request: MailRequest): Promise<OutgoingMail> {
  const rendered = await room.renderer.render(request);
  return {
    ...rendered,
    from: { name: request.shop.name, address: request.shop.email },
    to: { name: recipientName(mail, request), address: mail.recipient },
    messageId: `<mail-${mail.mailId}.${mail.identity}@${room.host}>`,
    // RFC 3834: keeps out-of-office answers away.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** The customer's name only beside the customer's own address. */
function recipientName(mail: StoredMail, { order, link }: MailRequest): string {
  if (order) return mail.recipient === order.email ? `${order.firstName} ${order.lastName}`.trim() : '';
  return mail.recipient === link?.customerEmail ? link.customerName : '';
}

/** Begun again after a deadlock, since the alternative is to send all of them twice. */
async function noteSent(room: MailRoom, mails: readonly StoredMail[]): Promise<void> {
  const now = room.clock.now();
  const mailIds = mails.map((mail) => mail.mailId);
  const lines = mails.map((mail) => {
    const possiblyTwice = mail.possiblyTwice || mail.state === 'handing_over';
    return journalEntry(mail, possiblyTwice ? 'mail.sent_possibly_twice' : 'mail.sent', now);
  });
  await retryingTransaction(room.db, async (tx) => {
    await markSent(tx, mailIds, now);
    await writeJournals(tx, lines);
  });
}

interface Failure {
  readonly thrown: unknown;
  /** Whether the mail server was spoken to in this try. */
  readonly spoken: boolean;
}

/** Records the failed try and answers what to throw: `GiveUp` when nobody should try again by itself. */
async function noteFailure(room: MailRoom, mail: StoredMail, job: Job, failure: Failure): Promise<Error> {
  const failed = mailError(failure.thrown);
  const now = room.clock.now();
  const over = failed.outcome === 'permanent' || now - job.createdAt >= GIVE_UP_AFTER_MS;
  await transaction(room.db, async (tx) => {
    await markNotSent(tx, mail.mailId, {
      state: over ? 'failed' : stateAfter(mail, failed, failure.spoken),
      failure: reasonOf(failed),
      remedy: failed.remedy,
    });
    if (over) await writeJournal(tx, journalEntry(mail, 'mail.failed', now, reasonOf(failed)));
  });
  return over ? new GiveUp(reasonOf(failed), { cause: failed }) : failed;
}

/** Where a server may have taken the mail, in this try or an earlier one, the next try must know. */
function stateAfter(mail: StoredMail, failed: MailError, spoken: boolean): 'waiting' | 'handing_over' {
  const open = spoken ? failed.outcome === 'unknown' : mail.state === 'handing_over';
  return open ? 'handing_over' : 'waiting';
}

function mailError(thrown: unknown): MailError {
  if (thrown instanceof MailError) return thrown;
  const known = thrown instanceof AppError ? thrown.details.remedy : undefined;
  return new MailError('unknown', reasonOf(thrown), known ?? 'Look at the log of the program.', thrown);
}

function journalEntry(mail: StoredMail, event: string, at: number, reason: string | null = null) {
  const details = { kind: mail.kind, recipient: mail.recipient, reason };
  return { linkId: mail.linkId, orderId: mail.orderId, event, details, actor: 'system', at };
}
