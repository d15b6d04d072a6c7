import { retryingTransaction } from '../../../system/db/retry';
import { formatMoney } from '../../../system/money';
import type { Tx } from '../../../system/db/table';
import { putJobs, type NewJob } from '../../../system/outbox/jobs';
import { sharedAddress } from '../link/addresses';
import type { PaymentLinks } from '../context';
import type { CreatedLink } from '../gateway';
import { flagLink } from '../journal/flag_link';
import { unpaidStatuses, type GatewaySettings } from '../gateways/gateway_settings';
import { settingsOf } from '../gateways/gateways';
import { sayOnce } from '../order/history';
import { expireJobOf, putClose } from '../jobs';
import { journalOf } from '../journal/link_journal';
import type { Link } from '../link/link_row';
import type { LinkSettings } from '../setting/link_settings';
import { changeState } from '../link/links';
import { nextPollAt } from '../settle/poll_plan';
import { addMail, mailJobOf } from '../mail/queue_mail';
import { planFirstReminder } from '../mail/reminders';
import { localeOf, sentence } from '../texts';

export interface Activation {
  readonly created: CreatedLink;
  /** False when another mail will tell the customer. */
  readonly mail: boolean;
}

/**
 * Records the provider's answer in one short transaction: link, journal, history, mail, expiry, reminders. Begun again
 * after a deadlock, since without the record the link would have to be closed at the provider and made anew.
 */
export async function activateLink(context: PaymentLinks, link: Link, answer: Activation): Promise<void> {
  const { links: settings, gateway } = await settingsOf(context, link);
  const zone = (await context.shops.identityOf(link.storeId)).timeZone;
  await retryingTransaction(context.db, async (tx) => {
    const now = context.clock.now();
    const active = await changeToActive(tx, link, answer.created, now);
    // Closed meanwhile (the order was deleted): the provider must hear of it too.
    if (!active) return putClose(tx, { linkId: link.linkId, to: 'cancelled', actor: 'system', why: 'not_wanted' }, now);
    await journalOf(context, tx, link, {
      event: 'link.activated',
      by: 'system',
      details: { reference: link.reference },
    });
    await say(context, tx, active, settings, gateway);
    const mails = answer.mail ? await mailLink(context, tx, active, now) : [];
    await putJobs(tx, [...mails, expireJobOf(link.linkId, active.expiresAt ?? now, now)]);
    await planFirstReminder(tx, active, { settings: settings.reminders, zone, now });
    await context.bus.announce(tx, 'payment_link.active', { linkId: link.linkId });
  });
  context.wake();
}

async function changeToActive(tx: Tx, link: Link, created: CreatedLink, now: number): Promise<Link | null> {
  const expiresAt = now + link.lifetimeSeconds * 1000;
  const changed = await changeState(
    tx,
    link.linkId,
    { to: 'active', from: ['requested'], now },
    {
      url: created.url,
      session_id: created.sessionId,
      asking: 0,
      failure: null,
      activated_at: now,
      expires_at: expiresAt,
      poll_at: nextPollAt({ since: now, now }),
    },
  );
  return changed ? { ...link, state: 'active', url: created.url, activatedAt: now, expiresAt } : null;
}

/** A new link for an order that had expired brings it back to the Payment Request status, which takes its stock again. */
async function reopening(context: PaymentLinks, tx: Tx, link: Link, gateway: GatewaySettings): Promise<number> {
  if (link.attempt === 1 || link.purpose !== 'order' || link.orderId === null) return 0;
  const order = await context.orderBook.findOrder(tx, link.orderId);
  return order && unpaidStatuses(gateway).includes(order.statusId) ? gateway.requestStatusId : 0;
}

async function say(context: PaymentLinks, tx: Tx, link: Link, settings: LinkSettings, gateway: GatewaySettings) {
  const language = link.snapshot.language;
  const comment = sentence(language, link.attempt > 1 ? 'history_active_again' : 'history_active', {
    amount: formatMoney(link.amount, localeOf(language)),
    address: sharedAddress(context.publicUrl, link, settings.address),
  });
  const statusId = await reopening(context, tx, link, gateway);
  const said = await sayOnce(context, tx, link, {
    effect: 'history:active',
    statusId,
    comment,
    notify: statusId === 0,
  });
  if (said && said.oversold.length > 0) await flagLink(context, tx, link, ['oversold']);
}

/** Answers the mail's job; none when there is nobody to mail. */
async function mailLink(context: PaymentLinks, tx: Tx, link: Link, now: number): Promise<NewJob[]> {
  const mailId = await addMail(tx, {
    kind: 'payment_link',
    orderId: link.orderId,
    linkId: link.linkId,
    recipient: link.email,
    language: link.snapshot.language,
    note: {},
    createdBy: 'system',
    now,
    onceKey: `link ${link.linkId}`,
  });
  if (mailId !== null) return [mailJobOf(mailId, now)];
  await journalOf(context, tx, link, { event: 'link.not_mailed', by: 'system', details: { reason: 'no_address' } });
  return [];
}
