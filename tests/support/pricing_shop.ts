import type { DraftAddress, DraftLine, OrderDraft } from '../../extension/opencart/order/order_draft';
import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';
import { freshDatabase } from './database';

/**
 * A shop as OpenCart's demo data have it, as far as prices go: 20 % VAT and a fixed Eco tax in the United Kingdom,
 * 21 % in the Netherlands, none elsewhere; flat shipping at 5.00, taxed like goods.
 */
export async function pricingShop(): Promise<{ db: Db; destroy(): Promise<void> }> {
  const shop = await freshDatabase();
  for (const [table, rows] of Object.entries(ROWS)) await shop.db(t(shop.db, table)).insert(rows);
  return shop;
}

const NL: Pick<DraftAddress, 'countryId' | 'zoneId'> = { countryId: 150, zoneId: 2336 };
export const UK: Pick<DraftAddress, 'countryId' | 'zoneId'> = { countryId: 222, zoneId: 3563 };
export const US: Pick<DraftAddress, 'countryId' | 'zoneId'> = { countryId: 223, zoneId: 3655 };

export function address(at: Partial<DraftAddress> = NL): DraftAddress {
  return {
    ...{ addressId: 0, firstName: 'Jan', lastName: 'de Vries', company: '', address1: 'Kraanspoor 39', address2: '' },
    ...{ city: 'Amsterdam', postcode: '1033 SC', ...NL, ...at },
  };
}

/** A guest's order to the Netherlands, flat shipping. */
export function draftOf(lines: readonly DraftLine[], changes: Partial<OrderDraft> = {}): OrderDraft {
  return {
    ...{ storeId: 0, customerId: 0, customerGroupId: 1, firstName: 'Jan', lastName: 'de Vries' },
    ...{ email: 'jan@example.com', telephone: '', languageId: 1, currencyCode: 'EUR', lines },
    ...{ paymentAddress: address(), shippingAddress: address(), shippingCode: 'flat.flat', paymentCode: 'cod.cod' },
    ...{ couponCode: '', rewardPoints: 0, comment: '', statusId: 1, remindersConsent: false },
    ...changes,
  };
}

export function line(productId: number, quantity = 1, options: DraftLine['options'] = []): DraftLine {
  return { productId, quantity, options };
}

const product = (product_id: number, name: string, price: string, more: object = {}) => ({
  row: {
    ...{ product_id, model: `Model ${product_id}`, price, tax_class_id: 9, status: 1, quantity: 1000, minimum: 1 },
    ...{ shipping: 1, subtract: 1, points: 0, weight: '0', weight_class_id: 1, date_available: '2009-02-03', ...more },
  },
  name,
});

const PRODUCTS = [
  product(29, 'Palm Treo Pro', '279.9900'),
  product(30, 'Canon EOS 5D', '100.0000'),
  product(34, 'iPod Shuffle', '100.0000'),
  product(35, 'Product 8', '100.0000', { shipping: 0 }),
  product(40, 'iPhone', '101.0000'),
  product(41, 'iMac', '100.0000'),
  product(42, 'Apple Cinema 30&quot;', '100.0000', { points: 400, weight: '12.5', minimum: 2 }),
  product(43, 'MacBook', '500.0000', { shipping: 0 }),
  product(45, 'MacBook Pro', '2000.0000', { tax_class_id: 0 }),
  product(47, 'HP LP3065', '100.0000', { points: 400 }),
  product(48, 'iPod Classic', '100.0000'),
  product(50, 'Sold no more', '10.0000', { status: 0 }),
  product(51, 'Only tomorrow', '10.0000', { date_available: '2026-06-02' }),
  product(52, 'Nearly gone', '10.0000', { quantity: 3, subtract: 0 }),
];

const OPTIONS = [
  { product_option_id: 208, product_id: 42, type: 'text', name: 'Text', required: 1 },
  { product_option_id: 217, product_id: 42, type: 'select', name: 'Select', required: 1 },
  { product_option_id: 218, product_id: 42, type: 'radio', name: 'Radio', required: 1 },
  { product_option_id: 219, product_id: 42, type: 'date', name: 'Date', required: 0 },
  { product_option_id: 223, product_id: 42, type: 'checkbox', name: 'Checkbox', required: 1 },
  { product_option_id: 224, product_id: 35, type: 'select', name: 'Size', required: 1 },
  { product_option_id: 225, product_id: 47, type: 'date', name: 'Delivery Date', required: 1 },
  { product_option_id: 226, product_id: 30, type: 'select', name: 'Colour', required: 1 },
];

