import type { Decimal } from '../../../system/decimal';
import { decimal, decimal4, decimal8 } from '../../../system/decimal';
import type { PricedLine, PricedOrder } from '../order/order_draft';
import type { Cart, CartLine } from './cart';
import type { ShippingQuote } from './shipping/quote';
import type { CurrencyRow } from './tables/references';
import type { TaxTable } from './tax';
import { sumOf, taxesOn } from './tax';
import type { Totals } from './totals/pipeline';

/**
 * Divisions (a coupon spread over lines) leave a last digit at the 40th place; cutting it off first lets an exact
 * half round as a half. Then four places, as the column has.
 */
const EXACT_PLACES = 24;
/** Above what decimal(15,4) holds. */
const STORED_LIMIT = 1e11;

export function stored(value: Decimal): string {
  return decimal4(value.toDecimalPlaces(EXACT_PLACES));
}

export function isTooMuch(cart: Cart, totals: Totals): boolean {
  const values = [...cart.lines.map((line) => line.total), ...totals.rows.map((row) => row.value), totals.total];
  return values.some((value) => value.abs().greaterThanOrEqualTo(STORED_LIMIT));
}

export function pricedLine(line: CartLine, table: TaxTable): PricedLine {
  return {
    ...{ productId: line.productId, masterId: line.masterId, name: line.name, model: line.model },
    ...{ quantity: line.quantity, reward: line.reward, subtract: line.subtract, shipping: line.ships },
    ...{ taxClassId: line.taxClassId, options: line.options },
    price: stored(line.price),
    total: stored(line.total),
    tax: stored(sumOf(taxesOn(line.price, line.taxClassId, table))),
  };
}

export function pricedTotals(totals: Totals): PricedOrder['totals'] {
  return totals.rows.map((row) => ({ ...row, extension: 'opencart', value: stored(row.value) }));
}

export function pricedCurrency(row: CurrencyRow): PricedOrder['currency'] {
  return {
    ...{ currencyId: row.currency_id, code: row.code },
    value: decimal8(decimal(row.value)),
    decimalPlaces: Number(row.decimal_place ?? 2),
  };
}

export function pricedShipping(quote: ShippingQuote | null): PricedOrder['shipping'] {
  return quote && { code: quote.code, name: quote.name, cost: stored(quote.cost), taxClassId: quote.taxClassId };
}
