import type { Db } from '../../system/db/table';
import { t } from '../../system/db/table';

/** What people read on the pages of the pricing shop: names of store, countries, regions, groups and statuses. */
export async function shopWords(db: Db): Promise<void> {
  await db(t(db, 'order_status')).delete();
  for (const [table, rows] of Object.entries(ROWS)) await db(t(db, table)).insert(rows);
  const values = (await db(t(db, 'option_value_description')).select('option_value_id', 'option_id')) as object[];
  await db(t(db, 'option_value')).insert(values.map((value) => ({ ...value, image: '', sort_order: 0 })));
}

const both = (id: string, names: Readonly<Record<number, string>>) =>
  Object.entries(names).flatMap(([key, name]) =>
    [1, 2].map((language_id) => ({ [id]: Number(key), language_id, name })),
  );
const setting = (key: string, value: string) => ({ store_id: 0, code: 'config', key, value, serialized: 0 });

const ROWS: Readonly<Record<string, readonly object[]>> = {
  setting: [
    setting('config_name', 'Tulip &amp; Daughters'),
    setting('config_owner', 'Tulip &amp; Daughters B.V.'),
    setting('config_address', 'Kraanspoor 39\n1033 SC Amsterdam'),
    setting('config_email', 'shop@example.com'),
    setting('config_telephone', '020 123 4567'),
    setting('config_url', 'https://shop.example/'),
    setting('config_currency', 'EUR'),
    setting('config_language_catalog', 'en-gb'),
    setting('config_timezone', 'Europe/Amsterdam'),
    setting('config_customer_group_id', '1'),
    setting('config_order_status_id', '1'),
    setting('config_stock_display', '0'),
    setting('config_stock_warning', '0'),
    setting('config_stock_checkout', '0'),
    setting('config_encryption', 'kept by every save'),
  ],
  order_status: both('order_status_id', {
    ...{ 1: 'Pending', 2: 'Processing', 3: 'Shipped', 5: 'Complete', 7: 'Canceled', 14: 'Expired', 16: 'Voided' },
    17: 'Payment Request',
  }),
  country_description: both('country_id', {
    ...{ 150: 'Netherlands', 222: 'United Kingdom', 223: 'United States' },
    ...{ 224: 'Antarctica', 225: 'Nowhere any more' },
  }),
  zone_description: both('zone_id', {
    ...{ 2336: 'Noord-Holland', 3553: 'Greater London', 3563: 'Hertfordshire', 3566: 'Lancashire', 3655: 'New York' },
  }),
  customer_group_description: both('customer_group_id', { 1: 'Default', 2: 'Wholesale' }),
  tax_class: [
    { tax_class_id: 9, title: 'Taxable Goods' },
    { tax_class_id: 10, title: 'Downloadable Products' },
  ],
  stock_status: both('stock_status_id', { 5: 'Out Of Stock', 6: '2-3 Days', 7: 'In Stock' }),
};
