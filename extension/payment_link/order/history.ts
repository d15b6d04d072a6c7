import type { Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import { once } from './effects';
import type { Link } from '../link/link_row';
import type { HistoryResult } from '../order_book';
import { sayGuarded } from './say_guarded';
import { isSaid, sayLine, type HistoryWish } from './say_line';

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
  const { orderId } = link;
  if (orderId === null) return null;
  const { aside, rollsBack } = context.orderBook;
  if (aside) return sayGuarded(context, tx, { link, orderId, aside }, wish);
  if (!(await once(tx, link.linkId, wish.effect, context.clock.now()))) return null;
  if (rollsBack === false && (await isSaid(context, tx, orderId, wish.comment))) return null;
  return sayLine(context, tx, link, orderId, wish);
}
