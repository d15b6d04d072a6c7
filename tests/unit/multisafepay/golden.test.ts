import { decode } from 'he';
import { orderBody } from '../../../extension/multisafepay/translate';
import type { CartItem, TaxRule } from '../../../extension/multisafepay/translate_cart';
import { cartOf } from '../../../extension/payment_link/cart/cart';
import { customerOf, deliveryOf } from '../../../extension/payment_link/link/link_parties';
import { amountToCharge } from '../../../extension/payment_link/order/order_amount';
import { Decimal } from '../../../system/decimal';
import { plainText } from '../../../system/plain_text';
import { goldenCases, type GoldenCase, type GoldenItem, type GoldenRequest } from '../../support/golden';
import { goldenOrder } from '../../support/golden_order';
import { aLinkRequest } from '../../support/link_requests';
import { withoutRecordings } from '../../support/require';

interface Body extends Omit<GoldenRequest, 'shopping_cart' | 'checkout_options'> {
  readonly shopping_cart: { readonly items: readonly CartItem[] };
  readonly checkout_options: { readonly tax_tables: { readonly alternate: readonly TaxRule[] } };
}

function bodyOf(golden: GoldenCase): Body {
  const order = goldenOrder(golden);
  const { code } = order.paymentMethod;
  return orderBody(
    aLinkRequest({
      amount: amountToCharge(order),
      method: code.includes('/') ? code.slice(code.indexOf('/') + 1).toUpperCase() : null,
      cart: cartOf(order),
      customer: customerOf(order),
      delivery: deliveryOf(order),
    }),
  ) as unknown as Body;
}

type Request = Pick<Body | GoldenRequest, 'shopping_cart' | 'checkout_options'>;

/** Net per percent: what a defect of line prices cannot excuse. */
function netByRate({ shopping_cart: { items }, checkout_options: options }: Request): Record<string, string> {
  const sums: Record<string, Decimal> = {};
  for (const item of items as readonly GoldenItem[]) {
    const rule = options.tax_tables.alternate.find(({ name }) => name === item.tax_table_selector);
    const rate = String(rule?.rules[0]?.rate);
    sums[rate] = (sums[rate] ?? new Decimal(0)).plus(new Decimal(item.unit_price).times(item.quantity));
  }
  return Object.fromEntries(
    Object.entries(sums)
      .filter(([, net]) => !net.isZero())
      .map(([rate, net]) => [rate, net.toFixed(6)]),
  );
}

const SAME_FIELDS = ['address1', 'house_number', 'zip_code', 'city', 'country', 'phone', 'email'] as const;

/** The PHP plugin spreads a fixed coupon equally by number of lines; the shop spread it by their value. */
const SPREAD_EQUALLY = /coupon-fixed-uk/;

const cases = goldenCases();
const agreement = cases.length > 0 ? describe : describeAbsence;

function describeAbsence(): void {
  withoutRecordings('requests of a PHP shop');
}

agreement('the request agrees with what the PHP plugin sent', () => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s', (name, golden) => {
    const body = bodyOf(golden);
    const { request } = golden;
    expect([body.amount, body.currency, body.gateway]).toEqual([request.amount, request.currency, request.gateway]);
    for (const party of ['customer', 'delivery'] as const) {
      expect(pick(body[party])).toEqual(pick(request[party]));
      expect(body[party]['company_name'] ?? '').toBe(decode(request[party]['company_name'] ?? ''));
      expect(body[party]['first_name']).toBe(request[party]['firstname']);
      expect(body[party]['last_name']).toBe(request[party]['lastname']);
    }
    const balance = body.shopping_cart.items.filter(isBalance);
    expect(balance.map(({ unit_price }) => Math.abs(unit_price)).filter((price) => price > 0.01)).toEqual([]);
    const lines = body.shopping_cart.items.filter((item) => !isBalance(item));
    expect(netByRate({ ...body, shopping_cart: { items: lines } })).toEqual(netByRate(request));
    const items = lines.map(comparable);
    const sent = request.shopping_cart.items.map(comparable);
    if (SPREAD_EQUALLY.test(name)) expect(items.map(withoutPrice)).toEqual(sent.map(withoutPrice));
    else expect(items).toEqual(sent);
  });
});

function pick(party: Readonly<Record<string, string>>): (string | undefined)[] {
  return SAME_FIELDS.map((field) => party[field]);
}

/** The plugin has no line for the cent that rounding costs; its carts then miss the amount. */
function isBalance(item: CartItem): boolean {
  return item.merchant_item_id === 'BALANCE';
}

function comparable(item: GoldenItem | CartItem) {
  const { unit_price, quantity, currency, merchant_item_id } = item;
  const rate = ['0', 'none'].includes(item.tax_table_selector) ? '0' : item.tax_table_selector;
  return { name: plainText(item.name), unit_price, quantity, currency, merchant_item_id, rate };
}

function withoutPrice(item: ReturnType<typeof comparable>) {
  return { ...item, unit_price: null };
}
