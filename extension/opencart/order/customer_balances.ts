import type { Decimal } from '../../../system/decimal';
import { decimal } from '../../../system/decimal';
import type { Db, Tx } from '../../../system/db/table';
import { dialectOf, t } from '../../../system/db/table';
import type { ShopTime } from '../shop_time';

/** Tables `customer_transaction` (store credit, base currency) and `customer_reward` (points): balances are sums. */
interface TransactionRow {
  customer_id: number;
  order_id: number;
  description: string;
  amount: string;
  date_added: string;
}

interface RewardRow {
  customer_id: number;
  order_id: number;
  description: string;
  points: number;
  date_added: string;
}

export interface Spending {
  readonly customerId: number;
  readonly orderId: number;
  readonly at: ShopTime;
}

/** Orders that spend the same customer's credit or points wait for each other. */
export async function lockCustomer(tx: Tx, customerId: number): Promise<void> {
  const find = tx<{ customer_id: number }>(t(tx, 'customer')).where({ customer_id: customerId }).first('customer_id');
  await (dialectOf(tx) === 'mysql' ? find.forUpdate() : find);
}

export async function creditBalance(db: Db, customerId: number): Promise<Decimal> {
  const rows = await db<TransactionRow>(t(db, 'customer_transaction'))
    .select('amount')
    .where({ customer_id: customerId });
  return rows.reduce((sum, row) => sum.plus(row.amount), decimal(0));
}

export async function pointsBalance(db: Db, customerId: number): Promise<number> {
  const rows = await db<RewardRow>(t(db, 'customer_reward')).select('points').where({ customer_id: customerId });
  return rows.reduce((sum, row) => sum + row.points, 0);
}

/** `amount` is below zero. */
export async function spendCredit(tx: Tx, spending: Spending & { amount: string }): Promise<void> {
  await tx<TransactionRow>(t(tx, 'customer_transaction')).insert({ ...rowOf(spending), amount: spending.amount });
}

/** `points` is below zero. */
export async function spendPoints(tx: Tx, spending: Spending & { points: number }): Promise<void> {
  await tx<RewardRow>(t(tx, 'customer_reward')).insert({ ...rowOf(spending), points: spending.points });
}

/** What the order spent; what it earned stays. An amount is below zero exactly when its text begins with a minus. */
export async function giveCreditBack(tx: Tx, orderId: number): Promise<void> {
  await tx<TransactionRow>(t(tx, 'customer_transaction'))
    .where({ order_id: orderId })
    .where('amount', 'like', '-%')
    .delete();
}

export async function givePointsBack(tx: Tx, orderId: number): Promise<void> {
  await tx<RewardRow>(t(tx, 'customer_reward')).where({ order_id: orderId }).where('points', '<', 0).delete();
}

/** All of the order, what it earned included: for an order that is deleted. */
export async function deleteTransactions(tx: Tx, orderId: number): Promise<void> {
  await tx<TransactionRow>(t(tx, 'customer_transaction')).where({ order_id: orderId }).delete();
}

/** OpenCart's own words, which its customer pages show. */
function rowOf(spending: Spending): Omit<TransactionRow, 'amount'> {
  return {
    customer_id: spending.customerId,
    order_id: spending.orderId,
    description: `Order ID: #${spending.orderId}`,
    date_added: spending.at,
  };
}
