import { gateway } from './gateway';

/** Settings page of MultiSafepay. `entry_<key>` is a label, `help_<key>` the line under its field. */
export const multisafepay = {
  ...gateway,

  heading_title: 'MultiSafepay',

  help_debug_mode: 'Writes every call to MultiSafepay to the log, without keys and without card data.',

  group_keys: 'API keys',
  entry_sandbox_api_key: 'Test API Key',
  help_sandbox_api_key: 'From testmerchant.multisafepay.com, under Integrations → Sites.',
  entry_api_key: 'Live API Key',
  help_api_key: 'From merchant.multisafepay.com, under Integrations → Sites.',

  help_methods: 'The methods of your MultiSafepay account. Ticked ones can be chosen for an order with a payment link.',
  all_methods:
    'The customer chooses on the page of MultiSafepay. That page shows every method of the website, pay-later methods ' +
    'included. To restrict it, give payment links a website profile of their own at MultiSafepay, and use its API key.',

  entry_order_status_id_initialized: 'Initialized',
  help_order_status_id_initialized: 'The customer chose a method and has not paid yet.',
  entry_order_status_id_reserved: 'Reserved',
  help_order_status_id_reserved: 'A refund or payout is waiting.',
  entry_order_status_id_void: 'Void',
  help_order_status_id_void: 'Cancelled at the bank.',
  entry_order_status_id_shipped: 'Shipped',
  help_order_status_id_shipped: 'MultiSafepay was told that the goods left.',

  group_order_data: 'What MultiSafepay is told about the order',
  entry_second_chance: 'Second Chance',
  help_second_chance:
    'MultiSafepay reminds customers of an unpaid link by mail, after one hour and after a day; only orders with ' +
    'recorded consent. With reminders of the shop switched on too, customers get both.',
  help_reference_prefix:
    'Put before the order number at MultiSafepay, so that several shops can share one account. Letters, digits, - and _.',
  entry_confirmed_currencies: 'Currencies confirmed with MultiSafepay',
  help_confirmed_currencies:
    'Currencies without two decimals, such as JPY, are refused until MultiSafepay has told you that it charges them ' +
    'in whole units.',
} as const;
