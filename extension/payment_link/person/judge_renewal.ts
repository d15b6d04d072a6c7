import type { AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { againOf } from '../jobs';
import type { Link } from '../link/link_row';
import { factsOf, orderGateway } from '../make/link_facts';
import { ruleFor } from '../make/prepare_link';
import type { Decision, NoLinkReason } from '../make/rule';
import { readOrderLinks } from '../order/order_links';
import {
  linkGaveWay,
  linkNoKey,
  linkNotRenewable,
  linkNothingToPay,
  linkOrderGone,
  linkOtherCurrency,
  linkOtherMethod,
} from './person_errors';

/** Why a link may not be renewed as it is now; null when it may. `newest`: the attempt that stands for it. */
export function judgeRenewal(link: Link, newest: Link): AppError | null {
  if (link.state === 'completed' || newest.state === 'completed') return linkNotRenewable();
  return newest.attempt > link.attempt ? linkGaveWay({ values: { reference: newest.reference } }) : null;
}

/**
 * Why nothing could follow a link, as its order and settings are now: asked before the one that is there is closed. Not
 * in a transaction.
 */
export async function judgeNextAttempt(context: PaymentLinks, link: Link): Promise<AppError | null> {
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
  already_paid: () => linkNotRenewable(),
  nothing_to_pay: () => linkNothingToPay(),
  no_key: () => linkNoKey(),
  currency: (reason) => linkOtherCurrency({ values: { reason } }),
};

function refusalOf(decision: Decision): AppError | null {
  if (decision.kind === 'ask') return null;
  return NOT_DUE[decision.reason]?.(decision.detail ?? '') ?? linkOtherMethod();
}
