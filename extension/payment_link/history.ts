import type { Tx } from '../../system/db/table';
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
  const order = await context.orderBook.findOrder(tx, link.orderId);
  if (!order) return null;
  if (wish.statusId === 0 || wish.statusId === order.statusId) {
    await context.orderBook.addNote(tx, link.orderId, wish.comment, wish.notify);
    return { applied: false, previousStatusId: order.statusId, oversold: [] };
  }
  return context.orderBook.addHistory(tx, {
    orderId: link.orderId,
    statusId: wish.statusId,
    comment: wish.comment,
    notify: wish.notify,
  });
}

async function saidBefore(context: PaymentLinks, tx: Tx, orderId: number, comment: string): Promise<boolean> {
  if (context.orderBook.rollsBack !== false) return false;
  const lines = await context.orderBook.listHistory(tx, orderId, { limit: LOOK_BACK, offset: 0 });
  return lines.some((line) => line.comment === comment);
}
