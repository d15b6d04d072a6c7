import type { PaymentLinks } from '../context';
import type { MailLink } from '../mail_port';
import { findLink } from '../link/links';
import { sharedAddress } from '../link/addresses';
import { readLinkSettings } from '../setting/link_settings';

/** A link as the customer is shown it, with the store it belongs to; null when it is gone. */
export async function linkForMail(
  context: PaymentLinks,
  linkId: number,
): Promise<{ readonly storeId: number; readonly link: MailLink } | null> {
  const link = await findLink(context.db, linkId);
  if (!link) return null;
  const { address } = readLinkSettings(await context.settingsFor(link.storeId, 'payment_link'));
  return {
    storeId: link.storeId,
    link: {
      url: sharedAddress(context.publicUrl, link, address),
      amount: link.amount,
      expiresAt: link.expiresAt,
      state: link.state,
      environment: link.environment,
      reference: link.reference,
      purpose: link.purpose,
      description: link.description,
      customerName: link.customer,
      customerEmail: link.email,
    },
  };
}
