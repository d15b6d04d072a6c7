import { Decimal, decimal } from '../../../system/decimal';
import { draftLine, netOf, type DraftLine } from './cart_draft';
import type { OrderTotal } from '../order_book';

/** One way in which a discount may have been spread: the lines after it. */
type Spread = (lines: readonly DraftLine[]) => DraftLine[];

/** More ways than this are not tried: each total multiplies them. */
const WAYS_MAX = 64;

/**
 * Every likely outcome of the order's discounts, likeliest first. The order does not say which products a coupon or
 * points lowered, but its tax does: the caller keeps the first outcome that gives the order's amount.
 */
export function discountedLines(
  lines: readonly DraftLine[],
  discounts: readonly OrderTotal[],
  suffixOf: (total: OrderTotal) => string,
): DraftLine[][] {
  let outcomes: DraftLine[][] = [[...lines]];
  for (const total of discounts) {
    const suffix = suffixOf(total);
    outcomes = outcomes.flatMap((before) => waysOf(before, total, suffix).map((way) => way(before)));
    outcomes = outcomes.slice(0, WAYS_MAX);
  }
  return outcomes;
}

function waysOf(lines: readonly DraftLine[], total: OrderTotal, suffix: string): Spread[] {
  const discount = decimal(total.value).negated();
  const shipping = netOf(lines.filter(isShipping));
  const over =
    (eligible: (line: DraftLine) => boolean, freesShipping: boolean): Spread =>
    (before) =>
      freesShipping
        ? spread(free(before, suffix), total, eligible, suffix, Decimal.max(0, discount.minus(shipping)))
        : spread(before, total, eligible, suffix, discount);
  const { coupon } = total;
  if (coupon) {
    const ids = coupon.productIds;
    const known = over((line) => isProduct(line) && (ids?.includes(line.productId ?? 0) ?? true), coupon.freesShipping);
    return [known, over(isProduct, false), asLine(total)];
  }
  const rates = [...new Set(lines.filter(isProduct).map((line) => line.taxRate.toString()))];
  return [
    over(isProduct, false),
    ...(shipping.gt(0) && discount.gte(shipping) ? [over(isProduct, true)] : []),
    ...(rates.length > 1 ? rates.map((rate) => over((line) => isProduct(line) && line.taxRate.eq(rate), false)) : []),
    asLine(total),
  ];
}

/** Lowers the eligible lines in proportion to their value, as OpenCart does; what they cannot bear is a line. */
function spread(
  lines: readonly DraftLine[],
  total: OrderTotal,
  eligible: (line: DraftLine) => boolean,
  suffix: string,
  discount: Decimal,
): DraftLine[] {
  const bearing = netOf(lines.filter(eligible));
  const borne = Decimal.max(0, Decimal.min(discount, bearing));
  const lowered = lines.map((line) =>
    eligible(line) && borne.gt(0) ? lower(line, line.net.times(borne).div(bearing), suffix) : line,
  );
  const rest = discount.minus(borne);
  return rest.gt(0) ? [...lowered, restLine(total, rest)] : lowered;
}

function free(lines: readonly DraftLine[], suffix: string): DraftLine[] {
  return lines.map((line) =>
    isShipping(line) && line.net.gt(0) ? { ...lower(line, line.net, suffix), taxRate: new Decimal(0) } : line,
  );
}

function lower(line: DraftLine, by: Decimal, suffix: string): DraftLine {
  return { ...line, net: line.net.minus(by), name: line.name + suffix };
}

function asLine(total: OrderTotal): Spread {
  return (lines) => [...lines, restLine(total, decimal(total.value).negated())];
}

function restLine(total: OrderTotal, discount: Decimal): DraftLine {
  return draftLine({ id: total.code.toUpperCase(), kind: 'discount', name: total.title, net: discount.negated() });
}

function isProduct(line: DraftLine): boolean {
  return line.kind === 'product' && line.net.gt(0);
}

function isShipping(line: DraftLine): boolean {
  return line.kind === 'shipping';
}
