import type { Values } from '../../system/settings';
import { MAPPED_STATUSES } from './statuses';

/** Longest life of a link in each unit. */
const LIFETIME_MAX: Readonly<Record<string, number>> = { days: 365, hours: 8760, seconds: 31_536_000 };
const PREFIX = /^[A-Za-z0-9_-]*$/;

/**
 * What no single field can tell, as language keys by field.
 * @param statusIds The order statuses that exist.
 */
export function checkSettings(values: Values, statusIds: readonly number[]): Record<string, string> {
  return {
    ...checkKey(values),
    ...checkPaymentRequest(values, statusIds),
    ...((LIFETIME_MAX[String(values['unit_lifetime_payment_link'])] ?? 0) < Number(values['days_active'])
      ? { days_active: 'error_lifetime' }
      : {}),
    ...(PREFIX.test(String(values['reference_prefix'] ?? '')) ? {} : { reference_prefix: 'error_prefix' }),
  };
}

function checkKey(values: Values): Record<string, string> {
  if (values['status'] !== true) return {};
  const key = values['environment'] === '0' ? 'api_key' : 'sandbox_api_key';
  return String(values[key] ?? '').trim() === '' ? { [key]: 'error_api_key' } : {};
}

/** The status that asks for a link must exist and must not be one that a payment leads to. */
function checkPaymentRequest(values: Values, statusIds: readonly number[]): Record<string, string> {
  if (values['generate_payment_links_status'] !== true) return {};
  const key = 'order_status_id_initialize_payment_request';
  const asking = Number(values[key]);
  if (asking === 0) return { [key]: 'error_payment_request_missing' };
  if (!statusIds.includes(asking)) return { [key]: 'error_payment_request_deleted' };
  const mapped = MAPPED_STATUSES.some((status) => Number(values[`order_status_id_${status}`]) === asking);
  return mapped ? { [key]: 'error_payment_request_mapped' } : {};
}
