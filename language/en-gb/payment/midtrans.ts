/** Settings page of Midtrans. `entry_<key>` is a label, `help_<key>` the line under its field. */
export const midtrans = {
  heading_title: 'Midtrans',

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
  help_debug_mode: 'Writes every call to Midtrans to the log, without keys and without card data.',

  entry_environment: 'Type account',
  help_environment: 'Test and live are separate accounts with a key each. In a test account no money moves.',
  option_environment_test: 'Test account',
  option_environment_live: 'Live account',
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

  entry_order_status_id_completed: 'Completed',
  help_order_status_id_completed: 'The payment is complete.',
  entry_order_status_id_uncleared: 'Uncleared',
  help_order_status_id_uncleared: 'Paid, but under review. Do not ship yet.',
  entry_order_status_id_declined: 'Declined',
  help_order_status_id_declined: 'The bank refused. The customer can try again.',
  entry_order_status_id_cancelled: 'Cancelled',
  help_order_status_id_cancelled: 'The link or the payment was cancelled.',
  entry_order_status_id_expired: 'Expired',
  help_order_status_id_expired: 'Not paid in time. A status that reserves no stock gives the stock back.',
  entry_order_status_id_refunded: 'Refunded',
  help_order_status_id_refunded: 'All of the money was given back.',
  entry_order_status_id_partial_refunded: 'Partially refunded',
  help_order_status_id_partial_refunded: 'Some of the money was given back.',
  entry_order_status_id_chargedback: 'Chargeback',
  help_order_status_id_chargedback: "The customer's bank took the money back.",

  group_links: 'Payment links',
  group_order_data: 'What Midtrans is told about the order',
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
  entry_second_chance: 'Mail by Midtrans',
  help_second_chance:
    'Midtrans mails the link to the customer as well; only orders with recorded consent. Customers then get two mails.',
  entry_order_description: 'Order description',
  help_order_description: 'What customers read on the payment page and the bank statement. Known: {order_id}, {store}.',
  entry_reference_prefix: 'Order number prefix',
  help_reference_prefix:
    'Put before the order number at Midtrans, so that several shops can share one account. Letters, digits, - and _.',
  entry_shopping_cart_disabled: 'Disable Shopping Cart',
  help_shopping_cart_disabled: 'Sends the amount without the order lines. Pay-later methods then stop working.',

  error_api_key: 'Enter the API key of the chosen account type.',
  error_lifetime: 'At most 365 days, 8760 hours or 31536000 seconds.',
  error_description: 'Filled in, this is longer than 200 characters. Please shorten it.',
  error_prefix: 'Only letters, digits, - and _.',
  error_payment_request_missing: 'Choose the order status that asks for a link.',
  error_payment_request_deleted: 'This order status does not exist any more. Choose another one.',
  error_payment_request_mapped:
    'This order status is also one that a payment leads to. Choose one for this purpose alone.',
} as const;
