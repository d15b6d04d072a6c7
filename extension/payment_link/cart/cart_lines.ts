import { Decimal, decimal } from '../../../system/decimal';
import { draftLine, netOf, type DraftLine } from './cart_draft';
import { chargesTax, isBeforeTax, percentOfLine, percentSum } from './cart_taxes';
import type { CartWords } from './cart_words';
import type { Order, OrderLineOption, OrderTotal } from '../order_book';

/** Totals that are sums of others, or become lines elsewhere. */
const NO_LINE = new Set(['sub_total', 'tax', 'total']);
const SPREAD = new Set(['coupon', 'reward']);

export function productLines(order: Order): DraftLine[] {
  const taxed = chargesTax(order);
  return order.lines
    .filter((line) => line.quantity > 0)
    .map((line) => ({
      id: [line.productId, ...line.options.map(optionId)].join('-'),
      kind: 'product' as const,
      name: `${line.quantity} x ${line.name}${optionText(line.options)}`,
      quantity: line.quantity,
      net: decimal(line.total),
      taxRate: taxed ? percentOfLine(line) : new Decimal(0),
      weight: line.weight,
      productId: line.productId,
    }));
}

/** A file has no value to point at. */
function optionId(option: OrderLineOption): string {
  return `${option.productOptionId}-${option.type === 'file' ? '' : option.productOptionValueId}`;
}

function optionText(options: readonly OrderLineOption[]): string {
  return options.length === 0 ? '' : ` (${options.map(({ name, value }) => `${name}: ${value}`).join(', ')})`;
}

/** Gift vouchers that were bought (up to OpenCart 4.0.2) are part of the sub-total and of nothing else we read. */
export function boughtVoucherLines(order: Order, products: readonly DraftLine[], words: CartWords): DraftLine[] {
  const subTotal = order.totals.find(({ code }) => code === 'sub_total');
  if (!subTotal) return [];
  const net = decimal(subTotal.value).minus(netOf(products));
  return net.gt('0.01') ? [draftLine({ id: 'GIFT-VOUCHERS', kind: 'voucher', name: words.giftVouchers, net })] : [];
}

/** Shipping, fees, store credit, vouchers used, third-party totals, and discounts that no tax follows. */
export function totalLines(order: Order): DraftLine[] {
  return order.totals.filter((total) => !NO_LINE.has(total.code) && !isSpread(order, total)).map(totalLine(order));
}

/** Discounts that lower the taxes of products: they lower the products' prices instead of being lines. */
export function spreadTotals(order: Order): OrderTotal[] {
  return order.totals.filter((total) => isSpread(order, total));
}

function isSpread(order: Order, total: OrderTotal): boolean {
  if (!SPREAD.has(total.code) || !decimal(total.value).isNegative()) return false;
  return !chargesTax(order) || isBeforeTax(order, total);
}

function totalLine(order: Order): (total: OrderTotal) => DraftLine {
  return (total) => {
    const net = decimal(total.value);
    const taxed = total.code === 'shipping' ? chargesTax(order) : isBeforeTax(order, total);
    return draftLine({
      id: total.code.replaceAll('_', '').toUpperCase(),
      kind: kindOf(total.code, net),
      name: total.title,
      net,
      ...(taxed ? { taxRate: percentSum(total.taxRates) } : {}),
    });
  };
}

function kindOf(code: string, net: Decimal): DraftLine['kind'] {
  if (code === 'shipping') return 'shipping';
  if (code === 'voucher') return 'voucher';
  return net.isNegative() ? 'discount' : 'fee';
}

/** The reward, coupon and shop words that a lowered line carries behind its name. */
export function discountSuffix(total: OrderTotal, words: CartWords): string {
  return total.coupon ? ` - ${words.couponApplied}: ${total.coupon.name}` : ` - ${total.title}`;
}
