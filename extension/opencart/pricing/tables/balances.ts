import type { Decimal } from '../../../../system/decimal';
import { decimal } from '../../../../system/decimal';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { exceptOrder } from './except_order';

/** Store credit, base currency; what the order being edited has taken is left out. */
export async function customerBalance(db: Db, customerId: number, exceptOrderId: number): Promise<Decimal> {
  const rows = (await db(t(db, 'customer_transaction'))
    .select('amount')
    .where('customer_id', customerId)
    .modify(exceptOrder, exceptOrderId)) as { amount: string | null }[];
  return rows.reduce((sum, row) => sum.plus(decimal(row.amount)), decimal(0));
}

/** Reward points; what the order being edited has taken or given is left out. */
export async function rewardBalance(db: Db, customerId: number, exceptOrderId: number): Promise<number> {
  const rows = (await db(t(db, 'customer_reward'))
    .where('customer_id', customerId)
    .modify(exceptOrder, exceptOrderId)
    .sum({ points: 'points' })) as { points: number | string | null }[];
  return Number(rows[0]?.points ?? 0);
}
