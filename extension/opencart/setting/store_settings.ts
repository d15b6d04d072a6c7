import type { Schema } from '../../../system/settings';

/**
 * The settings of a store that people change here: rows `config_<key>` of the code `config`. Everything else under
 * that code stays as it is.
 */
const STORE_SETTINGS: Schema = [
  { kind: 'text', tab: 'general', key: 'name', label: 'entry_name', default: '', lengthMax: 64 },
  { kind: 'text', tab: 'general', key: 'owner', label: 'entry_owner', default: '', lengthMax: 64 },
  {
    kind: 'text',
    tab: 'general',
    key: 'address',
    label: 'entry_address',
    default: '',
    lengthMax: 256,
    multiline: true,
  },
  { kind: 'text', tab: 'general', key: 'email', label: 'entry_email', default: '', lengthMax: 96 },
  { kind: 'text', tab: 'general', key: 'logo', label: 'entry_logo', default: '', lengthMax: 255 },
  { kind: 'text', tab: 'general', key: 'telephone', label: 'entry_telephone', default: '', lengthMax: 32 },
  { kind: 'text', tab: 'general', key: 'url', label: 'entry_url', default: '', lengthMax: 255 },

  { kind: 'whole', tab: 'local', key: 'country_id', label: 'entry_country', default: 0, min: 0, max: 999_999 },
  { kind: 'whole', tab: 'local', key: 'zone_id', label: 'entry_zone', default: 0, min: 0, max: 999_999 },
  { kind: 'text', tab: 'local', key: 'timezone', label: 'entry_timezone', default: 'UTC', lengthMax: 64 },
  { kind: 'text', tab: 'local', key: 'language_catalog', label: 'entry_language', default: 'en-gb', lengthMax: 5 },
  { kind: 'text', tab: 'local', key: 'currency', label: 'entry_currency', default: '', lengthMax: 3 },

  { kind: 'whole', tab: 'option', key: 'customer_group_id', label: 'entry_group', default: 1, min: 1, max: 999_999 },
  { kind: 'text', tab: 'option', key: 'invoice_prefix', label: 'entry_invoice_prefix', default: '', lengthMax: 26 },
  { kind: 'status', tab: 'option', key: 'order_status_id', label: 'entry_order_status', default: 0, optional: false },
  { kind: 'statuses', tab: 'option', key: 'processing_status', label: 'entry_processing_status', default: [] },
  { kind: 'statuses', tab: 'option', key: 'complete_status', label: 'entry_complete_status', default: [] },
  { kind: 'status', tab: 'option', key: 'failed_status_id', label: 'entry_failed_status', default: 0, optional: true },
  { kind: 'status', tab: 'option', key: 'void_status_id', label: 'entry_void_status', default: 0, optional: true },
  { kind: 'switch', tab: 'option', key: 'stock_display', label: 'entry_stock_display', default: false },
  { kind: 'switch', tab: 'option', key: 'stock_warning', label: 'entry_stock_warning', default: false },
  { kind: 'switch', tab: 'option', key: 'stock_checkout', label: 'entry_stock_checkout', default: false },
  { kind: 'switch', tab: 'option', key: 'tax', label: 'entry_tax', default: false },
  taxPlace('tax_default', 'entry_tax_default'),
  taxPlace('tax_customer', 'entry_tax_customer'),

  { kind: 'list', tab: 'mail', key: 'mail_alert', label: 'entry_mail_alert', default: [] },
  { kind: 'text', tab: 'mail', key: 'mail_alert_email', label: 'entry_mail_alert_email', default: '', lengthMax: 1000 },
  { kind: 'text', tab: 'mail', key: 'mail_smtp_hostname', label: 'entry_smtp_hostname', default: '', lengthMax: 255 },
  { kind: 'whole', tab: 'mail', key: 'mail_smtp_port', label: 'entry_smtp_port', default: 25, min: 1, max: 65_535 },
  { kind: 'text', tab: 'mail', key: 'mail_smtp_username', label: 'entry_smtp_username', default: '', lengthMax: 255 },
  {
    ...{ kind: 'secret', tab: 'mail', key: 'mail_smtp_password', label: 'entry_smtp_password', default: '' },
    ...{ lengthMax: 255, sentTo: ['mail_smtp_hostname', 'mail_smtp_port'] },
  },
  { kind: 'whole', tab: 'mail', key: 'mail_smtp_timeout', label: 'entry_smtp_timeout', default: 20, min: 1, max: 300 },
];

/** Mails are set up once, for the default store; the others send through it, as in OpenCart. */
export function settingsOfStore(storeId: number | null): Schema {
  return storeId === 0 ? STORE_SETTINGS : STORE_SETTINGS.filter((field) => field.tab !== 'mail');
}

/** The address that stands in where an order has none yet: nothing, or one of the two of the order. */
function taxPlace(key: string, label: string): Schema[number] {
  const options = [
    { value: '', label: 'tax_none' },
    { value: 'shipping', label: 'tax_shipping' },
    { value: 'payment', label: 'tax_payment' },
  ];
  return { kind: 'choice', tab: 'option', key, label, default: '', options };
}
