import { defineError } from '../../../system/errors';

export const linkNotFound = defineError('link_not_found', 404, 'There is no such payment link.');
export const linkNotOpen = defineError(
  'link_not_open',
  409,
  'This payment link is closed.',
  'Renew it to make a new one behind the same address.',
);
export const linkNotRenewable = defineError(
  'link_not_renewable',
  409,
  'This payment link cannot be renewed: it is paid.',
  'Nothing is left to do. Money goes back to the customer from the page of the order or link.',
);
export const linkGaveWay = defineError(
  'link_gave_way',
  409,
  'This link gave way to a newer one, {reference}.',
  'Choose the newer one instead.',
);
export const linkOrderGone = defineError(
  'link_order_gone',
  409,
  'The order of this link does not exist any more.',
  'Nothing is left to do.',
);
export const linkNothingToPay = defineError(
  'link_nothing_to_pay',
  409,
  'There is nothing to pay for the order of this link any more.',
  'Cancel the link if nobody should pay with it.',
);
export const linkOtherMethod = defineError(
  'link_other_method',
  409,
  'The payment method of the order is not one that makes payment links.',
  'Choose another payment method in the order, and renew the link again.',
);
export const linkNoKey = defineError(
  'link_no_key',
  409,
  'No API key is set for the store of this link.',
  'Enter the key under Extensions → Payments, and renew the link again.',
);
export const linkOtherCurrency = defineError(
  'link_other_currency',
  409,
  'The currency of this link cannot be charged. {reason}',
  'Look under Extensions → Payments, and renew the link again.',
);
export const tooManyMails = defineError(
  'too_many_mails',
  429,
  'This link was mailed {count} times within the hour.',
  'Wait a while, or give the customer the address in another way.',
);
export const noMailAddress = defineError(
  'no_mail_address',
  422,
  'There is no address this link could be mailed to.',
  'Enter an e-mail address.',
);
