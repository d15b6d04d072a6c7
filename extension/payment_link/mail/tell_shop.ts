import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../context';
import { readLinkSettings } from '../setting/link_settings';
import { LINK_FLAGS, type Link, type LinkFlag } from '../link/link_row';
import { findLink } from '../link/links';
import type { MailFacts } from '../mail_port';
import { queueMail } from './queue_mail';
import { shopAddresses } from '../settle/settle_mails';
import { sentence } from '../texts';

/** `payment_link.needs_person`: a mail to the shop, once per link, reason and address. */
export async function tellShop(
  context: PaymentLinks,
  { linkId, reason }: { linkId: number; reason: string },
): Promise<void> {
  const link = await findLink(context.db, linkId);
  if (!link) return;
  const settings = readLinkSettings(await context.settingsFor(link.storeId, 'payment_link'));
  if (!settings.notifyNeedsPerson) return;
  const shop = await context.shops.identityOf(link.storeId);
  await transaction(context.db, async (tx) => {
    for (const recipient of shopAddresses(shop, settings)) {
      await queueMail(tx, {
        kind: 'shop_needs_person',
        orderId: link.orderId,
        linkId,
        recipient,
        language: shop.language,
        note: noteOf(link, reason, shop.language),
        createdBy: 'system',
        now: context.clock.now(),
        onceKey: `needs_person ${linkId} ${reason} ${link.requestedAt} ${recipient}`,
      });
    }
  });
  context.wake();
}

function noteOf(link: Link, reason: string, language: string): MailFacts {
  if (isFlag(reason)) return { reason: sentence(language, `flag_${reason}`) };
  const failure = link.failure === null ? {} : { reason: link.failure };
  return { ...failure, ...(link.remedy === null ? {} : { remedy: link.remedy }) };
}

function isFlag(reason: string): reason is LinkFlag {
  return (LINK_FLAGS as readonly string[]).includes(reason);
}
