import type { SettingValues } from '../gateway';

/** The values of `PAYMENT_LINK_SETTINGS`, read. */
export interface LinkSettings {
  readonly address: 'own' | 'provider';
  /** Where an order goes when its link expires; 0: as the gateway's mapping says. */
  readonly expiredStatusId: number;
  /** More links than this in a minute pause the sweep and the watcher. */
  readonly linksPerMinute: number;
  readonly notifyEmails: readonly string[];
  readonly notifyPaid: boolean;
  readonly notifyNeedsPerson: boolean;
  readonly reminders: ReminderSettings;
  readonly shippedStatuses: readonly number[];
  readonly invoicedStatuses: readonly number[];
}

export interface ReminderSettings {
  readonly on: boolean;
  /** Hours after the link was made. */
  readonly hoursAfter: readonly number[];
  /** Hours before it expires. */
  readonly hoursBefore: readonly number[];
  readonly max: number;
  /** Hours of the shop's day in which nobody is mailed, from (inclusive) to (exclusive); equal: none. */
  readonly quietFrom: number;
  readonly quietTo: number;
}

export function readLinkSettings(values: SettingValues): LinkSettings {
  return {
    address: values['link_address'] === 'provider' ? 'provider' : 'own',
    expiredStatusId: Number(values['expired_status'] ?? 0),
    linksPerMinute: Number(values['links_per_minute'] ?? 60),
    notifyEmails: texts(values['notify_emails']),
    notifyPaid: values['notify_paid'] !== false,
    notifyNeedsPerson: values['notify_needs_person'] !== false,
    reminders: {
      on: values['reminders'] === true,
      hoursAfter: hours(values['reminder_hours_after']),
      hoursBefore: hours(values['reminder_hours_before']),
      max: Number(values['reminders_max'] ?? 3),
      quietFrom: Number(values['quiet_from'] ?? 21),
      quietTo: Number(values['quiet_to'] ?? 8),
    },
    shippedStatuses: texts(values['shipped_statuses']).map(Number),
    invoicedStatuses: texts(values['invoiced_statuses']).map(Number),
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** "24, 72" → [24, 72]; what is no positive whole number is left out. */
function hours(value: unknown): number[] {
  return String(value ?? '')
    .split(/[\s,;]+/)
    .filter((part) => /^[1-9]\d{0,3}$/.test(part))
    .map(Number);
}
