import { Decimal } from '../../../system/decimal';
import type { Db } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import type { PricedOrder } from '../order/order_draft';
import type { Cart } from './cart';
import type { DraftFacts } from './draft_facts';
import { isTooMuch, pricedCurrency, pricedLine, pricedShipping, pricedTotals, stored } from './priced_order';
import { SAYS, throwProblems } from './problems';
import type { ShippingQuote } from './shipping/quote';
import { findShortages } from './shortages';
import { hasDownloads } from './tables/downloads';
import { customerBalance } from './tables/balances';
import type { HeldStock } from './tables/held_stock';
import { NO_STOCK_HELD, selectHeldStock } from './tables/held_stock';
import { selectTaxRates } from './tables/tax_rules';
import type { TaxTable } from './tax';
import { taxTable } from './tax';
import { taxPlaces } from './tax_places';
import { titlesIn } from './titles';
import { computeTotals } from './totals/pipeline';
import type { FoundCoupon } from './use_coupon';

/** What was found right, or left out. */
export interface Checked {
  readonly cart: Cart;
  readonly quote: ShippingQuote | null;
  readonly coupon: FoundCoupon | null;
  readonly orderId: number;
}

/** Taxes, totals and shortages of lines that were priced. @throws AppError when the amounts are beyond the columns. */
export async function computeOrder(
  db: Db,
  facts: DraftFacts,
  { cart, quote, coupon, orderId }: Checked,
): Promise<PricedOrder> {
  const { draft, settings, references, currency, catalogue } = facts;
  if (!currency) throw new Error('a draft without a currency is refused before it is computed');
  const table = await readTaxTable(db, facts, cart);
  const totals = computeTotals({
    ...{ cart, settings, coupon, shipping: quote, rewardPoints: draft.rewardPoints, taxTable: table },
    fixedTaxPerLine: shopDialect(db).fixedTaxPerLine,
    handlingFree: await isHandlingFree(db, cart, settings),
    titles: titlesIn(references.languageCode ?? ''),
    balance: draft.customerId > 0 ? await customerBalance(db, draft.customerId, orderId) : new Decimal(0),
  });
  if (isTooMuch(cart, totals)) throwProblems([['lines', SAYS.tooMuch]]);
  return {
    lines: cart.lines.map((line) => pricedLine(line, table)),
    totals: pricedTotals(totals),
    total: stored(totals.total),
    currency: pricedCurrency(currency),
    shipping: pricedShipping(quote),
    needsShipping: cart.needsShipping,
    shortages: findShortages(cart.lines, catalogue, await heldBy(db, facts, orderId)),
  };
}

/** In 3.0 the fee is for what is shipped, and for no order with something to download in it. */
async function isHandlingFree(db: Db, cart: Cart, settings: DraftFacts['settings']): Promise<boolean> {
  if (!shopDialect(db).handlingShipsOnly || !settings.flag('total_handling_status')) return false;
  return (
    !cart.needsShipping ||
    (await hasDownloads(
      db,
      cart.lines.map((line) => line.productId),
    ))
  );
}

async function readTaxTable(db: Db, { draft, settings }: DraftFacts, cart: Cart): Promise<TaxTable> {
  const places = taxPlaces(settings, {
    shipping: cart.needsShipping ? draft.shippingAddress : null,
    payment: draft.paymentAddress,
  });
  return taxTable(await selectTaxRates(db, draft.customerGroupId, places));
}

/** The order being edited holds stock while it is in a status in which the shop reserves it. */
async function heldBy(db: Db, { settings }: DraftFacts, orderId: number): Promise<HeldStock> {
  if (orderId === 0) return NO_STOCK_HELD;
  const reserving = [...settings.ids('config_processing_status'), ...settings.ids('config_complete_status')];
  return selectHeldStock(db, orderId, reserving);
}
