/**
 * Whether an order gets a link. Pure: everything it looks at is handed in. The first reason that applies is the one
 * a person is told, on the order page; the keys are `none_<reason>` in the language file.
 */
export type NoLinkReason =
  | 'off'
  | 'no_status_chosen'
  | 'other_status'
  | 'other_method'
  | 'shop_makes_links'
  | 'shop_made_link'
  | 'paid_before'
  | 'nothing_to_pay'
  | 'already_paid'
  | 'link_open'
  | 'no_key'
  | 'currency';

export interface LinkFacts {
  /** The gateway is enabled and its links are switched on for the order's store. */
  readonly on: boolean;
  readonly requestStatusId: number;
  readonly orderStatusId: number;
  /** The order's payment method is one of this gateway's. */
  readonly ownMethod: boolean;
  /** What speaks against it in what happened before; a person may still ask. */
  readonly pastRefusal?: Extract<NoLinkReason, 'shop_makes_links' | 'shop_made_link' | 'paid_before'> | null;
  readonly totalMinor: number;
  readonly alreadyPaid: boolean;
  readonly linkOpen: boolean;
  readonly hasKey: boolean;
  /** Why the currency cannot be charged, in a sentence; null when it can. */
  readonly currencyRefusal: string | null;
}

export type Decision =
  { readonly kind: 'ask' } | { readonly kind: 'none'; readonly reason: NoLinkReason; readonly detail?: string };

export function decide(facts: LinkFacts): Decision {
  if (!facts.ownMethod) return none('other_method');
  if (!facts.on) return none('off');
  if (facts.requestStatusId === 0) return none('no_status_chosen');
  if (facts.orderStatusId !== facts.requestStatusId) return none('other_status');
  if (facts.pastRefusal) return none(facts.pastRefusal);
  return mayCharge(facts);
}

/** The part of the rule that also holds for later attempts, whatever status the order is in by then. */
export function mayCharge(
  facts: Omit<LinkFacts, 'on' | 'requestStatusId' | 'orderStatusId' | 'ownMethod' | 'pastRefusal'>,
): Decision {
  if (facts.alreadyPaid) return none('already_paid');
  if (facts.totalMinor <= 0) return none('nothing_to_pay');
  if (facts.linkOpen) return none('link_open');
  if (!facts.hasKey) return none('no_key');
  if (facts.currencyRefusal !== null) return { kind: 'none', reason: 'currency', detail: facts.currencyRefusal };
  return { kind: 'ask' };
}

/** Reasons that nobody needs to be told: the order simply has nothing to do with links. */
export function isPlain(reason: NoLinkReason): boolean {
  return reason === 'off' || reason === 'other_status' || reason === 'other_method' || reason === 'link_open';
}

function none(reason: NoLinkReason): Decision {
  return { kind: 'none', reason };
}
