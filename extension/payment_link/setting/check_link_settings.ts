import { isMailAddress } from '../../../system/mail/header';
import type { Values } from '../../../system/settings';

const HOURS = /^[1-9]\d{0,3}$/;

/**
 * What no single field of the payment links' own settings can tell, as language keys by field.
 * @param requestStatusIds The statuses that ask for a link in this store, whichever provider.
 */
export function checkLinkSettingsPage(values: Values, requestStatusIds: readonly number[]): Record<string, string> {
  return {
    ...(requestStatusIds.includes(Number(values['expired_status'])) ? { expired_status: 'error_expired_status' } : {}),
    ...(emails(values).every(isMailAddress) ? {} : { notify_emails: 'error_emails' }),
    ...checkHours(values, 'reminder_hours_after'),
    ...checkHours(values, 'reminder_hours_before'),
    ...checkReminders(values),
    ...checkShopApi(values),
  };
}

function emails(values: Values): string[] {
  const list = values['notify_emails'];
  return Array.isArray(list) ? list.map(String) : [];
}

function hoursIn(values: Values, key: string): string[] {
  return String(values[key] ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean);
}

function checkHours(values: Values, key: string): Record<string, string> {
  return hoursIn(values, key).every((hour) => HOURS.test(hour)) ? {} : { [key]: 'error_hours' };
}

/** A name without a key, or an address that is none, would make every status change wait for a person. */
function checkShopApi(values: Values): Record<string, string> {
  const url = String(values['shop_api_url'] ?? '');
  const wrong = url !== '' && !/^https?:\/\/[^\s/]/.test(url);
  return wrong ? { shop_api_url: 'error_shop_api_url' } : {};
}

/** Reminders that would never be sent are a mistake, not a wish. */
function checkReminders(values: Values): Record<string, string> {
  if (values['reminders'] !== true) return {};
  if (Number(values['reminders_max']) === 0) return { reminders_max: 'error_reminders_none' };
  const none = ['reminder_hours_after', 'reminder_hours_before'].every((key) => hoursIn(values, key).length === 0);
  return none ? { reminder_hours_after: 'error_reminders_never' } : {};
}
