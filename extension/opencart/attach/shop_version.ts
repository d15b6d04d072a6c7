import type { ShopColumns } from './shop_columns';

export type ShopGroup = '3.0' | '3.0.5' | '4.0.0' | '4.0.2' | '4.1';

/** How the shop's program names its status change in table `event`. */
export type EventStyle = 'order/addOrderHistory' | 'order/addHistory' | 'order.addHistory' | 'none';

export interface ShopVersion {
  readonly group: ShopGroup | 'unknown';
  /** For a person: "4.1.0.1 – 4.1.0.3". */
  readonly release: string;
  /** Why it is not understood; empty when it is. */
  readonly reasons: readonly string[];
}

/**
 * OpenCart keeps no version number in its database. The columns tell it, newest first, because upgrades leave old
 * tables and columns behind; the event of the order mail must not contradict them.
 */
export function readVersion(columns: ShopColumns, styles: readonly EventStyle[]): ShopVersion {
  const told = byColumns(columns);
  if (told.group === 'unknown') return told;
  const wanted = styleOf(told.group);
  if (styles.length === 0 || styles.includes(wanted)) return told;
  const reason = `the columns are those of ${told.release}, but the event of the order mail is ${styles.join(', ')}, not ${wanted}`;
  return { group: 'unknown', release: told.release, reasons: [reason] };
}

export function styleOf(group: ShopGroup): EventStyle {
  if (group === '4.1') return 'order.addHistory';
  return group.startsWith('4.') ? 'order/addHistory' : 'order/addOrderHistory';
}

function byColumns(columns: ShopColumns): ShopVersion {
  const known = (group: ShopGroup, release: string): ShopVersion => ({ group, release, reasons: [] });
  if (columns.table('task')) return unknown('5.0 alpha', 'this version of OpenCart is not released yet');
  if (columns.has('product_discount.type') && columns.table('api_history')) return known('4.1', release41(columns));
  const orderOf4 = columns.has('order.payment_address_id') && !columns.has('order.payment_code');
  if (orderOf4 && columns.has('order_total.extension') && columns.table('order_subscription')) {
    return known('4.0.2', release402(columns));
  }
  if (columns.has('order.transaction_id') && columns.has('order.payment_code')) {
    return known('4.0.0', '4.0.0.0 – 4.0.1.1');
  }
  const salted = columns.has('user.salt') && columns.table('order_recurring');
  if (columns.has('order.payment_code') && salted) {
    const wide = columns.column('order.comment')?.charset === 'utf8mb4';
    return wide ? known('3.0.5', '3.0.5') : known('3.0', '3.0.0 – 3.0.4');
  }
  if (orderOf4 && columns.table('order_recurring')) {
    return unknown('3.2', 'the mixture of OpenCart 3 and 4 called 3.2 is not supported');
  }
  return unknown('unknown', columns.table('order') ? 'its columns fit no known version' : 'there is no table "order"');
}

function release41(columns: ShopColumns): string {
  if (!columns.table('country_description')) return '4.1.0.0';
  return columns.has('product.sku') ? '4.1.0.1 – 4.1.0.3' : '4.1.0.4';
}

function release402(columns: ShopColumns): string {
  if (columns.table('article')) return '4.0.2.3';
  return columns.has('cart.override') ? '4.0.2.2' : '4.0.2.0 – 4.0.2.1';
}

function unknown(release: string, reason: string): ShopVersion {
  return { group: 'unknown', release, reasons: [reason] };
}
