import type { PricedOrder } from '../order/order_draft';
import type { CartLine } from './cart';
import { piecesByProduct } from './cart_lines';
import type { Catalogue } from './catalogue';
import type { HeldStock } from './tables/held_stock';

/**
 * Lines the stock does not cover. A product's lines count together, whether or not it subtracts stock; a chosen
 * value counts when it subtracts. What the order being edited holds itself is there for it.
 */
export function findShortages(
  lines: readonly CartLine[],
  catalogue: Catalogue,
  held: HeldStock,
): PricedOrder['shortages'] {
  const pieces = piecesByProduct(lines);
  const chosen = piecesByValue(lines);
  return lines.flatMap((line, lineIndex) => {
    const product = catalogue.products.get(line.productId);
    const own = (product?.row.quantity ?? 0) + (held.products.get(line.productId) ?? 0);
    const covers = [
      { available: own, wanted: pieces.get(line.productId) ?? 0 },
      ...line.options.flatMap(({ productOptionValueId: id }) => {
        const value = catalogue.values.get(id);
        if (!value?.subtract) return [];
        return [{ available: value.quantity + (held.values.get(id) ?? 0), wanted: chosen.get(id) ?? 0 }];
      }),
    ];
    const short = covers.filter(({ available, wanted }) => available < wanted).map(({ available }) => available);
    return short.length === 0 ? [] : [{ lineIndex, name: line.name, available: Math.max(0, Math.min(...short)) }];
  });
}

function piecesByValue(lines: readonly CartLine[]): Map<number, number> {
  const pieces = new Map<number, number>();
  for (const { options, quantity } of lines) {
    for (const { productOptionValueId: id } of options) pieces.set(id, (pieces.get(id) ?? 0) + quantity);
  }
  return pieces;
}
