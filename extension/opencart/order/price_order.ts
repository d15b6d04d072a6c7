import type { Db } from '../../../system/db/table';
import type { OrderDraft, PricedOrder } from './order_draft';
import { cartOf } from '../pricing/cart';
import { buildLines } from '../pricing/cart_lines';
import { checkAddress } from '../pricing/checks/address';
import { checkCustomer, checkReferences } from '../pricing/checks/customer';
import type { DraftFacts } from '../pricing/draft_facts';
import { readDraftFacts } from '../pricing/draft_facts';
import { computeOrder } from '../pricing/compute_order';
import { stored } from '../pricing/priced_order';
import type { Problem } from '../pricing/problems';
import { throwProblems } from '../pricing/problems';
import { checkRewardPoints } from '../pricing/reward_points';
import { chooseShipping, offerShipping } from '../pricing/shipping/offer';
import { useCoupon } from '../pricing/use_coupon';
import type { ShopTime } from '../shop_time';

export { orderTaxRates } from '../pricing/order_tax_rates';

export interface PricingOptions {
  /**
   * The order being edited: what it has used itself (coupon, credit, points) and the stock it holds count as free.
   * Price before giving its stock back.
   */
  readonly orderId?: number;
}

/**
 * Checks a draft and computes it as OpenCart 4.1.0.3 does. Reads only; writes nothing and reserves nothing.
 * `now` decides about dates of discounts and coupons. Stock that is short is reported, not refused.
 * @throws AppError `invalid_form` (422) with all problems by field name: `email`, `lines.0.quantity`,
 *   `lines.0.options.<product option id>`, `payment_address.country_id`, `shipping_code`, `coupon_code` …
 */
export async function priceOrder(
  db: Db,
  draft: OrderDraft,
  now: ShopTime,
  { orderId = 0 }: PricingOptions = {},
): Promise<PricedOrder> {
  const facts = await readDraftFacts(db, draft, now);
  const built = buildLines(facts.draft, facts.catalogue, now);
  const cart = built.problems.length > 0 ? null : cartOf(built.lines);
  const used = await useCoupon(db, { ...facts, now, cart, orderId });
  const shipping = cart ? await chooseShipping(db, facts, cart) : { quote: null, problems: [] };
  throwProblems([
    ...checkDraft(facts, cart?.needsShipping ?? true),
    ...built.problems,
    ...used.problems,
    ...shipping.problems,
    ...(await checkRewardPoints(db, { ...facts, cart, orderId })),
  ]);
  return computeOrder(db, facts, {
    ...{ orderId, quote: shipping.quote, coupon: used.coupon },
    cart: cart ?? cartOf([]),
  });
}

export interface Preview {
  /** Null while a line is wrong or the currency unknown. */
  readonly priced: PricedOrder | null;
  /** What is wrong with what is there, by field: lines, coupon, points. What is yet to be filled in is not wrong. */
  readonly problems: readonly Problem[];
}

/**
 * Computes what is there of a draft that is still being filled in: a customer, an address or a way to ship may be
 * missing. Refuses nothing; saving does. A coupon or points that do not hold are left out.
 */
export async function previewOrder(
  db: Db,
  draft: OrderDraft,
  now: ShopTime,
  { orderId = 0 }: PricingOptions = {},
): Promise<Preview> {
  const facts = await readDraftFacts(db, draft, now);
  const built = buildLines(facts.draft, facts.catalogue, now);
  if (draft.lines.length === 0) return { priced: null, problems: [] };
  const cart = built.problems.length > 0 ? null : cartOf(built.lines);
  const used = await useCoupon(db, { ...facts, now, cart, orderId });
  const points = await checkRewardPoints(db, { ...facts, cart, orderId });
  const problems = [...built.problems, ...used.problems, ...points];
  if (cart === null || facts.currency === null) return { priced: null, problems };
  const shipping = await chooseShipping(db, facts, cart);
  const payable = points.length === 0 ? facts : { ...facts, draft: { ...facts.draft, rewardPoints: 0 } };
  const priced = await computeOrder(db, payable, { orderId, quote: shipping.quote, coupon: used.coupon, cart });
  return { priced, problems };
}

/** An address to ship to that nothing is shipped to is not kept, so not checked either. */
function checkDraft({ draft, references, currency, places }: DraftFacts, ships: boolean): Problem[] {
  const { paymentAddress, shippingAddress } = draft;
  return [
    ...checkCustomer(draft),
    ...checkReferences(draft, references, currency),
    ...checkAddress('payment_address', paymentAddress, places),
    ...(shippingAddress && ships ? checkAddress('shipping_address', shippingAddress, places) : []),
  ];
}

/** A way to ship, as a form offers it. */
export interface ShippingOffer {
  readonly code: string;
  readonly name: string;
  /** Exact decimal text, base currency, without tax. */
  readonly cost: string;
  readonly taxClassId: number;
}

/**
 * The methods to choose from, in the shop's order; empty when nothing ships. Lines with errors are left out, so a
 * form that is half filled in gets an answer too.
 */
export async function shippingQuotes(db: Db, draft: OrderDraft, now: ShopTime): Promise<ShippingOffer[]> {
  const facts = await readDraftFacts(db, draft, now);
  const cart = cartOf(buildLines(facts.draft, facts.catalogue, now).lines);
  const quotes = await offerShipping(db, facts, cart);
  return quotes.map((quote) => ({ ...quote, cost: stored(quote.cost) }));
}
