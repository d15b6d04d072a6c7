/** Mails to customers and to the shop. English is the contract: every other language satisfies its keys. */
export const mail = {
  band_demo: 'Demo: this mail comes from a trial shop. No real money moves.',
  band_test: 'Test mode: no real money moves.',
  greeting: 'Hello {name},',
  greeting_nobody: 'Hello,',

  subject_payment_link: 'Payment link for order {order} – {shop}',
  subject_payment_request: 'Payment request from {shop}: {amount}',
  opening_payment_link: 'Thank you for your order at {shop}. You can pay {amount} safely online with the button below.',
  opening_payment_request: '{shop} asks you to pay {amount} for: {description}',

  subject_order: '{shop} - Order {order}',
  opening_order: 'Thank you for your order at {shop}. We have received it and are getting to work on it.',

  subject_order_update: '{shop} - Order Update {order}',
  opening_order_update: 'There is news about your order {order}. Its status is now: {status}.',

  subject_paid: 'Payment received for order {order} – {shop}',
  opening_paid: 'We have received your payment of {amount} for order {order}. Thank you!',

  subject_expired: 'The payment link for order {order} has expired – {shop}',
  opening_expired: 'The link to pay {amount} for your order {order} has expired, and no payment has reached us.',
  expired_what_next: 'Would you still like to have your order? You can ask for a new link with the button below.',
  button_new_link: 'Ask for a new link',

  subject_replaced: 'New amount for order {order} – {shop}',
  opening_replaced: 'Your order {order} was changed. The amount to pay is now {amount} instead of {old}.',
  replaced_what_next: 'Links in earlier mails lead to the new amount as well, so you cannot pay the wrong one.',

  subject_refunded: 'Refund for order {order} – {shop}',
  opening_refunded: 'We have refunded {amount} for your order {order}.',
  refunded_what_next: 'Depending on how you paid, it can take a few working days until you see the amount.',

  subject_reminder: 'Reminder: order {order} is waiting for your payment – {shop}',
  opening_reminder: 'This is a friendly reminder: {amount} for your order {order} is still open.',
  reminder_what_next: 'If you have paid in the meantime, please ignore this mail.',

  subject_order_alert: '{shop} - Order {order}',
  opening_order_alert: 'A new order has come in from {customer}.',
  subject_shop_paid: 'Order {order} is paid: {amount}',
  opening_shop_paid: '{customer} has paid {amount} for order {order}.',
  subject_shop_needs_person: 'Order {order} needs somebody to look at it',
  opening_shop_needs_person: 'The payment link of order {order} needs a person to decide.',
  reason: 'What happened',
  remedy: 'What to do',
  button_open_order: 'Open the order',

  button_pay: 'Pay {amount}',
  button_pay_now: 'Pay now',
  amount_due: 'To pay',
  amount_before: 'Amount before',
  amount_now: 'Amount now',
  amount_paid: 'Paid',
  amount_refunded: 'Refunded',
  pay_by: 'Pay by',
  expired_on: 'Expired on',
  paid_on: 'Paid on',
  paid_with: 'Paid with',
  reference: 'Payment reference',
  status: 'Status',
  customer: 'Customer',

  link_as_text: 'If the button does not work, open this address in your browser:',
  qr_hint: 'Or scan this code with your phone.',
  qr_alt: 'QR code that opens the payment page',
  words_from_shop: 'A message from {shop}',
  comment: 'Comment',
  your_comment: 'Your comment',

  order_title: 'Order {order}',
  order_of: 'placed on {date}',
  payment_method: 'Payment method',
  shipping_method: 'Shipping method',
  payment_address: 'Payment address',
  shipping_address: 'Shipping address',
  both_addresses: 'Payment and shipping address',
  telephone: 'Telephone',
  email: 'E-mail',

  questions: 'Do you have a question? Simply reply to this mail.',
  not_you: 'If you did not order this, you need not do anything: without your payment nothing happens.',
} as const;
