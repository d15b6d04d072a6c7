import { HOUR_MS, MINUTE_MS } from '../../../system/clock';
import type { AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { wasNoted } from '../journal/journal';
import { isOpen } from '../link/link';
import type { Link } from '../link/link_row';
import { findLink, findNewestByToken } from '../link/links';
import { findMail } from '../mail/mails';
import { judgeNextAttempt } from '../person/judge_renewal';
import { linkGaveWay, linkNotFound } from '../person/person_errors';
import { linkClosedMeanwhile, linkKeptOpen, linkPaidAlready, linkTookTooLong } from './bulk_errors';
import type { RunLink } from './run_links';
import type { BulkRun } from './runs';

/** Links and mails are tried for a day, and then given up with a reason; this is for what nobody gives up. */
const TOO_LONG_MS = 25 * HOUR_MS;
/** A new attempt is begun in a moment; whoever has none by then is looked at more closely. */
const ATTEMPT_DUE_MS = 2 * MINUTE_MS;

export interface Refusal {
  readonly reason: string;
  readonly remedy: string | null;
}

/** `trouble`: why the last try did not succeed; it goes on. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'under_way'; readonly trouble: Refusal | null };

const DONE: Outcome = { kind: 'done' };
const UNDER_WAY: Outcome = { kind: 'under_way', trouble: null };

export function refusalOf(error: AppError): Refusal {
  return { reason: error.message, remedy: error.details.remedy ?? null };
}

const refused = (error: AppError): Outcome => ({ kind: 'refused', why: refusalOf(error) });

/** What became of a link that was asked for: provider and mail server have the last word, not our wish. */
export async function followLink(context: PaymentLinks, run: BulkRun, one: RunLink): Promise<Outcome> {
  const link = await findLink(context.db, one.linkId);
  if (!link) return refused(linkNotFound());
  const askedAt = one.askedAt ?? context.clock.now();
  const outcome = await followers[run.act](context, link, { ...one, askedAt });
  const tooLong = outcome.kind === 'under_way' && context.clock.now() - askedAt > TOO_LONG_MS;
  return tooLong ? refused(linkTookTooLong()) : outcome;
}

interface Asked extends RunLink {
  readonly askedAt: number;
}

const followers = { resend: followMail, cancel: followClosing, renew: followRenewal } as const;

async function followMail({ db }: PaymentLinks, _link: Link, { mailId }: Asked): Promise<Outcome> {
  const mail = mailId === null ? null : await findMail(db, mailId);
  if (mail === null || mail.state === 'sent') return DONE;
  const why = { reason: mail.failure ?? '', remedy: mail.remedy };
  if (mail.state === 'failed' || mail.state === 'skipped') return { kind: 'refused', why };
  return { kind: 'under_way', trouble: mail.failure === null ? null : why };
}

async function followClosing({ db }: PaymentLinks, link: Link, { askedAt }: Asked): Promise<Outcome> {
  if (link.state === 'completed') return refused(linkPaidAlready());
  if (link.state === 'replaced') return gaveWay(db, link);
  if (!isOpen(link.state) && link.state !== 'failed') return DONE;
  return (await wasNoted(db, link.linkId, 'link.kept', askedAt)) ? refused(linkKeptOpen()) : UNDER_WAY;
}

async function followRenewal(context: PaymentLinks, link: Link, { askedAt }: Asked): Promise<Outcome> {
  const { db, clock } = context;
  const newest = (await findNewestByToken(db, link.token)) ?? link;
  if (newest.attempt > link.attempt) return followAttempt(newest);
  if (link.state === 'completed') return refused(linkPaidAlready());
  if (isOpen(link.state)) {
    return (await wasNoted(db, link.linkId, 'link.kept', askedAt)) ? refused(linkKeptOpen()) : UNDER_WAY;
  }
  if (clock.now() - askedAt < ATTEMPT_DUE_MS) return UNDER_WAY;
  const refusal = await judgeNextAttempt(context, link);
  return refusal === null ? UNDER_WAY : refused(refusal);
}

function followAttempt({ activatedAt, state, failure, remedy }: Link): Outcome {
  if (activatedAt !== null) return DONE;
  if (state === 'failed') return { kind: 'refused', why: { reason: failure ?? '', remedy } };
  if (state !== 'requested') return refused(linkClosedMeanwhile());
  return { kind: 'under_way', trouble: failure === null ? null : { reason: failure, remedy } };
}

async function gaveWay(db: PaymentLinks['db'], link: Link): Promise<Outcome> {
  const newest = await findNewestByToken(db, link.token);
  return refused(linkGaveWay({ values: { reference: newest?.reference ?? link.reference } }));
}
