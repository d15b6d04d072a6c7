import { Decimal, decimal } from '../../../system/decimal';
import { draftLine, type DraftLine } from './cart_draft';
import type { CartWords } from './cart_words';
import type { Order, OrderLine, OrderTotal, TaxRate } from '../order_book';

/** Two stored figures of four places each: how far a recomputed tax may be from the stored one. */
const STORED_TOLERANCE = new Decimal('0.0002');

/** Whether the order charges tax at all: lines keep a tax figure even where the tax total is switched off. */
export function chargesTax(order: Order): boolean {
  return order.totals.some((total) => total.code === 'tax');
}

/** The total is taken into account by the shop's taxes: it stands before the tax rows. */
export function isBeforeTax(order: Order, total: OrderTotal): boolean {
  const taxOrders = order.totals.filter(({ code }) => code === 'tax').map(({ sortOrder }) => sortOrder);
  return taxOrders.length > 0 && total.sortOrder < Math.min(...taxOrders);
}

/**
 * Percent of an order line. The line's stored tax decides; the product's present rates only explain it. Where they
 * do not (rates changed since, product gone), the percent with the fewest decimals that gives the stored tax.
 */
export function percentOfLine(line: OrderLine): Decimal {
  const tax = decimal(line.tax);
  const price = decimal(line.price);
  if (tax.isZero() || price.isZero()) return new Decimal(0);
  const percent = percentSum(line.taxRates);
  const fixed = fixedSum(line.taxRates);
  if (price.times(percent).div(100).plus(fixed).minus(tax).abs().lte(STORED_TOLERANCE)) return percent;
  return Decimal.max(0, simplestPercent(price, tax.gt(fixed) ? tax.minus(fixed) : tax));
}

function simplestPercent(price: Decimal, tax: Decimal): Decimal {
  const exact = tax.div(price).times(100);
  for (let places = 0; places < 4; places++) {
    const rounded = exact.toDecimalPlaces(places);
    if (price.times(rounded).div(100).minus(tax).abs().lte(STORED_TOLERANCE)) return rounded;
  }
  return exact.toDecimalPlaces(4);
}

export function percentSum(rates: readonly TaxRate[]): Decimal {
  return sumOf(rates.filter(({ type }) => type === 'P'));
}

function fixedSum(rates: readonly TaxRate[]): Decimal {
  return sumOf(rates.filter(({ type }) => type === 'F'));
}

function sumOf(rates: readonly TaxRate[]): Decimal {
  return rates.reduce((sum, { rate }) => sum.plus(decimal(rate)), new Decimal(0));
}

/**
 * Fixed taxes as lines of their own. The order's tax row says how much was charged, so that shops which count a
 * fixed rate once per line (4.1.0.4) and those which count it per piece both come out right.
 */
export function fixedTaxLines(order: Order, words: CartWords): DraftLine[] {
  const rates = new Map<string, TaxRate>();
  for (const { taxRates } of [...order.lines, ...order.totals]) {
    for (const rate of taxRates) if (rate.type === 'F' && !rates.has(rate.name)) rates.set(rate.name, rate);
  }
  return order.totals.flatMap((total) => {
    const rate = total.code === 'tax' ? rates.get(total.title) : undefined;
    return rate ? [fixedTaxLine(total, rate, words)] : [];
  });
}

function fixedTaxLine(total: OrderTotal, rate: TaxRate, words: CartWords): DraftLine {
  const net = decimal(total.value);
  const perPiece = decimal(rate.rate);
  const pieces = perPiece.isZero() ? new Decimal(1) : net.div(perPiece);
  return draftLine({
    id: `TAX-${rate.taxRateId}`,
    kind: 'fixed_tax',
    name: `${words.fixedTax}: ${total.title}`,
    net,
    quantity: pieces.isInteger() && pieces.gt(0) ? pieces.toNumber() : 1,
  });
}
