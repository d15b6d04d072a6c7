import { Decimal, decimal } from '../../system/decimal';
import { fill } from '../../system/language';
import { addressLines } from '../../extension/payment_link/make/address_lines';
import type { MailRequest, ShopIdentity } from '../../extension/payment_link/mail_port';
import { rateOf } from '../../extension/payment_link/order/order_amount';
import type { Order, OrderLine, OrderLineOption } from '../../extension/payment_link/order_book';
import type { MailTexts } from '../../language/mail_texts';
import { formatShopAmount, formatShopDate } from './formats';
import type { Fact, OrderBlock, OrderLineView, Quote } from './mail_view';
import { oneLine } from './one_line';

interface Words {
  readonly texts: MailTexts;
  readonly locale: string;
}

/** Options as typed can be long texts; OpenCart's mails show this many characters. */
const OPTION_LENGTH_MAX = 60;

/** The order as the customer should find it in a mail. */
export function orderBlock(request: MailRequest, order: Order, words: Words): OrderBlock {
  const { texts, locale } = words;
  const date = formatShopDate(order.dateAdded, locale);
  return {
    title: fill(texts.order_title, { order: order.orderId }),
    placed: date === '' ? '' : fill(texts.order_of, { date }),
    lines: orderLines(order, request.shop, { locale, withTax: texts.with_tax }),
    totals: orderTotals(order, locale),
    facts: orderFacts(order, texts),
    addresses: addresses(order, texts),
  };
}

/** How the lines of an order are said. */
export interface LineWords {
  readonly locale: string;
  /** Beside an amount with tax in it: the sub-total below is without. */
  readonly withTax: string;
}

/** Also of the pay page. */
export function orderLines(order: Order, shop: Pick<ShopIdentity, 'pricesWithTax'>, words: LineWords): OrderLineView[] {
  return order.lines.map((line) => lineView(shop, order, line, words));
}

export function orderTotals(order: Order, locale: string): Fact[] {
  return order.totals.map((total) => ({
    label: oneLine(total.title),
    value: formatShopAmount(total.value, rateOf(order), order.currencyCode, locale),
    strong: total.code === 'total',
  }));
}

function lineView(
  { pricesWithTax }: Pick<ShopIdentity, 'pricesWithTax'>,
  order: Order,
  line: OrderLine,
  { locale, withTax }: LineWords,
): OrderLineView {
  const tax = pricesWithTax ? decimal(line.tax).times(line.quantity) : new Decimal(0);
  return {
    name: `${line.quantity} × ${oneLine(line.name)}`,
    details: [
      ...(line.model === '' ? [] : [oneLine(line.model)]),
      ...line.options.map(optionText),
      ...(tax.isZero() ? [] : [withTax]),
    ],
    amount: formatShopAmount(decimal(line.total).plus(tax), rateOf(order), order.currencyCode, locale),
  };
}

function optionText({ name, value, type }: OrderLineOption): string {
  // By characters, not by halves of an emoji.
  const letters = [...(type === 'file' ? '…' : value)];
  const short =
    letters.length > OPTION_LENGTH_MAX ? `${letters.slice(0, OPTION_LENGTH_MAX).join('')}…` : letters.join('');
  return `${oneLine(name)}: ${oneLine(short)}`;
}

function orderFacts(order: Order, texts: MailTexts): Fact[] {
  const facts: [string, string][] = [
    [texts.payment_method, oneLine(order.paymentMethod.name)],
    [texts.shipping_method, oneLine(order.shippingMethod?.name ?? '')],
  ];
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value, strong: false }));
}

function addresses(order: Order, texts: MailTexts): Quote[] {
  const payment = addressLines(order.paymentAddress);
  const shipping = order.shippingMethod ? addressLines(order.shippingAddress) : [];
  if (payment.join('\n') === shipping.join('\n')) return quotes([[texts.both_addresses, payment]]);
  return quotes([
    [texts.payment_address, payment],
    [texts.shipping_address, shipping],
  ]);
}

function quotes(titled: readonly (readonly [string, string[]])[]): Quote[] {
  return titled.filter(([, lines]) => lines.length > 0).map(([title, lines]) => ({ title, lines }));
}
