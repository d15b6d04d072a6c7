import type { Field, Schema } from '../../../system/settings';

/** Settings of the payment links themselves, whichever provider: code `payment_link`. */
export const PAYMENT_LINK_SETTINGS = [
  {
    kind: 'choice',
    key: 'link_address',
    tab: 'general',
    label: 'entry_link_address',
    default: 'own',
    options: [
      { value: 'own', label: 'option_own_address' },
      { value: 'provider', label: 'option_provider_address' },
    ],
  },
  status('expired_status', 'general'),
  {
    kind: 'whole',
    key: 'links_per_minute',
    tab: 'general',
    label: 'entry_links_per_minute',
    default: 60,
    min: 1,
    max: 100_000,
  },
  {
    kind: 'choice',
    key: 'which_orders',
    tab: 'general',
    label: 'entry_which_orders',
    default: 'own',
    options: [
      { value: 'own', label: 'option_orders_own' },
      { value: 'listed', label: 'option_orders_listed' },
      { value: 'all', label: 'option_orders_all' },
    ],
  },
  list('payment_codes', 'general'),
  list('notify_emails', 'notify'),
  onOff('notify_paid', 'notify', true),
  onOff('notify_needs_person', 'notify', true),
  onOff('reminders', 'reminders', false),
  text('reminder_hours_after', 'reminders', '24, 72'),
  text('reminder_hours_before', 'reminders', '24'),
  whole('reminders_max', 'reminders', 3, 0, 10),
  whole('quiet_from', 'reminders', 21, 0, 23),
  whole('quiet_to', 'reminders', 8, 0, 23),
  { kind: 'statuses', key: 'shipped_statuses', tab: 'reports', label: 'entry_shipped_statuses', default: [] },
  { kind: 'statuses', key: 'invoiced_statuses', tab: 'reports', label: 'entry_invoiced_statuses', default: [] },
  // Only beside a shop's own PHP: with name and key the shop makes its status changes itself.
  text('shop_api_url', 'shop', '', 255),
  text('shop_api_username', 'shop', ''),
  {
    ...{ kind: 'secret', key: 'shop_api_key', tab: 'shop', label: 'entry_shop_api_key', default: '' },
    ...{ lengthMax: 512, sentTo: ['shop_api_url'] },
  },
] as const satisfies Schema;

function onOff<Key extends string>(key: Key, tab: string, standard: boolean) {
  return { kind: 'switch', key, tab, label: `entry_${key}`, default: standard } as const satisfies Field;
}

/** 0: the gateway's own mapping decides. */
function status<Key extends string>(key: Key, tab: string) {
  return { kind: 'status', key, tab, label: `entry_${key}`, default: 0, optional: true } as const satisfies Field;
}

function list<Key extends string>(key: Key, tab: string) {
  return { kind: 'list', key, tab, label: `entry_${key}`, default: [] } as const satisfies Field;
}

function text<Key extends string>(key: Key, tab: string, standard: string, lengthMax = 64) {
  return { kind: 'text', key, tab, label: `entry_${key}`, default: standard, lengthMax } as const satisfies Field;
}

function whole<Key extends string>(key: Key, tab: string, standard: number, min: number, max: number) {
  return { kind: 'whole', key, tab, label: `entry_${key}`, default: standard, min, max } as const satisfies Field;
}
