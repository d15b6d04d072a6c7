import { fill } from '../../system/language';
import type { Values } from '../../system/settings';
import type { ShopFacts } from './payment_extension';

/** Longest life of a link in each unit: a year. */
const LIFETIME_MAX: Readonly<Record<string, number>> = { days: 365, hours: 8760, seconds: 31_536_000 };
/** What every provider allows in an order number. */
const PREFIX = /^[A-Za-z0-9_-]*$/;
const REQUEST = 'order_status_id_initialize_payment_request';

/** Providers refuse longer descriptions. */
const DESCRIPTION_MAX = 200;
/** The longest order number that a shop's database can hold. */
const LONGEST_ORDER_ID = 2_147_483_647;

export interface SettingFacts extends ShopFacts {
  /** The provider's words that the owner maps, as in `order_status_id_<word>`. */
  readonly mapped: readonly string[];
  /** The setting that holds the key of the chosen environment. */
  readonly key: string;
}

/** What no single field of a gateway's settings can tell, as language keys by field. */
export function checkLinkSettings(values: Values, facts: SettingFacts): Record<string, string> {
  return {
    ...checkKey(values, facts),
    ...checkRequest(values, facts),
    ...checkLife(values),
    ...checkDescription(values, facts),
    ...checkPrefix(values),
  };
}

function checkKey(values: Values, { key }: SettingFacts): Record<string, string> {
  const missing = values['status'] === true && String(values[key] ?? '').trim() === '';
  return missing ? { [key]: 'error_api_key' } : {};
}

/** The status that asks for a link must exist and must not be one that a payment leads to. */
function checkRequest(values: Values, { statusIds, takenStatusIds, mapped }: SettingFacts): Record<string, string> {
  if (values['generate_payment_links_status'] !== true) return {};
  const asking = Number(values[REQUEST]);
  if (asking === 0) return { [REQUEST]: 'error_payment_request_missing' };
  if (!statusIds.includes(asking)) return { [REQUEST]: 'error_payment_request_deleted' };
  const leads = mapped.some((status) => Number(values[`order_status_id_${status}`]) === asking);
  return leads || takenStatusIds.includes(asking) ? { [REQUEST]: 'error_payment_request_mapped' } : {};
}

function checkLife(values: Values): Record<string, string> {
  const max = LIFETIME_MAX[String(values['unit_lifetime_payment_link'])] ?? 0;
  return Number(values['days_active']) > max ? { days_active: 'error_lifetime' } : {};
}

/** Not the template counts, but what becomes of it. */
function checkDescription(values: Values, { storeName }: SettingFacts): Record<string, string> {
  const filled = fill(String(values['order_description'] ?? ''), { order_id: LONGEST_ORDER_ID, store: storeName });
  return filled.length > DESCRIPTION_MAX ? { order_description: 'error_description' } : {};
}

function checkPrefix(values: Values): Record<string, string> {
  return PREFIX.test(String(values['reference_prefix'] ?? '')) ? {} : { reference_prefix: 'error_prefix' };
}
