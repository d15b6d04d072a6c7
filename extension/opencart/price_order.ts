import { Decimal } from '../../system/decimal';
import type { Db } from '../../system/db/table';
import type { OrderDraft, PricedOrder } from './order_draft';
import type { Cart } from './pricing/cart';
import { cartOf } from './pricing/cart';
import { buildLines } from './pricing/cart_lines';
import { checkAddress } from './pricing/checks/address';
import { checkCustomer, checkReferences } from './pricing/checks/customer';
import type { DraftFacts } from './pricing/draft_facts';
import { readDraftFacts } from './pricing/draft_facts';
import { isTooMuch, pricedCurrency, pricedLine, pricedShipping, pricedTotals, stored } from './pricing/priced_order';
import type { Problem } from './pricing/problems';
import { SAYS, throwProblems } from './pricing/problems';
import { checkRewardPoints } from './pricing/reward_points';
import { findShortages } from './pricing/shortages';
import { chooseShipping, offerShipping } from './pricing/shipping/offer';
import type { ShippingQuote } from './pricing/shipping/quote';
import { customerBalance } from './pricing/tables/balances';
import { NO_STOCK_HELD, selectHeldStock } from './pricing/tables/held_stock';
import { selectTaxRates } from './pricing/tables/tax_rules';
import type { TaxTable } from './pricing/tax';
import { taxTable } from './pricing/tax';
import { taxPlaces } from './pricing/tax_places';
import { titlesIn } from './pricing/titles';
import { computeTotals } from './pricing/totals/pipeline';
import type { FoundCoupon } from './pricing/use_coupon';
import { useCoupon } from './pricing/use_coupon';
import type { ShopTime } from './shop_time';

export { orderTaxRates } from './pricing/order_tax_rates';

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
    ...checkDraft(facts),
    ...built.problems,
    ...used.problems,
    ...shipping.problems,
    ...(await checkRewardPoints(db, { ...facts, cart, orderId })),
  ]);
  return compute(db, facts, { ...{ orderId, quote: shipping.quote, coupon: used.coupon }, cart: cart ?? cartOf([]) });
}

/**
 * Computes what is there of a draft that is still being filled in: a customer, an address or a way to ship may be
 * missing. Null while a line is wrong or the currency unknown. Refuses nothing; saving does.
 */
export async function previewOrder(
  db: Db,
  draft: OrderDraft,
  now: ShopTime,
  { orderId = 0 }: PricingOptions = {},
): Promise<PricedOrder | null> {
  const facts = await readDraftFacts(db, draft, now);
  const built = buildLines(facts.draft, facts.catalogue, now);
  if (built.problems.length > 0 || facts.currency === null) return null;
  const cart = cartOf(built.lines);
  const used = await useCoupon(db, { ...facts, now, cart, orderId });
  const shipping = await chooseShipping(db, facts, cart);
  const points = await checkRewardPoints(db, { ...facts, cart, orderId });
  const payable = points.length === 0 ? facts : { ...facts, draft: { ...facts.draft, rewardPoints: 0 } };
  return compute(db, payable, { orderId, quote: shipping.quote, coupon: used.coupon, cart });
}

function checkDraft({ draft, references, currency, places }: DraftFacts): Problem[] {
  const { paymentAddress, shippingAddress } = draft;
  return [
    ...checkCustomer(draft),
    ...checkReferences(draft, references, currency),
    ...checkAddress('payment_address', paymentAddress, places),
    ...(shippingAddress ? checkAddress('shipping_address', shippingAddress, places) : []),
  ];
}

interface Checked {
  readonly cart: Cart;
  readonly quote: ShippingQuote | null;
  readonly coupon: FoundCoupon | null;
  readonly orderId: number;
}

async function compute(db: Db, facts: DraftFacts, { cart, quote, coupon, orderId }: Checked): Promise<PricedOrder> {
  const { draft, settings, references, currency, catalogue } = facts;
  if (!currency) throw new Error('a draft without a currency is refused before it is computed');
  const table = await readTaxTable(db, facts, cart);
  const totals = computeTotals({
    ...{ cart, settings, coupon, shipping: quote, rewardPoints: draft.rewardPoints, taxTable: table },
    titles: titlesIn(references.languageCode ?? ''),
    balance: draft.customerId > 0 ? await customerBalance(db, draft.customerId, orderId) : new Decimal(0),
  });
  if (isTooMuch(cart, totals)) throwProblems([['lines', SAYS.tooMuch]]);
  const reserving = [...settings.ids('config_processing_status'), ...settings.ids('config_complete_status')];
  const held = orderId > 0 ? await selectHeldStock(db, orderId, reserving) : NO_STOCK_HELD;
  return {
    lines: cart.lines.map((line) => pricedLine(line, table)),
    totals: pricedTotals(totals),
    total: stored(totals.total),
    currency: pricedCurrency(currency),
    shipping: pricedShipping(quote),
    needsShipping: cart.needsShipping,
    shortages: findShortages(cart.lines, catalogue, held),
  };
}

async function readTaxTable(db: Db, { draft, settings }: DraftFacts, cart: Cart): Promise<TaxTable> {
  const places = taxPlaces(settings, {
    shipping: cart.needsShipping ? draft.shippingAddress : null,
    payment: draft.paymentAddress,
  });
  return taxTable(await selectTaxRates(db, draft.customerGroupId, places));
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
