import { Decimal } from '../../../system/decimal';
import type { PricedOption } from '../order_draft';
import type { TaxSums, TaxTable } from './tax';
import { addTaxes, taxesOn } from './tax';

/** One line with its exact figures; nothing is rounded before it is stored. */
export interface CartLine {
  readonly productId: number;
  readonly masterId: number;
  readonly name: string;
  readonly model: string;
  readonly quantity: number;
  /** Per piece, without tax, options included. */
  readonly price: Decimal;
  readonly total: Decimal;
  readonly taxClassId: number;
  readonly ships: boolean;
  readonly subtract: boolean;
  /** Points the whole line earns. */
  readonly reward: number;
  /** Points the whole line costs when paid with points; 0: it cannot be. */
  readonly points: number;
  /** Of the whole line, in its weight class. */
  readonly weight: Decimal;
  readonly weightClassId: number;
  readonly options: readonly PricedOption[];
}

export interface Cart {
  readonly lines: readonly CartLine[];
  /** Without tax. */
  readonly subTotal: Decimal;
  readonly needsShipping: boolean;
}

export function cartOf(lines: readonly CartLine[]): Cart {
  return {
    lines,
    subTotal: lines.reduce((sum, line) => sum.plus(line.total), new Decimal(0)),
    needsShipping: lines.some((line) => line.ships),
  };
}

/** The taxes of the lines: per piece times the quantity, fixed amounts too (as up to OpenCart 4.1.0.3). */
export function cartTaxes(cart: Cart, table: TaxTable): TaxSums {
  return cart.lines.reduce<TaxSums>(
    (sums, line) => addTaxes(sums, taxesOn(line.price, line.taxClassId, table), line.quantity),
    new Map(),
  );
}
