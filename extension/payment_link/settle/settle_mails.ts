import type { Money } from '../../../system/money';
import type { MailFacts, MailKind, ShopIdentity } from '../mail_port';
import type { LinkSettings } from '../setting/link_settings';
import type { Payment } from './payments';
import { queueMail } from '../mail/queue_mail';
import type { Settling } from './settle_facts';

/** The customer's receipt and the shop's. A second payment is the shop's business first: no receipt for it. */
export async function queuePaidMails(settling: Settling, payment: Payment, twice: boolean): Promise<void> {
  const { link, facts } = settling;
  const method = payment.method === null ? null : (facts.methodNames.get(payment.method) ?? payment.method);
  const note: MailFacts = {
    amount: payment.amount,
    at: payment.paidAt ?? settling.now,
    ...(method === null ? {} : { method }),
  };
  if (twice) return;
  await mail(settling, 'paid', link.email, note, payment.providerId);
  if (!facts.links.notifyPaid) return;
  for (const address of shopAddresses(facts.shop, facts.links)) {
    await mail(settling, 'shop_paid', address, note, `${payment.providerId} ${address}`);
  }
}

/** `payment`: of which the amount went back. */
export async function queueRefundedMail(
  settling: Settling,
  { paidTwice }: Payment,
  amount: Money,
  key: string,
): Promise<void> {
  const note = { amount, at: settling.now, ...(paidTwice ? { twice: true } : {}) };
  await mail(settling, 'refunded', settling.link.email, note, key);
}

export async function queueExpiredMail(settling: Pick<Settling, 'tx' | 'link' | 'facts' | 'now'>): Promise<void> {
  await mail(settling, 'expired', settling.link.email, { at: settling.now }, '');
}

/** The store's own address and those the owner named, each once. */
export function shopAddresses(shop: ShopIdentity, settings: LinkSettings): string[] {
  return [...new Set([shop.email, ...settings.notifyEmails].filter((address) => address !== ''))];
}

async function mail(
  { tx, link, facts, now }: Pick<Settling, 'tx' | 'link' | 'facts' | 'now'>,
  kind: MailKind,
  recipient: string,
  note: MailFacts,
  key: string,
): Promise<void> {
  await queueMail(tx, {
    kind,
    orderId: link.orderId,
    linkId: link.linkId,
    recipient,
    language: kind.startsWith('shop_') ? facts.shop.language : link.snapshot.language,
    note,
    createdBy: 'system',
    now,
    onceKey: `${kind} ${link.linkId} ${key}`,
  });
}
