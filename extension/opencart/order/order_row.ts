/** Columns of table `order` as OpenCart 4.1 has them. Texts are stored escaped, amounts are exact decimal text. */
export interface OrderRow {
  order_id: number;
  subscription_id: number;
  /** 0 until an invoice was asked for. */
  invoice_no: number;
  invoice_prefix: string | null;
  transaction_id: string | null;
  store_id: number;
  store_name: string | null;
  store_url: string | null;
  /** 0 for a guest. */
  customer_id: number;
  customer_group_id: number;
  firstname: string | null;
  lastname: string | null;
  email: string | null;
  telephone: string | null;
  custom_field: string | null;
  payment_address_id: number;
  payment_firstname: string | null;
  payment_lastname: string | null;
  payment_company: string | null;
  payment_address_1: string | null;
  payment_address_2: string | null;
  payment_city: string | null;
  payment_postcode: string | null;
  payment_country: string | null;
  payment_country_id: number | null;
  payment_zone: string | null;
  payment_zone_id: number | null;
  payment_address_format: string | null;
  payment_custom_field: string | null;
  /** JSON, or a plain title before 4.0.2 and on rows that an upgrade carried over: see `order_method.ts`. */
  payment_method: string | null;
  /** Only before 4.0.2, as `shipping_code`. */
  payment_code?: string;
  shipping_address_id: number | null;
  shipping_firstname: string | null;
  shipping_lastname: string | null;
  shipping_company: string | null;
  shipping_address_1: string | null;
  shipping_address_2: string | null;
  shipping_city: string | null;
  shipping_postcode: string | null;
  shipping_country: string | null;
  shipping_country_id: number | null;
  shipping_zone: string | null;
  shipping_zone_id: number | null;
  shipping_address_format: string | null;
  shipping_custom_field: string | null;
  /** JSON, or empty when nothing ships. */
  shipping_method: string | null;
  shipping_code?: string;
  comment: string | null;
  total: string;
  order_status_id: number;
  affiliate_id: number;
  commission: string | null;
  marketing_id: number;
  tracking: string | null;
  language_id: number | null;
  language_code: string | null;
  currency_id: number | null;
  currency_code: string | null;
  currency_value: string | null;
  ip: string | null;
  forwarded_ip: string | null;
  user_agent: string | null;
  accept_language: string | null;
  /** The shop's wall time, as `date_modified`. */
  date_added: string | null;
  date_modified: string | null;
}

export type NewOrderRow = Omit<OrderRow, 'order_id'>;
