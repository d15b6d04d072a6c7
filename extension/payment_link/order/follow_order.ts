import { DAY_MS, MINUTE_MS } from '../../../system/clock';
import type { Tx } from '../../../system/db/table';
import { transaction } from '../../../system/db/transaction';
import { RetryLater, type Job } from '../../../system/outbox/job';
import { isCurrency } from '../../../system/currencies';
import { putJob, releaseKey } from '../../../system/outbox/jobs';
import { sameMoney } from '../../../system/money';
import type { PaymentLinks } from '../context';
import { flagLink } from '../journal/flag_link';
import { isOpen } from '../link/link';
import { JOBS, putClose, putRequest } from '../jobs';
import { orderGateway } from '../make/link_facts';
import { stillFits } from '../make/outdated_link';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import { amountToCharge } from './order_amount';
import type { Order } from '../order_book';
import { newestLinkOf, openLinkOf, readOrderLinks, receivedMinor, type OrderLinks } from './order_links';
import { isReceived } from '../settle/payments';
import { ASKING_KINDS } from '../mail_port';
import { listMailsOfLinks } from '../mail/mails';
import { queueMail } from '../mail/queue_mail';

/** Several edits within this become one mail. */
export const EDITS_TOGETHER_MS = MINUTE_MS;
/** In the journal: the customer will be told of the new amount. */
export const MAIL_PLANNED = 'mail.planned';

export interface FollowJob {
  readonly orderId: number;
  /** "Tell the customer" of the edit form; absent means yes. */
  readonly tellCustomer?: boolean;
  /** Looked at again without an edit: nothing changed is nothing to note. */
  readonly quiet?: boolean;
}

/**
 * After an edit: a link whose amount, currency or gateway no longer fits gives way to the next attempt; of a paid
 * order the difference is asked, or a person is told that money must go back. An order that had nothing to pay by a
 * link until this edit is asked for by the rule. Other edits keep the link.
 */
export async function followOrder(context: PaymentLinks, edit: FollowJob): Promise<void> {
  const order = await context.orderBook.findOrder(context.db, edit.orderId);
  if (!order) return;
  const known = await readOrderLinks(context.db, edit.orderId);
  const open = openLinkOf(known, 'order');
  if (open) return followOpen(context, order, open, edit);
  const newest = newestLinkOf(known, 'order');
  if (newest?.state === 'completed') return followPaid(context, order, newest, known);
  if (edit.quiet === true || (newest !== null && !UNTIL_EDITED.includes(newest.closedWhy ?? ''))) return;
  await putRequest(context.db, { orderId: order.orderId }, context.clock.now());
  context.wake();
}

/** Why an edit closed a link; the next edit may give the order one again. */
const UNTIL_EDITED: readonly string[] = ['other_method', 'nothing_to_pay'];

async function followOpen(context: PaymentLinks, order: Order, link: Link, edit: FollowJob): Promise<void> {
  const now = context.clock.now();
  const elsewhere = (await orderGateway(context, order))?.provider.code !== link.gateway;
  if (elsewhere || (isCurrency(order.currencyCode) && amountToCharge(order).minor <= 0)) {
    const why = elsewhere ? 'other_method' : 'nothing_to_pay';
    return putClose(context.db, { linkId: link.linkId, to: 'cancelled', actor: 'system', why }, now);
  }
  if (stillFits(link, order)) {
    if (edit.quiet !== true) await journalOf(context, context.db, link, { event: 'link.kept_on_edit', by: 'system' });
    return;
  }
  await transaction(context.db, async (tx) => {
    const again = { orderId: order.orderId, again: true, mail: false } as const;
    await putClose(tx, { linkId: link.linkId, to: 'replaced', actor: 'system', why: 'order_edited', then: again }, now);
    if (edit.tellCustomer !== false) await planMail(context, tx, link, now);
  });
  context.wake();
}

/** One mail for all edits of a minute; the first of them knows the amount that the customer was told. */
async function planMail(context: PaymentLinks, tx: Tx, link: Link, now: number): Promise<void> {
  const payload: TellJob = {
    orderId: link.orderId ?? 0,
    oldMinor: link.amount.minor,
    oldCurrency: link.amount.currency,
  };
  const uniqueKey = `${JOBS.tellReplaced}:${link.orderId}`;
  await putJob(tx, { name: JOBS.tellReplaced, payload, runAt: now + EDITS_TOGETHER_MS, now, uniqueKey });
  if (link.email !== '') await journalOf(context, tx, link, { event: MAIL_PLANNED, by: 'system', at: now });
}

