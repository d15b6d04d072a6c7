import { formatMoney, money } from '../../../system/money';
import { flagLink } from '../journal/flag_link';
import { mappedStatus } from '../gateways/gateway_settings';
import { sayOnce } from '../order/history';
import { journalOf } from '../journal/link_journal';
import type { PaymentChange } from './record_payments';
import type { Settling } from './settle_facts';
import { queueRefundedMail } from './settle_mails';
import { words } from './settle_paid';
import { localeOf, sentence } from '../texts';

/** Money went back: by refund, or taken back by the bank. */
export async function settleMoneyBack(settling: Settling, change: PaymentChange): Promise<void> {
  const { after, refundedBefore, wasReceived } = change;
  if (after.refunded.minor > refundedBefore) await settleRefunded(settling, change);
  if (after.state === 'charged_back' && wasReceived) await settleReversed(settling, change);
}

async function settleRefunded(settling: Settling, { after, refundedBefore }: PaymentChange): Promise<void> {
  const { context, tx, link, facts } = settling;
  const whole = after.refunded.minor >= after.amount.minor;
  const mapped = whole
    ? mappedStatus(facts.gateway, 'refunded', 'refunded')
    : mappedStatus(facts.gateway, 'partially_refunded', 'partial_refunded');
  const effect = `refunded:${after.providerId}:${after.refunded.minor}`;
  await sayOnce(context, tx, link, {
    effect,
    // What was paid twice is given back without a word about the order, which stays paid.
    statusId: after.paidTwice || link.purpose !== 'order' ? 0 : mapped,
    comment: sentence(link.snapshot.language, 'history_refunded', {
      ...words(settling, after),
      amount: formatMoney(after.refunded, localeOf(link.snapshot.language)),
    }),
    notify: false,
  });
  await journalOf(context, tx, link, {
    event: 'link.refunded',
    by: 'provider',
    details: {
      payment: after.providerId,
      minor: after.refunded.minor - refundedBefore,
      currency: after.amount.currency,
    },
  });
  const back = money(after.refunded.minor - refundedBefore, after.amount.currency);
  await queueRefundedMail(settling, after, back, effect);
}

async function settleReversed(settling: Settling, { after }: PaymentChange): Promise<void> {
  const { context, tx, link, facts, seen } = settling;
  const word = seen.status === 'charged_back' ? seen.providerStatus : 'void';
  await sayOnce(context, tx, link, {
    effect: `reversed:${after.providerId}`,
    statusId: after.paidTwice || link.purpose !== 'order' ? 0 : mappedStatus(facts.gateway, 'charged_back', word),
    comment: sentence(link.snapshot.language, 'history_reversed', words(settling, after)),
    notify: false,
  });
  await journalOf(context, tx, link, {
    event: 'link.reversed',
    by: 'provider',
    details: { payment: after.providerId },
  });
  await flagLink(context, tx, link, ['reversed']);
}
