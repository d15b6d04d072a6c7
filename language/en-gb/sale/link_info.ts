/** The page of a payment link without an order. `panel`: where the panel's words would speak of an order. */
export const linkInfo = {
  title: 'Payment link {reference}',
  panel_about: 'What is to be paid',
  panel_payer: 'Who pays',
  no_name: 'No name',
  no_email: 'No e-mail address: mails about this link go to nobody.',
  amount: 'Amount',
  description: 'Description',
  language: 'Language',
  store: 'Store',
  short_address: 'Short address',
  made: 'Made {date}',
  panel: {
    link_being_made: 'The payment provider is being asked. This takes a second or two.',
    link_on_its_way: 'The customer has begun to pay. Some methods take days.',
    mail_no_address: 'Not mailed: this link has no e-mail address. Copy it, or send it to an address below.',
    cancel_sentence: 'Nobody can pay with it any more, not even when a payment is under way.',
    paid_twice: 'The link was paid before. This payment came on top.',
  },
} as const;
