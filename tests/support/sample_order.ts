import { money } from '../../system/money';
import type { MailLink, ShopIdentity } from '../../extension/payment_link/mail_port';
import type { Order, OrderAddress } from '../../extension/payment_link/order_book';

const ADDRESS: OrderAddress = {
  firstName: 'Zoë',
  lastName: 'de Vries',
  company: '',
  address1: 'Keizersgracht 12',
  address2: '',
  city: 'Amsterdam',
  postcode: '1015 CN',
  zone: 'Noord-Holland',
  zoneId: 2329,
  zoneCode: 'NH',
  country: 'Netherlands',
  countryId: 150,
  countryIso2: 'NL',
  format: '',
};

/** 2 × iPhone and a cable in EUR at a rate, with shipping and 21 % tax: 199.60 to pay, as measured on a real shop. */
export function sampleOrder(change: Partial<Order> = {}): Order {
  return {
    orderId: 1042,
    storeId: 0,
    storeName: 'Fjord & Søn',
    storeUrl: 'https://shop.example/',
    statusId: 1,
    customerId: 7,
    customerGroupId: 1,
    firstName: 'Zoë',
    lastName: 'de Vries',
    email: 'zoe@customer.example',
    telephone: '+31 20 555 01 02',
    languageId: 1,
    languageCode: 'en-gb',
    currencyCode: 'EUR',
    currencyValue: '0.78460002',
    total: '254.4000',
    paymentMethod: { code: 'multisafepay.multisafepay', name: 'MultiSafepay' },
    shippingMethod: { code: 'flat.flat', name: 'Flat Shipping Rate' },
    paymentAddress: ADDRESS,
    shippingAddress: ADDRESS,
    comment: '',
    ip: '',
    dateAdded: '2025-11-21 14:05:00',
    dateModified: '2025-11-21 14:05:00',
    lines: [
      {
        orderProductId: 1,
        productId: 40,
        name: 'iPhone',
        model: 'product 11',
        quantity: 2,
        price: '101.0000',
        total: '202.0000',
        tax: '21.2100',
        reward: 0,
        options: [
          { productOptionId: 1, productOptionValueId: 3, name: 'Colour', value: 'Midnight blue', type: 'select' },
        ],
        taxRates: [],
        weight: null,
      },
    ],
    totals: [
      { code: 'sub_total', title: 'Sub-Total', value: '202.0000', sortOrder: 1, taxRates: [] },
      { code: 'shipping', title: 'Flat Shipping Rate', value: '8.2600', sortOrder: 3, taxRates: [] },
      { code: 'tax', title: 'VAT (21%)', value: '44.1400', sortOrder: 5, taxRates: [] },
      { code: 'total', title: 'Total', value: '254.4000', sortOrder: 9, taxRates: [] },
    ],
    ...change,
  };
}

export function sampleLink(change: Partial<MailLink> = {}): MailLink {
  return {
    url: 'https://shop.example/payment-links/pay/8fK3aZQ2pL9xYw7TtB4cRe',
    amount: money(19960, 'EUR'),
    expiresAt: Date.UTC(2025, 11, 21, 13, 5),
    state: 'active',
    environment: 'live',
    reference: '1042-1',
    purpose: 'order',
    description: 'Order 1042',
    customerName: 'Zoë de Vries',
    customerEmail: 'zoe@customer.example',
    ...change,
  };
}

export function sampleShop(change: Partial<ShopIdentity> = {}): ShopIdentity {
  return {
    storeId: 0,
    name: 'Fjord & Søn',
    address: 'Havnegade 3\n1058 København\nDenmark',
    email: 'shop@shop.example',
    telephone: '+45 33 00 00 00',
    url: 'https://shop.example/',
    timeZone: 'Europe/Amsterdam',
    language: 'en-gb',
    logo: null,
    pricesWithTax: false,
    alertsOrders: true,
    alertEmails: ['stock@shop.example'],
    adminOrderUrl: 'https://shop.example/payment-links/admin/sale/order/{orderId}',
    ...change,
  };
}
