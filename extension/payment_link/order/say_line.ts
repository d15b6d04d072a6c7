import type { Tx } from '../../../system/db/table';
import { AppError } from '../../../system/errors';
import type { PaymentLinks } from '../context';
import { flagLink } from '../journal/flag_link';
import type { Link } from '../link/link_row';
import type { HistoryResult } from '../order_book';
import { isStatusNotMoved } from './order_refusals';

export interface HistoryWish {
  /** Names the fact: done once per link. */
  readonly effect: string;
  /** 0 leaves the order where it is. */
  readonly statusId: number;
  readonly comment: string;
  readonly notify: boolean;
}

/** How far back a line is looked for on shops whose tables do not roll back. */
const LOOK_BACK = 30;

/**
 * Writes the line, moving the order when a status is named that it does not have. A shop that cannot honour the move
 * keeps its status; the line is written all the same, and a person is told. Null for an order that is gone.
 */
export async function sayLine(
  context: PaymentLinks,
  tx: Tx,
  link: Link,
  orderId: number,
  wish: HistoryWish,
): Promise<HistoryResult | null> {
  try {
    return await moveOrNote(context, tx, link, orderId, wish);
  } catch (failed) {
    // The order was deleted; what is known of its link goes on without it.
    if (failed instanceof AppError && failed.code === 'order_not_found') return null;
    throw failed;
  }
}

async function moveOrNote(
  context: PaymentLinks,
  tx: Tx,
  link: Link,
  orderId: number,
  { statusId, comment, notify }: HistoryWish,
): Promise<HistoryResult> {
  const order = statusId === 0 ? null : await context.orderBook.findOrder(tx, orderId);
  if (order && order.statusId !== statusId) {
    try {
      return await context.orderBook.addHistory(tx, { orderId, statusId, comment, notify });
    } catch (refused) {
      if (!isStatusNotMoved(refused)) throw refused;
      await flagLink(context, tx, link, ['order_not_moved']);
    }
  }
  await context.orderBook.addNote(tx, orderId, comment, notify);
  return { applied: false, previousStatusId: order?.statusId ?? 0, oversold: [] };
}

/** Whether a line of these words is there. Shops that know three bytes of UTF-8 replace what is wider. */
export async function isSaid(context: PaymentLinks, tx: Tx, orderId: number, comment: string): Promise<boolean> {
  const lines = await context.orderBook.listHistory(tx, orderId, { limit: LOOK_BACK, offset: 0 });
  return lines.some((line) => narrow(line.comment) === narrow(comment));
}

function narrow(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, '\uFFFD').trim();
}
