import type { ColumnFact } from './information_schema';

/** Which tables and columns a shop has: the only thing its version is told by. */
export interface ShopColumns {
  table(name: string): boolean;
  /** `order.payment_code`. */
  column(path: string): ColumnFact | undefined;
  has(path: string): boolean;
}

export function shopColumns(facts: readonly ColumnFact[]): ShopColumns {
  const byPath = new Map(facts.map((fact) => [`${fact.table}.${fact.column}`, fact]));
  const tables = new Set(facts.map((fact) => fact.table));
  return {
    table: (name) => tables.has(name),
    column: (path) => byPath.get(path),
    has: (path) => byPath.has(path),
  };
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const ADDRESS = words('firstname lastname company address_1 address_2 city postcode country country_id zone zone_id');

/** What is read or written in every version; a shop without one of them is not understood. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  order: [
    ...words('order_id store_id store_name store_url customer_id customer_group_id firstname lastname email telephone'),
    ...ADDRESS.flatMap((name) => [`payment_${name}`, `shipping_${name}`]),
    ...words('payment_address_format shipping_address_format payment_method shipping_method comment total'),
    ...words('order_status_id affiliate_id commission language_id currency_code currency_value ip'),
    ...words('invoice_no invoice_prefix date_added date_modified'),
  ],
  order_history: words('order_history_id order_id order_status_id notify comment date_added'),
  order_product: words('order_product_id order_id product_id name model quantity price total tax reward'),
  order_option: words(
    'order_option_id order_id order_product_id product_option_id product_option_value_id name value type',
  ),
  order_total: words('order_total_id order_id code title value sort_order'),
  order_status: words('order_status_id language_id name'),
  product: words('product_id quantity subtract tax_class_id weight weight_class_id'),
  product_option_value: words('product_option_value_id quantity subtract'),
  weight_class_description: words('weight_class_id language_id unit'),
  tax_rule: words('tax_rule_id tax_class_id tax_rate_id based priority'),
  tax_rate: words('tax_rate_id geo_zone_id name rate type'),
  tax_rate_to_customer_group: words('tax_rate_id customer_group_id'),
  zone_to_geo_zone: words('geo_zone_id country_id zone_id'),
  country: words('country_id iso_code_2'),
  zone: words('zone_id country_id code'),
  coupon: words('coupon_id code name type discount shipping total status'),
  customer_transaction: words('customer_id order_id description amount date_added'),
  currency: words('currency_id title code symbol_left symbol_right decimal_place value status'),
  language: words('language_id name code sort_order status'),
  store: words('store_id name url'),
  setting: words('store_id code key value serialized'),
  event: words('code trigger action status'),
  extension: words('type code'),
  user: words('user_id user_group_id username password firstname lastname email status'),
  user_group: words('user_group_id name permission'),
};

/** The tables of which `NEEDED` names columns. */
export const NEEDED_TABLES: readonly string[] = Object.keys(NEEDED);

/** `order_history.notify`, or `order_history` where the whole table is missing. */
export function missingColumns(columns: ShopColumns): string[] {
  return Object.entries(NEEDED).flatMap(([table, names]) =>
    columns.table(table) ? names.map((name) => `${table}.${name}`).filter((path) => !columns.has(path)) : [table],
  );
}
