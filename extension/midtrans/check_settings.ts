import type { Values } from '../../system/settings';
import { checkLinkSettings } from '../payment_link/check_gateway_settings';
import type { ShopFacts } from '../payment_link/payment_extension';
import { MAPPED_STATUSES } from './settings';

/** What no single field can tell, as language keys by field. */
export function checkSettings(values: Values, shop: ShopFacts): Record<string, string> {
  const key = values['environment'] === '0' ? 'api_key' : 'sandbox_api_key';
  return checkLinkSettings(values, { ...shop, mapped: MAPPED_STATUSES, key });
}
