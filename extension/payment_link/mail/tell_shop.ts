import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import { readLinkSettings } from '../setting/link_settings';
import { LINK_FLAGS, type Link, type LinkFlag } from '../link/link_row';
import { findLink } from '../link/links';
import type { MailFacts } from '../mail_port';
import { queueMail } from './queue_mail';
import { shopAddresses } from '../settle/settle_mails';
import { listRefunds, type Refund } from '../refund/refunds';
import { localeOf, sentence } from '../texts';
import { formatMoney } from '../../../system/money';

/** `payment_link.needs_person`: a mail to the shop, once per link (or refused refund), reason and address. */
export async function tellShop(
  context: PaymentLinks,
  { linkId, reason }: { linkId: number; reason: string },
): Promise<void> {
  const link = await findLink(context.db, linkId);
  if (!link) return;
  const settings = readLinkSettings(await context.settingsFor(link.storeId, 'payment_link'));
  if (!settings.notifyNeedsPerson) return;
  const shop = await context.shops.identityOf(link.storeId);
  const refused = reason === 'refund_failed' ? await lastRefused(context, linkId) : undefined;
  await transaction(context.db, async (tx) => {
    for (const recipient of shopAddresses(shop, settings)) {
      await queueMail(tx, {
        kind: 'shop_needs_person',
        orderId: link.orderId,
        linkId,
        recipient,
        language: shop.language,
        note: refused ? refusedNote(refused, shop.language) : noteOf(link, reason, shop.language),
        createdBy: 'system',
        now: context.clock.now(),
        onceKey: `needs_person ${linkId} ${reason} ${refused?.refundId ?? link.requestedAt} ${recipient}`,
      });
    }
  });
  context.wake();
}

async function lastRefused(context: PaymentLinks, linkId: number): Promise<Refund | undefined> {
  return (await listRefunds(context.db, linkId)).filter(({ state }) => state === 'failed').at(-1);
}

/** What the provider said, and below it what helps. */
function refusedNote({ amount, failure }: Refund, language: string): MailFacts {
  const said = sentence(language, 'refund_refused', { amount: formatMoney(amount, localeOf(language)) });
  return { reason: said, ...(failure === null ? {} : { remedy: failure.split('\n').join(' – ') }) };
}

function noteOf(link: Link, reason: string, language: string): MailFacts {
  if (isFlag(reason)) return { reason: sentence(language, `flag_${reason}`) };
  const failure = link.failure === null ? {} : { reason: link.failure };
  return { ...failure, ...(link.remedy === null ? {} : { remedy: link.remedy }) };
}

function isFlag(reason: string): reason is LinkFlag {
  return (LINK_FLAGS as readonly string[]).includes(reason);
}