const value = (id: number, product_option_id: number, name: string, price: string, more: object = {}) => ({
  row: {
    ...{ product_option_value_id: id, product_option_id, option_value_id: id, quantity: 100, subtract: 1 },
    ...{ price, price_prefix: '+', points: 0, points_prefix: '+', weight: '0', weight_prefix: '+', ...more },
  },
  name,
});

const VALUES = [
  value(1, 217, 'Green', '1.0000', { weight: '1' }),
  value(4, 217, 'Red', '4.0000', { weight: '4', quantity: 5 }),
  value(5, 218, 'Small', '10.0000', { points: 1 }),
  value(6, 218, 'Medium', '20.0000', { price_prefix: '-', points: 2, points_prefix: '-' }),
  value(8, 223, 'Checkbox 1', '10.0000'),
  value(9, 223, 'Checkbox 2', '20.0000'),
  value(14, 224, 'Large', '15.0000'),
  value(15, 226, 'Red', '0.0000'),
  value(16, 226, 'Blue', '0.0000'),
];

const setting = (code: string, values: Record<string, string>) =>
  Object.entries(values).map(([key, value]) => ({ store_id: 0, code, key: `${code}_${key}`, value, serialized: 0 }));
const total = (code: string, sort_order: number) =>
  setting(`total_${code}`, { status: '1', sort_order: String(sort_order) });

const coupon = (coupon_id: number, code: string, type: string, discount: string, more: object = {}) => ({
  ...{ coupon_id, code, name: code, type, discount, status: 1, logged: 0, shipping: 0, total: '0.0000' },
  ...{ date_start: '2014-01-01', date_end: '2040-01-01', uses_total: 0, uses_customer: 0, ...more },
});

