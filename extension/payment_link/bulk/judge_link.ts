import type { AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { againOf } from '../jobs';
import { isOpen, type LinkState } from '../link/link';
import type { Link } from '../link/link_row';
import { factsOf, orderGateway } from '../make/link_facts';
import { ruleFor } from '../make/prepare_link';
import type { Decision, NoLinkReason } from '../make/rule';
import { readOrderLinks } from '../order/order_links';
import { linkNotOpen } from '../person/person_errors';
import {
  linkClosedAlready,
  linkGaveWay,
  linkNoKey,
  linkFailedEarlier,
  linkNotMadeYet,
  linkNothingToPay,
  linkOrderGone,
  linkOtherCurrency,
  linkOtherMethod,
  linkPaidAlready,
} from './bulk_errors';
import type { BulkAct } from './runs';

/** Why the act makes no sense for a link as it is now; null when it does. `newest`: the attempt that stands for it. */
export function judgeLink(act: BulkAct, link: Link, newest: Link): AppError | null {
  if (link.state === 'completed' || newest.state === 'completed' || link.closedWhy === 'paid_otherwise') {
    return linkPaidAlready();
  }
  if (newest.attempt > link.attempt) return linkGaveWay({ values: { reference: newest.reference } });
  switch (act) {
    case 'resend':
      if (link.state === 'requested') return linkNotMadeYet();
      if (link.state === 'failed') return linkFailedEarlier();
      return isOpen(link.state) ? null : linkNotOpen();
    case 'cancel':
      return isOpen(link.state) || link.state === 'failed' ? null : linkClosedAlready();
    case 'renew':
      return null;
  }
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

/**
 * Why a link could not be followed by another one: asked before the one that is there is closed. Not in a transaction.
 */
export async function judgeRenewal(context: PaymentLinks, link: Link): Promise<AppError | null> {
  const again = againOf(link);
  if ('linkId' in again) return null;
  const order = await context.orderBook.findOrder(context.db, again.orderId);
  if (!order) return linkOrderGone();
  const known = await readOrderLinks(context.db, order.orderId);
  const facts = factsOf(order, await orderGateway(context, order), known);
  // The one that is open gives way.
  return refusalOf(ruleFor({ ...facts, linkOpen: false }, again));
}

/** Of a later attempt the order's status is not asked, so these are all. */
const NOT_DUE: Partial<Record<NoLinkReason, (reason: string) => AppError>> = {
  already_paid: () => linkPaidAlready(),
  nothing_to_pay: () => linkNothingToPay(),
  no_key: () => linkNoKey(),
  currency: (reason) => linkOtherCurrency({ values: { reason } }),
};

function refusalOf(decision: Decision): AppError | null {
  if (decision.kind === 'ask') return null;
  return NOT_DUE[decision.reason]?.(decision.detail ?? '') ?? linkOtherMethod();
}
