import { flat } from './flat';
import { free } from './free';
import { item } from './item';
import { pickup } from './pickup';
import type { ShippingMethod, ShippingQuestion, ShippingQuote } from './quote';
import { weight } from './weight';

const SHIPPING_METHODS: Readonly<Record<string, ShippingMethod>> = { flat, free, item, pickup, weight };

/** The methods that are on and take this order there, by `shipping_<code>_sort_order`. Empty when nothing ships. */
export function quoteShipping(question: ShippingQuestion): ShippingQuote[] {
  const { settings, cart } = question;
  if (!cart.needsShipping) return [];
  return Object.entries(SHIPPING_METHODS)
    .filter(([code]) => settings.flag(`shipping_${code}_status`))
    .map(([code, method]) => ({ method, sortOrder: settings.number(`shipping_${code}_sort_order`) }))
    .sort((a, b) => a.sortOrder - b.sortOrder)
    .flatMap(({ method }) => method(question));
}
