import { checkLinkSettings } from '../payment_link/check_gateway_settings';
import type { Values } from '../../system/settings';
import { MAPPED_STATUSES } from './settings';

/**
 * What no single field can tell, as language keys by field.
 * @param statusIds The order statuses that exist.
 */
export function checkSettings(values: Values, statusIds: readonly number[]): Record<string, string> {
  const key = values['environment'] === '0' ? 'server_key' : 'sandbox_server_key';
  return checkLinkSettings(values, { statusIds, mapped: MAPPED_STATUSES, key });
}
