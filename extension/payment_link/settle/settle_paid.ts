import { formatMoney } from '../../../system/money';
import { mappedStatus } from '../gateways/gateway_settings';
import { sayOnce } from '../order/history';
import { isLate, isOpen, type LinkState } from '../link/link';
import { journalOf } from '../journal/link_journal';
import type { LinkFlag } from '../link/link_row';
import { changeState } from '../link/links';
import { deleteJobsByKey } from '../../../system/outbox/jobs';
import { flagLink } from '../journal/flag_link';
import { expireKey, putClose, putFollow, remindKey } from '../jobs';
import { readSiblings } from '../order/order_links';
import { paymentCodeOf } from '../gateways/payment_code';
import { isReceived, markPaidTwice, type Payment } from './payments';
import { queuePaidMails } from './settle_mails';
import type { Settling } from './settle_facts';
import { localeOf, sentence } from '../texts';

const ANY_STATE: readonly LinkState[] = [
  'requested',
  'active',
  'declined',
  'failed',
  'expired',
  'cancelled',
  'replaced',
  'used_up',
];

/**
 * A payment came in, for the first time as far as we know: once per payment. `later`: payments seen in the same read
 * that are settled after this one, which is therefore not their second.
 */
export async function settlePaid(settling: Settling, payment: Payment, later: ReadonlySet<number>): Promise<void> {
  const wrong = mismatch(settling, payment);
  if (wrong) return refuseToComplete(settling, payment, wrong);
  const twice = await isSecond(settling, payment, later);
  if (twice) await markPaidTwice(settling.tx, payment.paymentId, settling.now);
  await complete(settling, payment);
  const oversold = await moveOrder(settling, payment, twice);
  const flags: LinkFlag[] = [];
  if (twice) flags.push('paid_twice');
  if (isLate(settling.link.state)) flags.push('paid_late');
  if (oversold) flags.push('oversold');
  await flagLink(settling.context, settling.tx, settling.link, flags);
  if (!twice) await tidyUp(settling);
  await queuePaidMails(settling, payment, twice);
  const { linkId } = settling.link;
  await settling.context.bus.announce(settling.tx, 'payment_link.paid', { linkId, paymentId: payment.paymentId });
}

function mismatch({ link }: Settling, { amount }: Payment): LinkFlag | null {
  if (amount.currency !== link.amount.currency) return 'currency_other';
  if (amount.minor < link.amount.minor) return 'amount_less';
  return amount.minor > link.amount.minor ? 'amount_more' : null;
}

/** Another amount than asked: said and shown to a person, never completed by itself. */
async function refuseToComplete(settling: Settling, payment: Payment, flag: LinkFlag): Promise<void> {
  const { context, tx, link } = settling;
  const locale = localeOf(link.snapshot.language);
  const comment = sentence(link.snapshot.language, 'history_paid_wrong', {
    ...words(settling, payment),
    expected: formatMoney(link.amount, locale),
  });
  await sayOnce(context, tx, link, {
    effect: `paid_wrong:${payment.providerId}`,
    statusId: 0,
    comment,
    notify: false,
  });
  await deleteJobsByKey(tx, remindKey(link.linkId));
  await flagLink(context, tx, link, [flag]);
}

/** What the link is for was paid by another payment already, by whichever attempt. */
async function isSecond({ tx, link }: Settling, payment: Payment, later: ReadonlySet<number>): Promise<boolean> {
  const known = await readSiblings(tx, link);
  return known.payments.some(
    (other) =>
      other.paymentId !== payment.paymentId &&
      !later.has(other.paymentId) &&
      isReceived(other.state) &&
      other.state !== 'refunded',
  );
}

async function complete({ context, tx, link, now }: Settling, payment: Payment): Promise<void> {
  await changeState(tx, link.linkId, { to: 'completed', from: ANY_STATE, now }, { closed_at: now, asking: 0 });
  const details = { payment: payment.providerId, method: payment.method, from: link.state };
  await journalOf(context, tx, link, { event: 'link.paid', by: 'provider', details });
  await deleteJobsByKey(tx, remindKey(link.linkId));
  await deleteJobsByKey(tx, expireKey(link.linkId));
}

/** True when the stock of a product is below zero now. */
async function moveOrder(settling: Settling, payment: Payment, twice: boolean): Promise<boolean> {
  const { context, tx, link, seen, facts } = settling;
  const mapped = mappedStatus(facts.gateway, 'paid', seen.status === 'paid' ? seen.providerStatus : 'completed');
  const result = await sayOnce(context, tx, link, {
    effect: `paid:${payment.providerId}`,
    statusId: twice || link.purpose !== 'order' ? 0 : mapped,
    comment: sentence(link.snapshot.language, twice ? 'history_paid_more' : 'history_paid', words(settling, payment)),
    notify: false,
  });
  if (!twice && link.orderId !== null && payment.method !== null) await changeMethod(settling, payment.method);
  return (result?.oversold.length ?? 0) > 0;
}

async function changeMethod({ context, tx, link, facts }: Settling, method: string): Promise<void> {
  if (link.orderId === null) return;
  const order = await context.orderBook.findOrder(tx, link.orderId);
  const code = paymentCodeOf(link.gateway, method);
  if (!order || order.paymentMethod.code === code) return;
  const name = facts.methodNames.get(method) ?? method;
  await context.orderBook.changePaymentMethod(tx, link.orderId, { code, name });
}

/** It is paid: another attempt of it must not be; and an edit meanwhile may have changed what the order costs. */
async function tidyUp({ tx, link, now }: Settling): Promise<void> {
  for (const other of (await readSiblings(tx, link)).links) {
    if (other.linkId === link.linkId || !isOpen(other.state)) continue;
    await putClose(tx, { linkId: other.linkId, to: 'cancelled', actor: 'system', why: 'order_paid' }, now);
  }
  if (link.orderId !== null && link.purpose === 'order') await putFollow(tx, link.orderId, now);
}

export function words({ link, facts }: Settling, payment: Payment): Record<string, string> {
  const { language } = link.snapshot;
  const method = payment.method === null ? null : (facts.methodNames.get(payment.method) ?? payment.method);
  return {
    amount: formatMoney(payment.amount, localeOf(language)),
    method: method ?? sentence(language, 'method_unknown'),
    id: payment.providerId,
    provider: facts.provider.title,
    reference: link.reference,
  };
}
