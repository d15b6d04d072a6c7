import type { Field, Schema } from '../../system/settings';
import { MAPPED_STATUSES } from './statuses';

/** In the order in which the settings page shows them; a tab's text is `tab_<tab>`. */
export const TABS = ['general', 'account', 'methods', 'order_status', 'options'] as const;
type Tab = (typeof TABS)[number];

const KEY_LENGTH_MAX = 255;
/** Seconds in 365 days: the longest life of a link, in the smallest unit. */
export const LIFETIME_MAX = 31_536_000;

/** Ids of a fresh shop: 2 Processing, 7 Canceled, 14 Expired, 3 Shipped, 11 Refunded, 13 Chargeback; 0 leaves as is. */
const STATUS_DEFAULTS: Readonly<Record<string, number>> = {
  completed: 2,
  cancelled: 7,
  expired: 14,
  shipped: 3,
  refunded: 11,
  chargedback: 13,
};

function at<Key extends string>(tab: Tab, key: Key) {
  return { tab, key, label: `entry_${key}` };
}

function inGroup<Key extends string>(tab: Tab, group: string, key: Key) {
  return { ...at(tab, key), group };
}

function statusField(status: string): Field {
  const key = `order_status_id_${status}`;
  return { ...at('order_status', key), kind: 'status', optional: true, default: STATUS_DEFAULTS[status] ?? 0 };
}

/** Keys that OpenCart shops know from the MultiSafepay plugin keep their names and meaning. */
export const settings: Schema = [
  { ...at('general', 'status'), kind: 'switch', default: false },
  { ...at('general', 'sort_order'), kind: 'whole', min: 0, max: 9999, default: 0 },
  { ...at('general', 'debug_mode'), kind: 'switch', default: false },
  {
    ...at('account', 'environment'),
    kind: 'choice',
    options: [
      { value: '1', label: 'option_environment_test' },
      { value: '0', label: 'option_environment_live' },
    ],
    default: '1',
  },
  { ...inGroup('account', 'keys', 'sandbox_api_key'), kind: 'secret', lengthMax: KEY_LENGTH_MAX, default: '' },
  { ...inGroup('account', 'keys', 'api_key'), kind: 'secret', lengthMax: KEY_LENGTH_MAX, default: '' },
  ...MAPPED_STATUSES.map(statusField),
  { ...inGroup('options', 'links', 'generate_payment_links_status'), kind: 'switch', default: false },
  {
    ...inGroup('options', 'links', 'order_status_id_initialize_payment_request'),
    kind: 'status',
    optional: true,
    default: 0,
  },
  { ...inGroup('options', 'links', 'days_active'), kind: 'whole', min: 1, max: LIFETIME_MAX, default: 30 },
  {
    ...inGroup('options', 'links', 'unit_lifetime_payment_link'),
    kind: 'choice',
    options: ['days', 'hours', 'seconds'].map((value) => ({ value, label: `option_unit_${value}` })),
    default: 'days',
  },
  { ...inGroup('options', 'links', 'second_chance'), kind: 'switch', default: false },
  {
    ...inGroup('options', 'order_data', 'order_description'),
    kind: 'text',
    lengthMax: 200,
    placeholder: 'Order {order_id} of {store}',
    default: '',
  },
  { ...inGroup('options', 'order_data', 'reference_prefix'), kind: 'text', lengthMax: 20, default: '' },
  { ...inGroup('options', 'order_data', 'shopping_cart_disabled'), kind: 'switch', default: false },
  { ...inGroup('options', 'order_data', 'confirmed_currencies'), kind: 'list', default: [] },
];
