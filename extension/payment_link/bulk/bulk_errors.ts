import { defineError } from '../../../system/errors';

/** Why a link of a run is left as it is, beside what a single press is refused for. */
export const linkPaidAlready = defineError(
  'link_paid_already',
  409,
  'This payment link is paid.',
  'Nothing is left to do. Money goes back to the customer from the page of the order or link.',
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
