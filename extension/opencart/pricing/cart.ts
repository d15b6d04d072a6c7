import { Decimal } from '../../../system/decimal';
import type { PricedOption } from '../order/order_draft';
import type { TaxAmount, TaxSums, TaxTable } from './tax';
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

/**
 * The taxes of the lines: per piece times the quantity; fixed amounts too (as up to OpenCart 4.1.0.3), or once a line
 * (since 4.1.0.4).
 */
export function cartTaxes(cart: Cart, table: TaxTable, fixedPerLine = false): TaxSums {
  return cart.lines.reduce<TaxSums>((sums, line) => {
    const taxes = taxesOn(line.price, line.taxClassId, table);
    const rates = (table.get(line.taxClassId) ?? []).filter(({ type }) => fixedPerLine && type === 'F');
    const isOnce = ({ taxRateId }: TaxAmount): boolean => rates.some((rate) => rate.taxRateId === taxRateId);
    const each = addTaxes(
      sums,
      taxes.filter((tax) => !isOnce(tax)),
      line.quantity,
    );
    return addTaxes(each, taxes.filter(isOnce));
  }, new Map());
}
