/** Rows of a small shop; columns that a version does not have are left out, the others get what PHP writes. */
const setting = (code: string, values: Record<string, string>, serialized = 0) =>
  Object.entries(values).map(([key, value]) => ({ store_id: 0, code, key: `${code}_${key}`, value, serialized }));

const STATUSES: readonly (readonly [number, string])[] = [
  [1, 'Pending'],
  [2, 'Processing'],
  [5, 'Complete'],
  [7, 'Canceled'],
  [16, 'Voided'],
  [17, 'Payment Request'],
];

export const ATTACHED_ROWS: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  setting: [
    ...setting('config', {
      name: 'Tea &amp; Co',
      email: 'tea@example.com',
      timezone: 'Europe/Amsterdam',
      order_status_id: '1',
      void_status_id: '16',
    }),
    ...setting('config', { country_id: '150', zone_id: '2336', tax_default: 'shipping' }),
    ...setting('config', { processing_status: '["5","1","2","12","3"]', complete_status: '["5","3"]' }, 1),
  ],
  language: [
    { language_id: 1, code: 'en-gb', name: 'English', sort_order: 1, status: 1 },
    { language_id: 2, code: 'nl-nl', name: 'Nederlands', sort_order: 2, status: 1 },
  ],
  currency: [
    { currency_id: 2, code: 'USD', title: 'US Dollar', symbol_left: '$', decimal_place: '2', value: 1, status: 1 },
    { currency_id: 3, code: 'EUR', title: 'Euro', symbol_right: '€', decimal_place: '2', value: 0.78460002, status: 1 },
  ],
  order_status: STATUSES.flatMap(([order_status_id, name]) =>
    [1, 2].map((language_id) => ({ order_status_id, language_id, name })),
  ),
  country: [{ country_id: 150, name: 'Netherlands', iso_code_2: 'NL', iso_code_3: 'NLD', status: 1 }],
  country_description: [{ country_id: 150, language_id: 1, name: 'Netherlands' }],
  zone: [{ zone_id: 2336, country_id: 150, name: 'Noord-Holland', code: 'NH', status: 1 }],
  zone_description: [{ zone_id: 2336, language_id: 1, name: 'Noord-Holland' }],
  geo_zone: [{ geo_zone_id: 5, name: 'NL VAT Zone' }],
  zone_to_geo_zone: [{ geo_zone_id: 5, country_id: 150, zone_id: 0 }],
  tax_class: [{ tax_class_id: 9, title: 'Taxable Goods' }],
  tax_rate: [{ tax_rate_id: 88, geo_zone_id: 5, name: 'BTW 21%', rate: '21.0000', type: 'P' }],
  tax_rate_to_customer_group: [{ tax_rate_id: 88, customer_group_id: 1 }],
  tax_rule: [{ tax_class_id: 9, tax_rate_id: 88, based: 'shipping', priority: 1 }],
  product: [
    {
      product_id: 30,
      model: 'Product 3',
      price: '100.0000',
      tax_class_id: 9,
      weight_class_id: 1,
      subtract: 1,
      status: 1,
    },
    {
      product_id: 31,
      model: 'Product 4',
      price: '50.0000',
      tax_class_id: 9,
      weight_class_id: 1,
      subtract: 1,
      status: 1,
    },
  ],
  product_option_value: [{ product_option_value_id: 15, product_option_id: 226, product_id: 30, subtract: 1 }],
  weight_class_description: [{ weight_class_id: 1, language_id: 1, title: 'Kilogram', unit: 'kg' }],
  user_group: [
    {
      user_group_id: 1,
      name: 'Administrator',
      permission:
        '{"access":["sale\\/order","setting\\/setting","user\\/user"],"modify":["sale\\/order","setting\\/setting"]}',
    },
    { user_group_id: 2, name: 'Viewer', permission: '{"access":["sale\\/order"]}' },
    { user_group_id: 10, name: 'Demonstration', permission: '' },
  ],
};

const address = (kind: 'payment' | 'shipping') =>
  Object.fromEntries(
    Object.entries({
      ...{
        firstname: 'Zoë',
        lastname: 'Zoë &amp; Co &lt;b&gt;',
        company: '',
        address_1: 'Kraanspoor 39',
        address_2: 'C',
      },
      ...{ city: 'Amsterdam', postcode: '1033 SC', country: 'Netherlands', country_id: 150, zone: 'Noord-Holland' },
      ...{ zone_id: 2336, address_format: '', custom_field: '[]', address_id: 0 },
    }).map(([key, value]) => [`${kind}_${key}`, value]),
  );

/** An order of two pieces at 100.00 with 21 % tax and flat shipping, as the PHP admin enters it in status 0. */
export function orderRow(json: boolean): Record<string, unknown> {
  return {
    ...{ invoice_no: 0, invoice_prefix: 'INV-2026-00', store_id: 0, store_name: 'Tea &amp; Co' },
    ...{ store_url: 'https://shop.example/', customer_id: 0, customer_group_id: 1, firstname: 'Zoë' },
    ...{ lastname: 'Zoë &amp; Co &lt;b&gt;', email: 'zoe@example.com', telephone: '0612345678', fax: '' },
    ...{ custom_field: '[]', ...address('payment'), ...address('shipping'), subscription_id: 0, transaction_id: '' },
    payment_method: json ? '{"name":"MultiSafepay","code":"multisafepay.multisafepay"}' : 'MultiSafepay',
    payment_code: 'multisafepay',
    shipping_method: json
      ? '{"name":"Flat Shipping Rate","code":"flat.flat","cost":5,"tax_class_id":9,"text":"6.05\\u20ac"}'
      : 'Flat Shipping Rate',
    ...{ shipping_code: 'flat.flat', comment: '', total: '248.0500', order_status_id: 0, affiliate_id: 0 },
    ...{ commission: '0.0000', marketing_id: 0, tracking: '', language_id: 1, language_code: 'en-gb', currency_id: 3 },
    ...{ currency_code: 'EUR', currency_value: '0.78460002', ip: '127.0.0.1', forwarded_ip: '', user_agent: '' },
    ...{ accept_language: '', date_added: '2026-06-01 12:00:00', date_modified: '2026-06-01 12:00:00' },
  };
}

export const ORDER_LINE = {
  ...{ product_id: 30, master_id: 0, name: 'Canon EOS 5D', model: 'Product 3', quantity: 2, price: '100.0000' },
  ...{ total: '200.0000', tax: '21.0000', reward: 0 },
};

export const ORDER_OPTION = {
  ...{ product_option_id: 226, product_option_value_id: 15, name: 'Select', value: 'Red', type: 'select' },
};

export const ORDER_TOTALS: readonly (readonly [string, string, string, number])[] = [
  ['sub_total', 'Sub-Total', '200.0000', 1],
  ['shipping', 'Flat Shipping Rate', '5.0000', 3],
  ['tax', 'BTW 21%', '43.0500', 5],
  ['total', 'Total', '248.0500', 9],
];
