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
