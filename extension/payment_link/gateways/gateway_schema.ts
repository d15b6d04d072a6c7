import type { Field, Schema } from '../../../system/settings';

/** In the order in which the settings page shows them; a tab's text is `tab_<tab>`. */
export const GATEWAY_TABS = ['general', 'account', 'methods', 'order_status', 'options'] as const;
type Tab = (typeof GATEWAY_TABS)[number];

/** The order status that asks for a link. */
export const REQUEST_KEY = 'order_status_id_initialize_payment_request';
const KEY_LENGTH_MAX = 255;
/** Seconds in 365 days: the longest life of a link, in the smallest unit. */
const LIFETIME_MAX = 31_536_000;

/**
 * The settings of a gateway whose accounts have a key for test and one for live. `statuses` are the provider's words
 * that an owner maps, with the status of a fresh shop: 2 Processing, 3 Shipped, 7 Canceled, 11 Refunded,
 * 13 Chargeback, 14 Expired; 0 leaves the order as it is. `own` are fields that this gateway alone has, shown last.
 * OpenCart shops know these keys from the MultiSafepay plugin, which gives them their names and meaning.
 */
export function gatewaySchema(statuses: Readonly<Record<string, number>>, own: Schema = []): Schema {
  return [...GENERAL, ...ACCOUNT, ...Object.entries(statuses).map(statusField), ...LINKS, ...ORDER_DATA, ...own];
}

function at(tab: Tab, key: string) {
  return { tab, key, label: `entry_${key}` };
}

function inGroup(tab: Tab, group: string, key: string) {
  return { ...at(tab, key), group };
}

/** A place among what the provider is told about the order. */
export function inOrderData(key: string) {
  return inGroup('options', 'order_data', key);
}

function statusField([status, standard]: [string, number]): Field {
  return { ...at('order_status', `order_status_id_${status}`), kind: 'status', optional: true, default: standard };
}

const GENERAL: Schema = [
  { ...at('general', 'status'), kind: 'switch', default: false },
  { ...at('general', 'sort_order'), kind: 'whole', min: 0, max: 9999, default: 0 },
  { ...at('general', 'debug_mode'), kind: 'switch', default: false },
];

const ACCOUNT: Schema = [
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
];

const LINKS: Schema = [
  { ...inGroup('options', 'links', 'generate_payment_links_status'), kind: 'switch', default: false },
  { ...inGroup('options', 'links', REQUEST_KEY), kind: 'status', optional: true, default: 0 },
  { ...inGroup('options', 'links', 'days_active'), kind: 'whole', min: 1, max: LIFETIME_MAX, default: 30 },
  {
    ...inGroup('options', 'links', 'unit_lifetime_payment_link'),
    kind: 'choice',
    options: ['days', 'hours', 'seconds'].map((value) => ({ value, label: `option_unit_${value}` })),
    default: 'days',
  },
  { ...inGroup('options', 'links', 'second_chance'), kind: 'switch', default: false },
];

const ORDER_DATA: Schema = [
  {
    ...inOrderData('order_description'),
    kind: 'text',
    lengthMax: 200,
    placeholder: 'Order {order_id} of {store}',
    default: '',
  },
  { ...inOrderData('reference_prefix'), kind: 'text', lengthMax: 20, default: '' },
  { ...inOrderData('shopping_cart_disabled'), kind: 'switch', default: false },
];
