import { HOUR_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import type { AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { isFormTaken } from '../forms';
import { sayOnce } from '../order/history';
import { countJournalAbout, writeJournal, type JournalEntry } from '../journal/journal';
import { againOf, putClose, putRequest, type LinkWish } from '../jobs';
import { isOpen } from '../link/link';
import type { Link } from '../link/link_row';
import { findLink, findNewestByToken } from '../link/links';
import { judgeNextAttempt, judgeRenewal } from './judge_renewal';
import { linkNotFound, linkNotOpen, noMailAddress, tooManyMails } from './person_errors';
import { onPress, type Person } from '../journal/person';
import { queueMail } from '../mail/queue_mail';
import { sentence } from '../texts';

const RESENDS_PER_HOUR = 5;

/** Closes the link, even when a payment is on its way: a person decided so. @throws AppError */
export async function cancelLink(context: PaymentLinks, linkId: number, person: Person): Promise<void> {
  await act(context, linkId, person, (tx, link, now) => askCancel(tx, link, person, now));
}

/** What a press of Cancel does, within the caller's transaction. @throws AppError */
export async function askCancel(tx: Tx, link: Link, person: Person, now: number): Promise<void> {
  if (!isOpen(link.state) && link.state !== 'failed') throw linkNotOpen();
  await note(tx, link, { event: 'link.cancel_asked', person, at: now });
  const { linkId } = link;
  const wish = { linkId, to: 'cancelled', actor: person.name, why: 'by_hand', evenIfPending: true } as const;
  await putClose(tx, wish, now);
}

/**
 * A new attempt behind the same address; an open one gives way to it. Providers cannot lengthen a link's life, so
 * this is also how a link is extended: `lifetimeSeconds` counts from now. @throws AppError
 */
export async function renewLink(
  context: PaymentLinks,
  linkId: number,
  person: Person,
  options: RenewOptions,
): Promise<void> {
  const refusal = await refusalBefore(context, linkId, person);
  if (refusal !== null) throw refusal;
  await act(context, linkId, person, (tx, link, now) => askRenewal(tx, link, person, options, now));
}

/** What speaks against another attempt. Of a press that did its work already, that is nobody's question any more. */
async function refusalBefore(context: PaymentLinks, linkId: number, { press }: Person): Promise<AppError | null> {
  if (press && (await isFormTaken(context.db, press.token))) return null;
  const link = await findLink(context.db, linkId);
  return link && judgeNextAttempt(context, link);
}

export interface RenewOptions {
  readonly mail: boolean;
  readonly lifetimeSeconds?: number;
}

/** What a press of Renew does, within the caller's transaction. @throws AppError */
export async function askRenewal(
  tx: Tx,
  link: Link,
  person: Person,
  { mail, lifetimeSeconds }: RenewOptions,
  now: number,
): Promise<void> {
  const refusal = judgeRenewal(link, (await findNewestByToken(tx, link.token)) ?? link);
  if (refusal !== null) throw refusal;
  await note(tx, link, { event: lifetimeSeconds === undefined ? 'link.renewed' : 'link.extended', person, at: now });
  const request: LinkWish = {
    ...againOf(link),
    actor: person.name,
    mail,
    ...(lifetimeSeconds === undefined ? {} : { lifetimeSeconds }),
  };
  if (!isOpen(link.state) && link.state !== 'failed') return putRequest(tx, request, now);
  const { linkId } = link;
  await putClose(tx, { linkId, to: 'replaced', actor: person.name, why: 'renewed', then: request }, now);
}

/** Paid in cash, by transfer …: the order moves to `statusId` (0: stays) and the link is closed. @throws AppError */
export async function markPaidOtherwise(
  context: PaymentLinks,
  linkId: number,
  person: Person,
  statusId: number,
): Promise<void> {
  await act(context, linkId, person, async (tx, link, now) => {
    if (link.state === 'completed') throw linkNotOpen();
    await note(tx, link, { event: 'link.paid_otherwise', person, at: now });
    const comment = sentence(link.snapshot.language, 'history_paid_otherwise');
    await sayOnce(context, tx, link, { effect: 'paid_otherwise', statusId, comment, notify: false });
    await putClose(tx, { linkId, to: 'cancelled', actor: person.name, why: 'paid_otherwise' }, now);
  });
}

/** What is mailed again: to another address if one is given, with a person's own words. */
export interface ResendOptions {
  readonly recipient?: string;
  readonly words?: string;
}

/** @throws AppError */
export async function resendLink(
  context: PaymentLinks,
  linkId: number,
  person: Person,
  mail: ResendOptions,
): Promise<void> {
  await act(context, linkId, person, async (tx, link, now) => void (await askResend(tx, link, person, mail, now)));
}

/** What a press of Resend does, within the caller's transaction. Answers the mail's id. @throws AppError */
export async function askResend(tx: Tx, link: Link, person: Person, mail: ResendOptions, now: number): Promise<number> {
  if (link.state !== 'active' && link.state !== 'declined') throw linkNotOpen();
  const sent = await countJournalAbout(tx, link, 'link.resent', now - HOUR_MS);
  if (sent >= RESENDS_PER_HOUR) throw tooManyMails({ values: { count: sent } });
  const recipient = mail.recipient?.trim() || link.email;
  const mailId = await queueMail(tx, {
    kind: 'payment_link',
    orderId: link.orderId,
    linkId: link.linkId,
    recipient,
    language: link.snapshot.language,
    note: mail.words ? { words: mail.words } : {},
    createdBy: person.name,
    now,
  });
  if (mailId === null) throw noMailAddress({ fields: { recipient: 'error_recipient' } });
  await note(tx, link, { event: 'link.resent', person, at: now, details: { recipient } });
  return mailId;
}

/** One press about one link. @throws AppError `link_not_found`, `pressed_before` */
async function act(
  context: PaymentLinks,
  linkId: number,
  person: Person,
  work: (tx: Tx, link: Link, now: number) => Promise<void>,
): Promise<void> {
  await onPress(context, person, async (tx, now) => {
    const link = await findLink(tx, linkId);
    if (!link) throw linkNotFound();
    await work(tx, link, now);
  });
}

interface Note extends Pick<JournalEntry, 'event' | 'at' | 'details'> {
  readonly person: Person;
}

async function note(tx: Tx, { linkId, orderId, storeId }: Link, { person, ...line }: Note): Promise<void> {
  await writeJournal(tx, { linkId, orderId, storeId, actor: person.name, ip: person.ip, ...line });
}
