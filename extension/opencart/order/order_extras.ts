import type { Db, Tx } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { shopDialect } from '../dialect';
import type { ShopTime } from '../shop_time';

/** What an order carries besides its lines; a status change has effects on each. */
export interface OrderExtras {
  readonly totalCodes: readonly string[];
  readonly giftVouchers: boolean;
  readonly subscriptions: boolean;
  readonly affiliateId: number;
  /** Base currency, exact decimal text. */
  readonly commission: string;
}

export async function readOrderExtras(db: Db, orderId: number): Promise<OrderExtras> {
  const dialect = shopDialect(db);
  const totals = await db<{ order_id: number; code: string }>(t(db, 'order_total')).where('order_id', orderId);
  const earns = await db<{ order_id: number; affiliate_id: number | null; commission: string | null }>(t(db, 'order'))
    .where('order_id', orderId)
    .first('affiliate_id', 'commission');
  return {
    totalCodes: totals.map((total) => total.code),
    giftVouchers: dialect.giftVouchers && (await hasRow(db, 'order_voucher', orderId)),
    subscriptions: dialect.subscriptions && (await hasRow(db, 'order_subscription', orderId)),
    affiliateId: earns?.affiliate_id ?? 0,
    commission: earns?.commission ?? '0.0000',
  };
}

async function hasRow(db: Db, table: 'order_voucher' | 'order_subscription', orderId: number): Promise<boolean> {
  const row = await db<{ order_id: number }>(t(db, table)).where('order_id', orderId).first('order_id');
  return row !== undefined;
}

interface Commission {
  readonly orderId: number;
  readonly affiliateId: number;
  readonly amount: string;
  readonly at: ShopTime;
}

interface TransactionRow {
  customer_id: number;
  order_id: number;
  description: string;
  amount: string;
  date_added: string;
}

/** Once for an order, whoever of the customers it was booked for. */
export async function bookCommission(tx: Tx, { orderId, affiliateId, amount, at }: Commission): Promise<void> {
  const table = t(tx, 'customer_transaction');
  if (await tx<TransactionRow>(table).where('order_id', orderId).first('customer_id')) return;
  const description = `Order ID: #${orderId}`;
  await tx<TransactionRow>(table).insert({
    customer_id: affiliateId,
    order_id: orderId,
    description,
    amount,
    date_added: at,
  });
}

export async function takeCommissionBack(tx: Tx, orderId: number, affiliateId: number): Promise<void> {
  const mine = { order_id: orderId, customer_id: affiliateId };
  await tx<TransactionRow>(t(tx, 'customer_transaction')).where(mine).delete();
}
