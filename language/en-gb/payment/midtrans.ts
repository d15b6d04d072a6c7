import { gateway } from './gateway';

/** Settings page of Midtrans. `entry_<key>` is a label, `help_<key>` the line under its field. */
export const midtrans = {
  ...gateway,

  heading_title: 'Midtrans',

  help_debug_mode: 'Writes every call to Midtrans to the log, without keys and without card data.',

  group_keys: 'Server keys',
  entry_sandbox_api_key: 'Test Server Key',
  help_sandbox_api_key: 'From dashboard.sandbox.midtrans.com, under Settings → Access Keys.',
  entry_api_key: 'Live Server Key',
  help_api_key: 'From dashboard.midtrans.com, under Settings → Access Keys.',

  account_help:
    'Enter {address} in the dashboard of Midtrans under Settings → Configuration → Payment Notification URL: ' +
    'it then tells this shop at once what was paid.',

  help_methods:
    'Methods that Midtrans documents for links. Ticked ones can be chosen for an order with a payment link.',
  all_methods: 'The customer chooses on the page of Midtrans, among the methods that are active in your account.',

  group_order_data: 'What Midtrans is told about the order',
  entry_second_chance: 'Mail by Midtrans',
  help_second_chance:
    'Midtrans mails the link to the customer as well; only orders with recorded consent. Customers then get two mails.',
  help_reference_prefix:
    'Put before the order number at Midtrans, so that several shops can share one account. Letters, digits, - and _.',
} as const;
