import type { PaymentLinks } from '../context';
import { findLink } from '../link/links';
import { readLinkSettings } from '../setting/link_settings';

/**
 * What a person sets going for many links takes half of what the owner allows in a minute, so that new orders find the
 * other half free and the provider is not flooded.
 */
export async function halfOfMinute(context: PaymentLinks, storeId: number): Promise<number> {
  const { linksPerMinute } = readLinkSettings(await context.settingsFor(storeId, 'payment_link'));
  return Math.max(1, Math.floor(linksPerMinute / 2));
}

/** The same for this link: its store's owner decides. */
export async function halfOfMinuteFor(context: PaymentLinks, linkId: number): Promise<number> {
  return halfOfMinute(context, (await findLink(context.db, linkId))?.storeId ?? 0);
}
