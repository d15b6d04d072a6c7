import type { Order, OrderAddress, OrderLine, OrderTotal, TaxRate } from '../../extension/payment_link/order_book';

export const VAT_21: TaxRate = { taxRateId: 90, name: 'BTW 21%', rate: '21.0000', type: 'P' };
export const VAT_9: TaxRate = { taxRateId: 91, name: 'BTW 9%', rate: '9.0000', type: 'P' };
export const ECO_2: TaxRate = { taxRateId: 87, name: 'Eco Tax (-2.00)', rate: '2.0000', type: 'F' };

export const ADDRESS: OrderAddress = {
  firstName: 'Jan',
  lastName: 'de Vries',
  company: '',
  address1: 'Kraanspoor 39',
  address2: 'C',
  city: 'Amsterdam',
  postcode: '1033 SC',
  zone: 'Noord-Holland',
  zoneId: 2336,
  zoneCode: 'NH',
  country: 'Netherlands',
  countryId: 150,
  countryIso2: 'NL',
  format: '',
};

/** An order in euro at the base rate; `total` is the caller's to give. */
export function anOrder(given: Partial<Order>): Order {
  return {
    orderId: 42,
    storeId: 0,
    storeName: 'Your Store',
    storeUrl: 'https://shop.example/',
    statusId: 17,
    customerId: 0,
    customerGroupId: 1,
    firstName: 'Jan',
    lastName: 'de Vries',
    email: 'jan@example.com',
    telephone: '0612345678',
    languageId: 1,
    languageCode: 'en-gb',
    currencyCode: 'EUR',
    currencyValue: '1.00000000',
    total: '0.0000',
    paymentMethod: { code: 'multisafepay.multisafepay', name: 'MultiSafepay' },
    shippingMethod: { code: 'flat.flat', name: 'Flat Shipping Rate' },
    paymentAddress: ADDRESS,
    shippingAddress: ADDRESS,
    comment: '',
    ip: '127.0.0.1',
    dateAdded: '2026-11-21 12:37:18',
    dateModified: '2026-11-21 12:37:18',
    lines: [],
    totals: [],
    ...given,
  };
}

export function aLine(given: Partial<OrderLine> & Pick<OrderLine, 'price' | 'quantity'>): OrderLine {
  return {
    orderProductId: 1,
    productId: 29,
    name: 'Palm Treo Pro',
    model: 'Product 2',
    total: (Number(given.price) * given.quantity).toFixed(4),
    tax: '0.0000',
    reward: 0,
    options: [],
    taxRates: [],
    weight: null,
    ...given,
  };
}

const SORT: Readonly<Record<string, number>> = {
  sub_total: 1,
  reward: 2,
  shipping: 3,
  coupon: 4,
  tax: 5,
  credit: 7,
  voucher: 8,
  total: 9,
};

export function aTotal(code: string, value: string, given: Partial<OrderTotal> = {}): OrderTotal {
  return { code, title: code, value, sortOrder: SORT[code] ?? 3, taxRates: [], ...given };
}
