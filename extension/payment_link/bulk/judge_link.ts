import type { AppError } from '../../../system/errors';
import { isOpen, type LinkState } from '../link/link';
import type { Link } from '../link/link_row';
import { judgeRenewal } from '../person/judge_renewal';
import { linkGaveWay, linkNotOpen } from '../person/person_errors';
import { linkClosedAlready, linkFailedEarlier, linkNotMadeYet, linkPaidAlready } from './bulk_errors';
import type { BulkAct } from './runs';

/** Why the act makes no sense for a link as it is now; null when it does. `newest`: the attempt that stands for it. */
export function judgeLink(act: BulkAct, link: Link, newest: Link): AppError | null {
  // One who renews a single link that was paid otherwise means it; among many it was overlooked.
  if (link.closedWhy === 'paid_otherwise') return linkPaidAlready();
  if (act === 'renew') return judgeRenewal(link, newest);
  if (link.state === 'completed' || newest.state === 'completed') return linkPaidAlready();
  if (newest.attempt > link.attempt) return linkGaveWay({ values: { reference: newest.reference } });
  if (act === 'cancel') return isOpen(link.state) || link.state === 'failed' ? null : linkClosedAlready();
  if (link.state === 'requested') return linkNotMadeYet();
  if (link.state === 'failed') return linkFailedEarlier();
  return isOpen(link.state) ? null : linkNotOpen();
}

/** Whether links in this state can be acted on at all; `judgeLink` knows the rest of each. */
export function mayReach(act: BulkAct, state: LinkState): boolean {
  switch (act) {
    case 'resend':
      return isOpen(state) && state !== 'requested';
    case 'cancel':
      return isOpen(state) || state === 'failed';
    case 'renew':
      return state !== 'completed' && state !== 'replaced';
  }
}
