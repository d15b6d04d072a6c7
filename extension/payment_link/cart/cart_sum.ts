import { exponentOf } from '../../../system/currencies';
import { Decimal } from '../../../system/decimal';
import { moneyFromDecimal, type Money } from '../../../system/money';
import type { CartLine } from '../gateway';

/**
 * What a cart comes to under the provider's rounding rule: the net of all lines rounded once, the VAT of all lines
 * rounded once, both half up (towards plus infinity, so that a balance in whole minor units always closes the gap).
 * Rounding per line gives other totals.
 */
export function cartSum(lines: readonly CartLine[], currency: string): Money {
  const places = exponentOf(currency);
  let net = new Decimal(0);
  let vat = new Decimal(0);
  for (const line of lines) {
    const lineNet = new Decimal(line.unitPrice).times(line.quantity);
    net = net.plus(lineNet);
    vat = vat.plus(lineNet.times(line.taxRate).div(100));
  }
  return moneyFromDecimal(halfUp(net, places).plus(halfUp(vat, places)), currency);
}

function halfUp(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, Decimal.ROUND_HALF_CEIL);
}

/** Ten decimals as the provider takes them, fewer where a JSON number could not hold them exactly (15 digits). */
export function unitPriceText(price: Decimal): string {
  const wholeDigits = Math.max(1, price.abs().trunc().toFixed(0).length);
  return price.toDecimalPlaces(Math.max(0, Math.min(10, 15 - wholeDigits))).toFixed();
}