const ROWS: Readonly<Record<string, readonly object[]>> = {
  setting: [
    ...setting('config', { country_id: '222', zone_id: '3563', tax_default: 'shipping', weight_class_id: '1' }),
    ...setting('config', { processing_status: '["5","1","2","12","3"]', complete_status: '["5","3"]' }),
    ...[total('sub_total', 1), total('reward', 2), total('shipping', 3), total('coupon', 4), total('tax', 5)].flat(),
    ...[total('credit', 7), total('total', 9)].flat(),
    ...setting('shipping_flat', { status: '1', sort_order: '1', cost: '5.00', tax_class_id: '9', geo_zone_id: '0' }),
  ],
  language: [
    { language_id: 1, code: 'en-gb', name: 'English', status: 1 },
    { language_id: 2, code: 'nl-nl', name: 'Nederlands', status: 1 },
  ],
  currency: [
    { currency_id: 1, code: 'GBP', title: 'Pound Sterling', decimal_place: 2, value: '0.61250001', status: 1 },
    { currency_id: 2, code: 'USD', title: 'US Dollar', decimal_place: 2, value: '1.00000000', status: 1 },
    { currency_id: 3, code: 'EUR', title: 'Euro', decimal_place: 2, value: '0.78460002', status: 1 },
    { currency_id: 4, code: 'HKD', title: 'Hong Kong Dollar', decimal_place: 2, value: '7.82224000', status: 0 },
  ],
  customer_group: [{ customer_group_id: 1 }, { customer_group_id: 2 }],
  customer: [{ customer_id: 7, customer_group_id: 1, email: 'anna@example.com', status: 1 }],
  order_status: [{ order_status_id: 1, language_id: 1, name: 'Pending' }],
  country: [
    { country_id: 150, iso_code_2: 'NL', postcode_required: 1, status: 1 },
    { country_id: 222, iso_code_2: 'GB', postcode_required: 1, status: 1 },
    { country_id: 223, iso_code_2: 'US', postcode_required: 0, status: 1 },
    { country_id: 224, iso_code_2: 'UM', postcode_required: 0, status: 1 },
    { country_id: 225, iso_code_2: 'XX', postcode_required: 0, status: 0 },
  ],
  zone: [
    { zone_id: 2336, country_id: 150, code: 'NH', status: 1 },
    { zone_id: 3553, country_id: 222, code: 'GTL', status: 1 },
    { zone_id: 3563, country_id: 222, code: 'HRT', status: 1 },
    { zone_id: 3566, country_id: 222, code: 'LANCS', status: 1 },
    { zone_id: 3655, country_id: 223, code: 'NY', status: 1 },
  ],
  geo_zone: [
    { geo_zone_id: 3, name: 'UK VAT Zone' },
    { geo_zone_id: 5, name: 'NL VAT Zone' },
  ],
  zone_to_geo_zone: [
    { geo_zone_id: 3, country_id: 222, zone_id: 3553 },
    { geo_zone_id: 3, country_id: 222, zone_id: 3563 },
    { geo_zone_id: 3, country_id: 222, zone_id: 3566 },
    { geo_zone_id: 5, country_id: 150, zone_id: 0 },
  ],
  tax_rate: [
    { tax_rate_id: 86, geo_zone_id: 3, name: 'VAT (20%)', rate: '20.0000', type: 'P' },
    { tax_rate_id: 87, geo_zone_id: 3, name: 'Eco Tax (-2.00)', rate: '2.0000', type: 'F' },
    { tax_rate_id: 88, geo_zone_id: 5, name: 'BTW 21%', rate: '21.0000', type: 'P' },
  ],
  tax_rate_to_customer_group: [86, 87, 88].map((tax_rate_id) => ({ tax_rate_id, customer_group_id: 1 })),
  tax_rule: [
    { tax_rule_id: 120, tax_class_id: 10, tax_rate_id: 87, based: 'store', priority: 0 },
    { tax_rule_id: 121, tax_class_id: 10, tax_rate_id: 86, based: 'payment', priority: 1 },
    { tax_rule_id: 127, tax_class_id: 9, tax_rate_id: 87, based: 'shipping', priority: 2 },
    { tax_rule_id: 128, tax_class_id: 9, tax_rate_id: 86, based: 'shipping', priority: 1 },
    { tax_rule_id: 129, tax_class_id: 9, tax_rate_id: 88, based: 'shipping', priority: 3 },
  ],
  weight_class: [
    { weight_class_id: 1, value: '1.00000000' },
    { weight_class_id: 2, value: '1000.00000000' },
  ],
  weight_class_description: [{ weight_class_id: 1, language_id: 1, title: 'Kilogram', unit: 'kg' }],
  product: PRODUCTS.map(({ row }) => row),
  product_description: PRODUCTS.map(({ row, name }) => ({ product_id: row.product_id, language_id: 1, name })),
  product_to_store: PRODUCTS.map(({ row }) => ({ product_id: row.product_id, store_id: 0 })),
  product_reward: [
    ...[30, 47].map((product_id) => ({ product_id, customer_group_id: 1, points: product_id === 30 ? 200 : 300 })),
    { product_id: 42, customer_group_id: 1, points: 100 },
    { product_id: 43, customer_group_id: 1, points: 600 },
    { product_id: 45, customer_group_id: 1, points: 800 },
  ],
  product_discount: [
    { product_id: 42, customer_group_id: 1, quantity: 1, priority: 1, price: '90.0000', type: 'F' },
    { product_id: 30, customer_group_id: 1, quantity: 1, priority: 2, price: '90.0000', type: 'F' },
    { product_id: 30, customer_group_id: 1, quantity: 1, priority: 1, price: '80.0000', type: 'F' },
  ],
  option: OPTIONS.map(({ product_option_id, type }) => ({ option_id: product_option_id, type })),
  option_description: OPTIONS.map(({ product_option_id, name }) => ({
    ...{ option_id: product_option_id, language_id: 1, name },
  })),
  product_option: OPTIONS.map(({ product_option_id, product_id, required }) => ({
    ...{ product_option_id, product_id, option_id: product_option_id, required },
  })),
  option_value_description: VALUES.map(({ row, name }) => ({
    ...{ option_value_id: row.option_value_id, language_id: 1, option_id: row.product_option_id, name },
  })),
  product_option_value: VALUES.map(({ row }) => row),
  coupon: [
    coupon(4, '2222', 'P', '10.0000'),
    coupon(5, '3333', 'P', '0.0000', { shipping: 1, total: '100.0000' }),
    coupon(6, '1111', 'F', '10.0000', { total: '10.0000' }),
    coupon(7, 'CANON7', 'F', '7.3300'),
  ],
  coupon_product: [{ coupon_id: 7, product_id: 30 }],
};
