import { orderBody } from '../../../extension/multisafepay/translate';
import type { CartLine } from '../../../extension/payment_link/gateway';
import { aLinkRequest } from '../../support/link_requests';

type Body = Record<string, unknown> & {
  customer: Record<string, string>;
  shopping_cart: { items: Record<string, unknown>[] };
  checkout_options: { tax_tables: { alternate: { name: string; rules: { rate: number }[] }[] } };
};

function bodyOf(...given: Parameters<typeof aLinkRequest>): Body {
  return orderBody(aLinkRequest(...given)) as Body;
}

function line(given: Partial<CartLine>): CartLine {
  const base = {
    id: '1',
    kind: 'product',
    name: 'x',
    quantity: 1,
    unitPrice: '1',
    taxRate: '0',
    weight: null,
  } as const;
  return { ...base, ...given };
}

test('asks for a payment link with the amount in minor units', () => {
  const request = aLinkRequest();
  expect(orderBody(request)).toMatchObject({
    type: 'paymentlink',
    order_id: request.reference,
    gateway: 'MULTISAFEPAY',
    amount: 12100,
    currency: 'EUR',
    days_active: 30,
    second_chance: { send_email: false },
    payment_options: { notification_method: 'POST', close_window: false },
    plugin: { shop: 'OpenCart', shop_version: '4.1.0.3', shop_root_url: 'https://shop.example/' },
  });
});

test('names one gateway when the order has one', () => {
  expect(bodyOf({ method: 'IDEAL' })['gateway']).toBe('IDEAL');
});

test('sends hours as seconds, and never both units', () => {
  const body = bodyOf({ lifetime: { value: 36, unit: 'hours' }, lifetimeSeconds: 129_600 });
  expect(body['seconds_active']).toBe(129_600);
  expect(body).not.toHaveProperty('days_active');
});

test('keeps the life of a link within a year', () => {
  expect(bodyOf({ lifetime: { value: 1000, unit: 'days' } })['days_active']).toBe(365);
});

test('cuts the description by characters, after taking HTML and entities out', () => {
  const description = String(bodyOf({ description: `<b>Order &amp; more</b> ${'😀'.repeat(250)}` })['description']);
  expect(description.startsWith('Order & more 😀')).toBe(true);
  expect([...description]).toHaveLength(200);
  expect(description).not.toMatch(/[<>]|\p{Cs}/u);
});

test('splits the street, and leaves out what would be wrong when cut', () => {
  const { customer, delivery } = aLinkRequest();
  const body = bodyOf({
    customer: {
      ...customer,
      firstName: 'A'.repeat(40),
      company: 'ACME &amp; Sons Ltd',
      zone: 'Noord-Holland',
      postcode: '12345678901',
      country: 'nl',
      email: `${'x'.repeat(60)}@example.com`,
    },
    delivery: delivery && { ...delivery, address1: '10 Downing Street', address2: '' },
  });
  expect(body.customer).toEqual({
    first_name: 'A'.repeat(25),
    last_name: 'de Vries',
    company_name: 'ACME & Sons Ltd',
    address1: 'Kraanspoor',
    house_number: '39 C',
    city: 'Amsterdam',
    country: 'NL',
    phone: '0612345678',
    locale: 'nl_NL',
  });
  expect(body['delivery']).toMatchObject({ address1: 'Downing Street', house_number: '10' });
});

test('sends an IP address only when it is the buyer’s', () => {
  const { customer } = aLinkRequest();
  expect(bodyOf().customer).not.toHaveProperty('ip_address');
  expect(bodyOf({ customer: { ...customer, ipAddress: '192.0.2.7' } }).customer['ip_address']).toBe('192.0.2.7');
});

test('leaves the delivery out when nothing ships, and the cart when it is switched off', () => {
  const body = bodyOf({ delivery: null, cart: null });
  expect(body).not.toHaveProperty('delivery');
  expect(body).not.toHaveProperty('shopping_cart');
  expect(body).not.toHaveProperty('checkout_options');
});

test('every selector names a rule, and none is a bare zero', () => {
  const lines = [
    line({ id: '1', taxRate: '21' }),
    line({ id: '2', taxRate: '5.5' }),
    line({ id: '3' }),
    line({ id: '4' }),
  ];
  const body = bodyOf({ cart: { lines } });
  const rules = body.checkout_options.tax_tables.alternate;
  expect(rules.map(({ name, rules: [rule] }) => [name, rule?.rate])).toEqual([
    ['21', 0.21],
    ['5.5', 0.055],
    ['none', 0],
  ]);
  expect(body.shopping_cart.items.map((item) => item['tax_table_selector'])).toEqual(['21', '5.5', 'none', 'none']);
});

test('marks shipping for the provider, and keeps names free of entities and HTML', () => {
  const lines = [
    line({ id: '42', name: '2 x Cinema 30&quot; (Text: Hello &lt;World&gt; &amp; Co)', unitPrice: '219.6801595998' }),
    line({ id: 'SHIPPING', kind: 'shipping', name: 'Flat Shipping Rate' }),
  ];
  const { items } = bodyOf({ cart: { lines } }).shopping_cart;
  expect(items[0]).toMatchObject({ name: '2 x Cinema 30" (Text: Hello & Co)', unit_price: 219.6801595998 });
  expect(items[1]).toMatchObject({ merchant_item_id: 'msp-shipping', currency: 'EUR' });
});
