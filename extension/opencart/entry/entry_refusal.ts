import type { Db } from '../../../system/db/table';
import { listInstalled } from '../setting/extensions';
import { readSettings } from '../setting/settings';
import type { ShopColumns } from '../attach/shop_columns';
import type { EntryRefusal } from './order_desk';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** What entering an order reads beyond what every attached shop must have. */
const NEEDED = words(`
  product.model product.price product.points product.shipping product.minimum product.status product.date_available
  product_description.name product_to_store.store_id product_option.required product_option.value option.type
  option_description.name option_value.sort_order option_value_description.name product_option_value.option_value_id
  product_option_value.price product_option_value.price_prefix product_option_value.points
  product_option_value.weight product_discount.price product_reward.points customer.firstname customer.email
  customer_group.sort_order customer_group_description.name address.address_1 weight_class.value geo_zone.name
  order.custom_field order.affiliate_id order.currency_id order.marketing_id order.forwarded_ip
`);

/** Totals that this program computes; a gift voucher is only ever used by a customer. */
const KNOWN_TOTALS = new Set(words('sub_total reward shipping coupon low_order_fee handling tax credit voucher total'));

/** Null where orders can be entered for the store. */
export async function entryRefusal(db: Db, columns: ShopColumns, storeId: number): Promise<EntryRefusal | null> {
  const missing = NEEDED.filter((path) => !columns.has(path));
  if (missing.length > 0) return { reason: 'lacks', names: missing };
  const settings = await readSettings(db, storeId);
  const unknown = (await listInstalled(db, 'total')).filter(
    (code) => !KNOWN_TOTALS.has(code) && settings.flag(`total_${code}_status`),
  );
  return unknown.length === 0 ? null : { reason: 'totals', names: unknown };
}
