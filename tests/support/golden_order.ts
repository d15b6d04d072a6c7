import { decode } from 'he';
import type {
  Order,
  OrderAddress,
  OrderCoupon,
  OrderLine,
  OrderTotal,
  TaxRate,
} from '../../extension/payment_link/order_book';
import type { GoldenCase, Row } from './golden';

/** What the shop's other tables say: tax rates by title, coupons by code, countries, the name of an uploaded file. */
const RATES: Readonly<Record<string, TaxRate>> = {
  'BTW 21%': { taxRateId: 90, name: 'BTW 21%', rate: '21.0000', type: 'P' },
  'VAT (20%)': { taxRateId: 86, name: 'VAT (20%)', rate: '20.0000', type: 'P' },
  'Eco Tax (-2.00)': { taxRateId: 87, name: 'Eco Tax (-2.00)', rate: '2.0000', type: 'F' },
};
const COUPONS: Readonly<Record<string, OrderCoupon>> = {
  'Coupon (1111)': { name: '-10.00 Discount', freesShipping: false, productIds: null },
  'Coupon (3333)': { name: 'Free Shipping', freesShipping: true, productIds: null },
  'Coupon (CANON7)': { name: '-7.33 on Canon', freesShipping: false, productIds: [30] },
};
const COUNTRIES: Readonly<Record<number, string>> = { 150: 'NL', 222: 'GB', 223: 'US' };
const FILES: Readonly<Record<string, string>> = { '0123456789abcdef0123456789abcdef01234567': 'drawing.pdf' };

/** The order as the order book gives it, out of the rows that PHP wrote. */
export function goldenOrder({ rows }: GoldenCase): Order {
  const order = rows['oc_order']?.[0] ?? {};
  const totals = rows['oc_order_total'] ?? [];
  const rates = totals.flatMap((total) => RATES[plain(total, 'title')] ?? []);
  return {
    orderId: Number(order['order_id']),
    storeId: 0,
    storeName: plain(order, 'store_name'),
    storeUrl: plain(order, 'store_url'),
    statusId: Number(order['order_status_id']),
    customerId: Number(order['customer_id']),
    customerGroupId: Number(order['customer_group_id']),
    firstName: plain(order, 'firstname'),
    lastName: plain(order, 'lastname'),
    email: plain(order, 'email'),
    telephone: plain(order, 'telephone'),
    languageId: 1,
    languageCode: 'en-gb',
    currencyCode: plain(order, 'currency_code'),
    currencyValue: plain(order, 'currency_value'),
    total: plain(order, 'total'),
    paymentMethod: { code: plain(order, 'payment_code'), name: plain(order, 'payment_method') },
    shippingMethod: { code: plain(order, 'shipping_code'), name: plain(order, 'shipping_method') },
    paymentAddress: addressOf(order, 'payment'),
    shippingAddress: addressOf(order, 'shipping'),
    comment: '',
    ip: plain(order, 'ip'),
    dateAdded: plain(order, 'date_added'),
    dateModified: plain(order, 'date_modified'),
    lines: (rows['oc_order_product'] ?? []).map((line) => lineOf(line, rows['oc_order_option'] ?? [], rates)),
    totals: totals.map((total) => totalOf(total, rates)),
  };
}

function plain(row: Row, name: string): string {
  return decode(String(row[name] ?? ''));
}

function addressOf(order: Row, kind: 'payment' | 'shipping'): OrderAddress {
  const at = (name: string) => plain(order, `${kind}_${name}`);
  return {
    firstName: at('firstname'),
    lastName: at('lastname'),
    company: at('company'),
    address1: at('address_1'),
    address2: at('address_2'),
    city: at('city'),
    postcode: at('postcode'),
    zone: at('zone'),
    zoneId: Number(at('zone_id')),
    zoneCode: '',
    country: at('country'),
    countryId: Number(at('country_id')),
    countryIso2: COUNTRIES[Number(at('country_id'))] ?? '',
    format: at('address_format'),
  };
}

function lineOf(line: Row, options: readonly Row[], rates: readonly TaxRate[]): OrderLine {
  return {
    orderProductId: Number(line['order_product_id']),
    productId: Number(line['product_id']),
    name: plain(line, 'name'),
    model: plain(line, 'model'),
    quantity: Number(line['quantity']),
    price: plain(line, 'price'),
    total: plain(line, 'total'),
    tax: plain(line, 'tax'),
    reward: Number(line['reward']),
    options: options
      .filter((option) => option['order_product_id'] === line['order_product_id'])
      .map((option) => ({
        productOptionId: Number(option['product_option_id']),
        productOptionValueId: Number(option['product_option_value_id']),
        name: plain(option, 'name'),
        value: FILES[plain(option, 'value')] ?? plain(option, 'value'),
        type: plain(option, 'type'),
      })),
    taxRates: rates,
    weight: null,
  };
}

function totalOf(total: Row, rates: readonly TaxRate[]): OrderTotal {
  const title = plain(total, 'title');
  const coupon = COUPONS[title];
  return {
    code: plain(total, 'code'),
    title,
    value: plain(total, 'value'),
    sortOrder: Number(total['sort_order']),
    taxRates: total['code'] === 'shipping' ? rates : [],
    ...(coupon ? { coupon } : {}),
  };
}
