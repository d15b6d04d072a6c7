import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import type { Order } from '../../payment_link/order_book';
import { plainText } from '../escaping';
import { readOrder } from './find_order';
import type { OrderRow } from './order_row';

/** An order as its page shows it. */
export interface OrderView {
  readonly order: Order;
  /** In the reader's language; empty for a missing order. */
  readonly statusName: string;
  readonly customerGroupName: string;
  /** Prefix and number; null until an invoice was asked for. */
  readonly invoice: string | null;
  readonly transactionId: string;
  readonly userAgent: string;
}

type ViewRow = OrderRow & { status_name: string | null; group_name: string | null };

/** Null when there is no such order. `languageId`: of the names of status and group. */
export async function findOrderView(db: Db, orderId: number, languageId: number): Promise<OrderView | null> {
  const row = await findViewRow(db, orderId, languageId);
  if (row === null) return null;
  const order = await readOrder(db, row);
  return {
    order,
    statusName: plainText(row.status_name),
    customerGroupName: plainText(row.group_name),
    invoice: order.invoiceNumber ?? null,
    transactionId: plainText(row.transaction_id),
    userAgent: plainText(row.user_agent),
  };
}

async function findViewRow(db: Db, orderId: number, languageId: number): Promise<ViewRow | null> {
  const row = (await db(t(db, 'order as o'))
    .leftJoin(t(db, 'order_status as s'), (on) =>
      on.on('s.order_status_id', 'o.order_status_id').andOnVal('s.language_id', languageId),
    )
    .leftJoin(t(db, 'customer_group_description as g'), (on) =>
      on.on('g.customer_group_id', 'o.customer_group_id').andOnVal('g.language_id', languageId),
    )
    .where('o.order_id', orderId)
    .first('o.*', 's.name as status_name', 'g.name as group_name')) as ViewRow | undefined;
  return row ?? null;
}
