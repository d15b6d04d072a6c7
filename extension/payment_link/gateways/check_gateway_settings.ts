import { fill } from '../../../system/language';
import type { Schema, Values } from '../../../system/settings';
import { keySettingOf } from './gateway_account';
import { REQUEST_KEY } from './gateway_schema';
import type { ShopFacts } from './payment_extension';

/** Longest life of a link in each unit: a year. */
const LIFETIME_MAX: Readonly<Record<string, number>> = { days: 365, hours: 8760, seconds: 31_536_000 };
/** What every provider allows in an order number. */
const PREFIX = /^[A-Za-z0-9_-]*$/;
/** Providers refuse longer descriptions. */
const DESCRIPTION_MAX = 200;
/** The longest order number that a shop's database can hold. */
const LONGEST_ORDER_ID = 2_147_483_647;

/** What no single field of a gateway's settings can tell, as language keys by field. */
export function checkLinkSettings(values: Values, schema: Schema, shop: ShopFacts): Record<string, string> {
  return {
    ...checkKey(values),
    ...checkRequest(values, schema, shop),
    ...checkLife(values),
    ...checkDescription(values, shop),
    ...checkPrefix(values),
  };
}

function checkKey(values: Values): Record<string, string> {
  const key = keySettingOf(values);
  const missing = values['status'] === true && String(values[key] ?? '').trim() === '';
  return missing ? { [key]: 'error_api_key' } : {};
}

/** The status that asks for a link must exist and must not be one that a payment leads to. */
function checkRequest(values: Values, schema: Schema, shop: ShopFacts): Record<string, string> {
  if (values['generate_payment_links_status'] !== true) return {};
  const asking = Number(values[REQUEST_KEY]);
  if (asking === 0) return { [REQUEST_KEY]: 'error_payment_request_missing' };
  if (!shop.statusIds.includes(asking)) return { [REQUEST_KEY]: 'error_payment_request_deleted' };
  const mapped = schema.filter(({ kind, key }) => kind === 'status' && key !== REQUEST_KEY);
  const taken = shop.takenStatusIds.includes(asking) || mapped.some(({ key }) => Number(values[key]) === asking);
  return taken ? { [REQUEST_KEY]: 'error_payment_request_mapped' } : {};
}

function checkLife(values: Values): Record<string, string> {
  const max = LIFETIME_MAX[String(values['unit_lifetime_payment_link'])] ?? 0;
  return Number(values['days_active']) > max ? { days_active: 'error_lifetime' } : {};
}

/** Not the template counts, but what becomes of it. */
function checkDescription(values: Values, { storeName }: ShopFacts): Record<string, string> {
  const filled = fill(String(values['order_description'] ?? ''), { order_id: LONGEST_ORDER_ID, store: storeName });
  return filled.length > DESCRIPTION_MAX ? { order_description: 'error_description' } : {};
}

function checkPrefix(values: Values): Record<string, string> {
  return PREFIX.test(String(values['reference_prefix'] ?? '')) ? {} : { reference_prefix: 'error_prefix' };
}
