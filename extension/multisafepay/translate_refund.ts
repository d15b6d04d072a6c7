import { Decimal } from '../../system/decimal';
import { money, moneyFromDecimal, subtract, toDecimalText } from '../../system/money';
import { cutText, plainText } from '../../system/plain_text';
import { GatewayError, type RefundRequest } from '../payment_link/gateway';
import { needsCart } from './methods';
import type { ProviderOrder } from './order_shape';
import { UNTAXED } from './translate_cart';

const DESCRIPTION_LENGTH_MAX = 200;

interface RefundItem {
  readonly name: string;
  readonly quantity: number;
  readonly unit_price: number;
  readonly merchant_item_id: string;
  readonly tax_table_selector: string;
}

/**
 * The body of POST /orders/{id}/refunds. Pay-later methods take the whole cart again with the returned lines negated;
 * the others an amount, which must never be zero: there zero means everything. @throws GatewayError rejected
 */
export function refundBody(request: RefundRequest, order: ProviderOrder): Record<string, unknown> {
  if (request.amount.minor <= 0) throw refused('A refund must be more than zero', 'Enter the amount to give back.');
  const common = {
    description: cutText(plainText(request.reason), DESCRIPTION_LENGTH_MAX),
    refund_order_id: request.refundReference,
  };
  if (!needsCart(order.payment_details.type)) {
    return { currency: request.amount.currency, amount: request.amount.minor, ...common };
  }
  const original = originalItems(order);
  const items = [...original, ...returnedItems(request, order, original)];
  return { ...common, checkout_data: { items, tax_table: { alternate: taxRules(order) } } };
}

/** The order's own rules, and the untaxed one that a free line needs. */
function taxRules(order: ProviderOrder): { name: string; rules: { rate: number }[] }[] {
  const known = order.checkout_options.alternate
    .filter(({ name }) => name !== '' && name !== UNTAXED)
    .map(({ name, rules }) => ({ name, rules: [{ rate: Number(rules[0]?.rate ?? 0) }] }));
  return [...known, { name: UNTAXED, rules: [{ rate: 0 }] }];
}

function originalItems(order: ProviderOrder): RefundItem[] {
  return order.shopping_cart.items.map((item) => ({
    name: item.name,
    quantity: Number(item.quantity ?? 1),
    unit_price: Number(item.unit_price ?? 0),
    merchant_item_id: item.merchant_item_id,
    tax_table_selector: item.tax_table_selector,
  }));
}

/** Lines that were named, with negative quantities; else one free line over the amount, tax included. */
function returnedItems(request: RefundRequest, order: ProviderOrder, original: readonly RefundItem[]): RefundItem[] {
  if (request.lines.length === 0) return [freeLine(request)];
  const returned = request.lines.map(({ id, quantity }) => {
    const item = original.find((known) => known.merchant_item_id === id);
    if (!item || quantity > item.quantity) {
      throw refused(`The paid order has no ${quantity} of line ${id}`, 'Choose lines and quantities that were paid.');
    }
    return { ...item, quantity: -quantity };
  });
  checkAmount(request, order, returned);
  return returned;
}

/** The provider computes the refund from the lines; they must come to what the person confirmed, give or take a cent. */
function checkAmount(request: RefundRequest, order: ProviderOrder, returned: readonly RefundItem[]): void {
  const gross = returned.reduce(
    (sum, item) => sum.minus(new Decimal(item.unit_price).times(item.quantity).times(taxFactor(order, item))),
    new Decimal(0),
  );
  const total = moneyFromDecimal(gross, request.amount.currency);
  if (Math.abs(subtract(total, request.amount).minor) <= 1) return;
  throw refused(
    `The chosen lines come to ${toDecimalText(total)}, not ${toDecimalText(request.amount)}`,
    'Refund the amount of the chosen lines, or choose no lines to refund an amount.',
  );
}

function taxFactor(order: ProviderOrder, item: RefundItem): Decimal {
  const rule = order.checkout_options.alternate.find(({ name }) => name === item.tax_table_selector);
  return new Decimal(rule?.rules[0]?.rate ?? 0).plus(1);
}

function freeLine(request: RefundRequest): RefundItem {
  const negative = money(-request.amount.minor, request.amount.currency);
  return {
    name: 'Refund',
    quantity: 1,
    unit_price: Number(toDecimalText(negative)),
    merchant_item_id: `refund-${request.refundReference}`,
    tax_table_selector: UNTAXED,
  };
}

function refused(message: string, remedy: string): GatewayError {
  return new GatewayError('rejected', message, { remedy });
}
