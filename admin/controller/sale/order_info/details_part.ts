import { addressLines } from '../../../../extension/payment_link/make/address_lines';
import { rateOf } from '../../../../extension/payment_link/order/order_amount';
import type { OrderLine } from '../../../../extension/payment_link/order_book';
import { nameFormat } from '../../../../system/formats';
import { Decimal, decimal } from '../../../../system/decimal';
import { orderAmountText } from '../../../amounts';
import type { CustomerView, Fact, OrderDetailsView, OrderLineView } from '../../../view/sale/order_info';
import type { Admin } from '../../../admin';
import type { Visit } from '../../../visit';
import type { OrderFacts } from './facts';

/** Products, totals and what was agreed. On paper, which the customer sees, without the address they came from. */
export function detailsPart(app: Admin, visit: Visit, facts: OrderFacts, paper = false): OrderDetailsView {
  const text = visit.texts('sale/order_info');
  const { order } = facts;
  const amount = (value: string | Decimal) => orderAmountText(value, rateOf(order), order.currencyCode, visit.locale);
  const taxed = order.lines.some((line) => !taxOf(facts, line).isZero());
  return {
    columns: taxed
      ? { price: text.column_price_taxed, total: text.column_total_taxed }
      : { price: text.column_price, total: text.column_total },
    lines: order.lines.map((line) =>
      lineView(visit, facts, line, { amount, linked: mayOpen(app, visit, 'catalog/product') }),
    ),
    totals: order.totals.map(({ code, title, value }) => ({
      label: title,
      value: amount(value),
      strong: code === 'total',
    })),
    facts: filled([
      [text.payment_method, order.paymentMethod.name],
      [text.shipping_method, order.shippingMethod?.name ?? ''],
      [text.invoice, facts.invoice ?? ''],
      [text.store, order.storeName],
      ...(paper ? [] : [[text.ip, order.ip] as const]),
    ]),
    comment: order.comment,
  };
}

/** Prices with tax where the shop shows them so, as OpenCart's own order page does. */
function taxOf({ settings }: OrderFacts, line: OrderLine): Decimal {
  return settings.flag('config_tax') ? decimal(line.tax) : new Decimal(0);
}

function lineView(
  visit: Visit,
  facts: OrderFacts,
  line: OrderLine,
  { amount, linked }: { readonly amount: (value: Decimal) => string; readonly linked: boolean },
): OrderLineView {
  const tax = taxOf(facts, line);
  return {
    name: line.name,
    href: linked ? visit.href('/admin/catalog/product/form', { product_id: line.productId }) : null,
    options: line.options.map(({ name, value }) => `${name}: ${value}`),
    model: line.model,
    quantity: String(line.quantity),
    price: amount(decimal(line.price).plus(tax)),
    total: amount(decimal(line.total).plus(tax.times(line.quantity))),
  };
}

/** A page that this shop has here (an attached one leaves some to PHP) and this person may see. */
function mayOpen(app: Admin, visit: Visit, route: string): boolean {
  return app.offers(`/${route}/form`) && visit.may('access', route);
}

export function customerPart(app: Admin, visit: Visit, { order, customerGroupName }: OrderFacts): CustomerView {
  const text = visit.texts('sale/order_info');
  const known = order.customerId > 0 && mayOpen(app, visit, 'customer/customer');
  const payment = addressLines(order.paymentAddress).join('\n');
  const shipping = order.shippingMethod === null ? '' : addressLines(order.shippingAddress).join('\n');
  const both = payment !== '' && payment === shipping;
  const addresses = both
    ? [{ title: text.both_addresses, lines: payment }]
    : [
        { title: text.payment_address, lines: payment },
        { title: text.shipping_address, lines: shipping },
      ];
  return {
    name: `${order.firstName} ${order.lastName}`.trim(),
    href: known ? visit.href('/admin/customer/customer/form', { customer_id: order.customerId }) : null,
    email: order.email || null,
    telephone: order.telephone || null,
    facts: filled([
      [text.group, order.customerId > 0 ? customerGroupName : `${customerGroupName} · ${text.customer_guest}`],
      [text.language, languageName(order.languageCode, visit.locale)],
    ]),
    addresses: addresses.filter(({ lines }) => lines !== ''),
    nothingShips: order.shippingMethod === null,
  };
}

const LANGUAGES: Intl.DisplayNamesOptions = { type: 'language' };

/** `nl-nl` → "Dutch", in the reader's language; a code that is none stays as it is. */
export function languageName(code: string, locale: string): string {
  const [language = ''] = code.split('-');
  if (!/^[a-z]{2,3}$/i.test(language)) return code;
  return nameFormat(locale, LANGUAGES).of(language) ?? code;
}

function filled(facts: readonly (readonly [string, string])[]): Fact[] {
  return facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }));
}
