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
  chargeback: 13,
};

function at<Key extends string>(tab: Tab, key: Key) {
  return { tab, key, label: `entry_${key}` };
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
  { ...at('account', 'sandbox_api_key'), kind: 'secret', lengthMax: KEY_LENGTH_MAX, default: '' },
  { ...at('account', 'api_key'), kind: 'secret', lengthMax: KEY_LENGTH_MAX, default: '' },
  ...MAPPED_STATUSES.map(statusField),
  { ...at('options', 'generate_payment_links_status'), kind: 'switch', default: false },
  { ...at('options', 'order_status_id_initialize_payment_request'), kind: 'status', optional: true, default: 0 },
  { ...at('options', 'days_active'), kind: 'whole', min: 1, max: LIFETIME_MAX, default: 30 },
  {
    ...at('options', 'unit_lifetime_payment_link'),
    kind: 'choice',
    options: ['days', 'hours', 'seconds'].map((value) => ({ value, label: `option_unit_${value}` })),
    default: 'days',
  },
  { ...at('options', 'second_chance'), kind: 'switch', default: false },
  {
    ...at('options', 'order_description'),
    kind: 'text',
    lengthMax: 200,
    placeholder: 'Order {order_id} of {store}',
    default: '',
  },
  { ...at('options', 'reference_prefix'), kind: 'text', lengthMax: 20, default: '' },
  { ...at('options', 'shopping_cart_disabled'), kind: 'switch', default: false },
  { ...at('options', 'confirmed_currencies'), kind: 'list', default: [] },
];
