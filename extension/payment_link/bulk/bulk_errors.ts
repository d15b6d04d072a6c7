import { defineError } from '../../../system/errors';

/** Why a link of a run is left as it is, beside what a single press is refused for. */
export const linkPaidAlready = defineError(
  'link_paid_already',
  409,
  'This payment link is paid.',
  'Nothing is left to do. Money goes back to the customer from the page of the order or link.',
);
export const linkGaveWay = defineError(
  'link_gave_way',
  409,
  'This link gave way to a newer one, {reference}.',
  'Choose the newer one instead.',
);
export const linkClosedAlready = defineError(
  'link_closed_already',
  409,
  'This payment link is closed already.',
  'Nothing is left to do.',
);
export const linkNotMadeYet = defineError(
  'link_not_made_yet',
  409,
  'This payment link is still being made.',
  'It is mailed by itself as soon as it is there.',
);
export const linkFailedEarlier = defineError(
  'link_failed_earlier',
  409,
  'This payment link could not be made.',
  'Renew it, or press Try again on its page.',
);
export const linkDoneByOther = defineError(
  'link_done_by_other',
  409,
  '{actor} did the same with this link a moment ago.',
  'Look at the link, and do it once more if it should be done twice.',
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
export const linkKeptOpen = defineError(
  'link_kept_open',
  409,
  'A payment is on its way or has arrived, so the link was left as it is.',
  'Wait until the payment is decided, and look at the link again.',
);
export const linkClosedMeanwhile = defineError(
  'link_closed_meanwhile',
  409,
  'Somebody closed the link meanwhile.',
  'Look at the link, and renew it if the customer should still pay.',
);
export const linkTookTooLong = defineError(
  'link_took_too_long',
  504,
  'It was not done within a day.',
  'Look under System → Jobs for what holds it up.',
);
