import type { Tx } from '../../system/db/table';
import { AppError } from '../../system/errors';
import type { PaymentLinks } from './context';
import { once } from './effects';
import type { Link } from './link_row';
import type { HistoryResult } from './order_book';

/** How far back a line is looked for on shops whose tables do not roll back. */
const LOOK_BACK = 30;

export interface HistoryWish {
  /** Names the fact: done once per link. */
  readonly effect: string;
  /** 0 leaves the order where it is. */
  readonly statusId: number;
  readonly comment: string;
  readonly notify: boolean;
}

/**
 * Says one fact in the order's history once, moving the order when a status is named. Null when it was said before.
 * Where the shop's tables cannot roll back (MyISAM), a line that a killed process left is recognised by its words,
 * which name the payment or the link.
 */
export async function sayOnce(
  context: PaymentLinks,
  tx: Tx,
  link: Link,
  wish: HistoryWish,
): Promise<HistoryResult | null> {
  if (link.orderId === null || !(await once(tx, link.linkId, wish.effect, context.clock.now()))) return null;
  if (await saidBefore(context, tx, link.orderId, wish.comment)) return null;
  try {
    return await say(context, tx, link.orderId, wish);
  } catch (failed) {
    // The order was deleted; what is known of its link goes on without it.
    if (failed instanceof AppError && failed.code === 'order_not_found') return null;
    throw failed;
  }
}

async function say(context: PaymentLinks, tx: Tx, orderId: number, wish: HistoryWish): Promise<HistoryResult | null> {
  const { statusId, comment, notify } = wish;
  const order = statusId === 0 ? null : await context.orderBook.findOrder(tx, orderId);
  if (order && order.statusId !== statusId) {
    return context.orderBook.addHistory(tx, { orderId, statusId, comment, notify });
  }
  await context.orderBook.addNote(tx, orderId, comment, notify);
  return { applied: false, previousStatusId: order?.statusId ?? 0, oversold: [] };
}

async function saidBefore(context: PaymentLinks, tx: Tx, orderId: number, comment: string): Promise<boolean> {
  if (context.orderBook.rollsBack !== false) return false;
  const lines = await context.orderBook.listHistory(tx, orderId, { limit: LOOK_BACK, offset: 0 });
  return lines.some((line) => line.comment === comment);
}
