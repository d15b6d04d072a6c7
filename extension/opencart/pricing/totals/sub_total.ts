import type { TotalContext, TotalEffect } from './total';
import { oneRow } from './total';

export function subTotal({ cart, titles }: TotalContext): TotalEffect {
  return oneRow(titles.subTotal, cart.subTotal);
}
