import type { Decimal } from '../../../system/decimal';
import { subtract, toDecimalText, type Money } from '../../../system/money';
import { discountedLines } from './cart_discounts';
import type { DraftLine } from './cart_draft';
import { boughtVoucherLines, discountSuffix, productLines, spreadTotals, totalLines } from './cart_lines';
import { cartSum, unitPriceText } from './cart_sum';
import { fixedTaxLines } from './cart_taxes';
import { cartWords, type CartWords } from './cart_words';
import type { Cart, CartLine } from '../gateway';
import { amountToCharge, rateOf } from '../order/order_amount';
import type { Order } from '../order_book';

/**
 * The order as the provider's cart: in the order's currency, without tax, one percent per line. It always adds up
 * to `amountToCharge` under the provider's rounding rule; where the shop's own rounding stands in the way, a last
 * line of kind `balance` makes up the difference.
 */
export function cartOf(order: Order): Cart {
  const words = cartWords(order.languageCode);
  const amount = amountToCharge(order);
  const products = productLines(order);
  const before = [...products, ...boughtVoucherLines(order, products, words), ...totalLines(order)];
  const outcomes = discountedLines(before, spreadTotals(order), (total) => discountSuffix(total, words)).map((lines) =>
    uniqueIds([...lines, ...fixedTaxLines(order, words)]).map((line) => cartLine(line, rateOf(order))),
  );
  return { lines: balanced(closest(outcomes, amount), amount, words) };
}

function cartLine(line: DraftLine, rate: Decimal): CartLine {
  return {
    id: line.id,
    kind: line.kind,
    name: line.name,
    quantity: line.quantity,
    unitPrice: unitPriceText(line.net.times(rate).div(line.quantity)),
    taxRate: line.taxRate.toFixed(),
    weight: line.weight,
  };
}

/** Two lines of one product with the same options need different ids; so do two totals of one code. */
function uniqueIds(lines: readonly DraftLine[]): DraftLine[] {
  const taken = new Set<string>();
  return lines.map((line) => {
    let id = line.id;
    for (let number = 2; taken.has(id); number++) id = `${line.id}.${number}`;
    taken.add(id);
    return { ...line, id };
  });
}

/** The first outcome that comes nearest to the amount. */
function closest(outcomes: readonly CartLine[][], amount: Money): CartLine[] {
  let best: CartLine[] = outcomes[0] ?? [];
  for (const lines of outcomes) {
    if (distance(lines, amount) < distance(best, amount)) best = lines;
  }
  return best;
}

function distance(lines: readonly CartLine[], amount: Money): number {
  return Math.abs(subtract(amount, cartSum(lines, amount.currency)).minor);
}

function balanced(lines: readonly CartLine[], amount: Money, words: CartWords): CartLine[] {
  const missing = subtract(amount, cartSum(lines, amount.currency));
  return missing.minor === 0 ? [...lines] : [...lines, balanceLine(missing, words)];
}

function balanceLine(missing: Money, words: CartWords): CartLine {
  return {
    id: 'BALANCE',
    kind: 'balance',
    name: words.balance,
    quantity: 1,
    unitPrice: toDecimalText(missing),
    taxRate: '0',
    weight: null,
  };
}
