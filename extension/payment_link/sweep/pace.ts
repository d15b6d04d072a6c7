import type { PaymentLinks } from '../context';
import { readLinkSettings } from '../setting/link_settings';

/**
 * What a person sets going for many links takes half of what the owner allows in a minute, so that new orders find the
 * other half free and the provider is not flooded.
 */
export async function halfOfMinute(context: PaymentLinks, storeId: number): Promise<number> {
  const { linksPerMinute } = readLinkSettings(await context.settingsFor(storeId, 'payment_link'));
  return Math.max(1, Math.floor(linksPerMinute / 2));
}