export interface TellJob {
  readonly orderId: number;
  readonly oldMinor: number;
  readonly oldCurrency: string;
}

/** The job `payment_link.tell_replaced`: old and new amount, with the link that counts now. */
export async function tellReplaced(context: PaymentLinks, tell: TellJob, job: Job): Promise<void> {
  const known = await readOrderLinks(context.db, tell.orderId);
  const link = newestLinkOf(known, 'order');
  if (link?.state === 'replaced') return waitForReplacement(context, job);
  if (!link || !isOpen(link.state)) return;
  const oldAmount = { minor: tell.oldMinor, currency: tell.oldCurrency };
  const order = await context.orderBook.findOrder(context.db, tell.orderId);
  if (!order) return;
  if (link.state === 'requested' || !stillFits(link, order)) return waitForReplacement(context, job);
  // Put back to what it was: nothing to tell. The old mail still leads to the newest attempt.
  if (sameMoney(oldAmount, link.amount) || (await wasMailed(context, link))) return;
  await releaseKey(context.db, job.id);
  await transaction(context.db, async (tx) => {
    await queueMail(tx, {
      kind: 'replaced',
      orderId: tell.orderId,
      linkId: link.linkId,
      recipient: link.email,
      language: link.snapshot.language,
      note: { oldAmount },
      createdBy: 'system',
      now: context.clock.now(),
      onceKey: `replaced ${link.linkId}`,
    });
  });
  context.wake();
}

/** Somebody pressed Resend meanwhile: the customer has the new amount. */
async function wasMailed({ db }: PaymentLinks, { linkId, email }: Link): Promise<boolean> {
  const mails = await listMailsOfLinks(db, [linkId]);
  return mails.some(
    ({ kind, recipient, state }) => ASKING_KINDS.includes(kind) && recipient === email && state !== 'skipped',
  );
}

/**
 * The new link is yet to come: the provider cannot be reached, a payment on its way keeps the old one, or its job is
 * next. A day at most, at growing distances.
 */
function waitForReplacement(context: PaymentLinks, job: Job): void {
  const age = context.clock.now() - job.createdAt;
  if (age < DAY_MS) throw new RetryLater(Math.max(15_000, Math.round(age / 4)), 'the new link is yet to be made');
}

async function followPaid(context: PaymentLinks, order: Order, link: Link, known: OrderLinks): Promise<void> {
  if (!isCurrency(order.currencyCode)) return followOtherCurrency(context, link, known);
  const amount = amountToCharge(order);
  const once = known.payments.filter((payment) => !payment.paidTwice && isReceived(payment.state));
  if (once.some((payment) => payment.amount.currency !== amount.currency))
    return followOtherCurrency(context, link, known);
  const gross = once.reduce((sum, payment) => sum + payment.amount.minor, 0);
  const missing = amount.minor - gross;
  const tooMuch = receivedMinor(once, amount.currency) - amount.minor;
  const open = openLinkOf(known, 'difference');
  const now = context.clock.now();
  await transaction(context.db, async (tx) => {
    const ask = { orderId: order.orderId, differenceMinor: missing };
    if (open && open.amount.minor !== missing) {
      const then = missing > 0 ? { then: { ...ask, again: true } } : {};
      const why = 'order_edited';
      await putClose(tx, { linkId: open.linkId, to: 'replaced', actor: 'system', why, ...then }, now);
    }
    if (!open && missing > 0) await putRequest(tx, { ...ask, again: true }, now);
    if (tooMuch > 0) await flagLink(context, tx, link, ['overpaid']);
  });
  context.wake();
}

/** Paid in one currency, edited to another: no difference can be counted, and none is asked. */
async function followOtherCurrency(context: PaymentLinks, link: Link, known: OrderLinks): Promise<void> {
  const open = openLinkOf(known, 'difference');
  await transaction(context.db, async (tx) => {
    const wish = { to: 'cancelled', actor: 'system', why: 'order_edited' } as const;
    if (open) await putClose(tx, { linkId: open.linkId, ...wish }, context.clock.now());
    await flagLink(context, tx, link, ['currency_other']);
  });
  context.wake();
}
