import { Decimal } from '../../../system/decimal';
import type { CartLine } from '../gateway';

/** A cart line while it is being worked out: the net of the whole line, in the shop's base currency. */
export interface DraftLine {
  readonly id: string;
  readonly kind: CartLine['kind'];
  readonly name: string;
  readonly quantity: number;
  readonly net: Decimal;
  /** Percent. */
  readonly taxRate: Decimal;
  readonly weight: CartLine['weight'];
  /** Only on product lines. */
  readonly productId: number | null;
}

/** A line that is no product: one piece unless said otherwise. */
export function draftLine(
  given: Pick<DraftLine, 'id' | 'kind' | 'name' | 'net'> & Partial<Pick<DraftLine, 'quantity' | 'taxRate'>>,
): DraftLine {
  return { quantity: 1, taxRate: new Decimal(0), weight: null, productId: null, ...given };
}

export function netOf(lines: readonly DraftLine[]): Decimal {
  return lines.reduce((sum, line) => sum.plus(line.net), new Decimal(0));
}
