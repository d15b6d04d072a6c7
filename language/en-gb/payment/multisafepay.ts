/** Settings page of MultiSafepay. `entry_<key>` is a label, `help_<key>` the line under its field. */
export const multisafepay = {
  heading_title: 'MultiSafepay',

  tab_general: 'General',
  tab_account: 'Account',
  tab_methods: 'Payment Methods',
  tab_order_status: 'Order Status',
  tab_options: 'Options',

  entry_status: 'Status',
  help_status: 'Off stops new links only. Links in the hands of customers can still be paid and are settled.',
  entry_sort_order: 'Sort Order',
  help_sort_order: 'Place among the payment methods; the lowest number comes first.',
  entry_debug_mode: 'Debug Mode',
  help_debug_mode: 'Writes every call to MultiSafepay to the log, without keys and without card data.',

  entry_environment: 'Type account',
  help_environment: 'Test and live are separate accounts with a key each. In a test account no money moves.',
  option_environment_test: 'Test account',
  option_environment_live: 'Live account',
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
  entry_order_status_id_completed: 'Completed',
  help_order_status_id_completed: 'The payment is complete.',
  entry_order_status_id_uncleared: 'Uncleared',
  help_order_status_id_uncleared: 'Paid, but under review. Do not ship yet.',
  entry_order_status_id_reserved: 'Reserved',
  help_order_status_id_reserved: 'A refund or payout is waiting.',
  entry_order_status_id_void: 'Void',
  help_order_status_id_void: 'Cancelled at the bank.',
  entry_order_status_id_declined: 'Declined',
  help_order_status_id_declined: 'The bank refused. The customer can try again.',
  entry_order_status_id_cancelled: 'Cancelled',
  help_order_status_id_cancelled: 'The link or the payment was cancelled.',
  entry_order_status_id_expired: 'Expired',
  help_order_status_id_expired: 'Not paid in time. A status that reserves no stock gives the stock back.',
  entry_order_status_id_shipped: 'Shipped',
  help_order_status_id_shipped: 'MultiSafepay was told that the goods left.',
  entry_order_status_id_refunded: 'Refunded',
  help_order_status_id_refunded: 'All of the money was given back.',
  entry_order_status_id_partial_refunded: 'Partially refunded',
  help_order_status_id_partial_refunded: 'Some of the money was given back.',
  entry_order_status_id_chargedback: 'Chargeback',
  help_order_status_id_chargedback: "The customer's bank took the money back.",

  group_links: 'Payment links',
  group_order_data: 'What MultiSafepay is told about the order',
  entry_generate_payment_links_status: 'Generate payment links at the admin',
  help_generate_payment_links_status: 'An order that enters the status below gets a payment link by itself.',
  entry_order_status_id_initialize_payment_request: 'Payment Request',
  help_order_status_id_initialize_payment_request:
    'The order status that asks for a link. Keep one for this purpose alone, and make it a Processing Order Status ' +
    'of the store to reserve the stock while the link lives.',
  none_order_status_id_initialize_payment_request: 'Please Select',
  entry_days_active: 'Lifetime of payment link',
  help_days_active: 'At most 365 days. Some methods have a shorter life of their own.',
  entry_unit_lifetime_payment_link: 'Unit of the lifetime',
  help_unit_lifetime_payment_link: 'Days, hours or seconds.',
  option_unit_days: 'Days',
  option_unit_hours: 'Hours',
  option_unit_seconds: 'Seconds',
  entry_second_chance: 'Second Chance',
  help_second_chance:
    'MultiSafepay reminds customers of an unpaid link by mail, after one hour and after a day; only orders with ' +
    'recorded consent. With reminders of the shop switched on too, customers get both.',
  entry_order_description: 'Order description',
  help_order_description: 'What customers read on the payment page and the bank statement. Known: {order_id}, {store}.',
  entry_reference_prefix: 'Order number prefix',
  help_reference_prefix:
    'Put before the order number at MultiSafepay, so that several shops can share one account. Letters, digits, - and _.',
  entry_shopping_cart_disabled: 'Disable Shopping Cart',
  help_shopping_cart_disabled: 'Sends the amount without the order lines. Pay-later methods then stop working.',
  entry_confirmed_currencies: 'Currencies confirmed with MultiSafepay',
  help_confirmed_currencies:
    'Currencies without two decimals, such as JPY, are refused until MultiSafepay has told you that it charges them ' +
    'in whole units.',

  error_api_key: 'Enter the API key of the chosen account type.',
  error_lifetime: 'At most 365 days, 8760 hours or 31536000 seconds.',
  error_description: 'Filled in, this is longer than 200 characters. Please shorten it.',
  error_prefix: 'Only letters, digits, - and _.',
  error_payment_request_missing: 'Choose the order status that asks for a link.',
  error_payment_request_deleted: 'This order status does not exist any more. Choose another one.',
  error_payment_request_mapped:
    'This order status is also one that a payment leads to. Choose one for this purpose alone.',
} as const;
