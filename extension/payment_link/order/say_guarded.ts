import { crashPoint } from '../../../system/crash_point';
import type { Db, Tx } from '../../../system/db/table';
import type { PaymentLinks } from '../context';
import { beginEffect, confirmEffect, type BegunEffect } from './effects';
import { flagLink } from '../journal/flag_link';
import type { Link } from '../link/link_row';
import type { HistoryResult, Order } from '../order_book';
import { isSaid, sayLine, type HistoryWish } from './say_line';

/**
 * Says a fact on a shop whose tables cannot undo: it is recorded as begun, done, and confirmed. The book writes the
 * status first and the line last, so what an interrupted try left can be told: the line is there, all was done; the
 * status is untouched, nothing was; between the two, stock may have moved or not, and a person looks.
 */
export async function sayGuarded(
  context: PaymentLinks,
  tx: Tx,
  { link, orderId, aside }: { link: Link; orderId: number; aside: Db },
  wish: HistoryWish,
): Promise<HistoryResult | null> {
  const order = await context.orderBook.findOrder(tx, orderId);
  if (!order) return null;
  const now = context.clock.now();
  const { linkId } = link;
  const left = await beginEffect(aside, { linkId, effect: wish.effect, detail: String(order.statusId), now });
  if (left?.state === 'done') return null;
  crashPoint('effect.begun');
  const said = left
    ? await finish(context, tx, { link, order, wish, left })
    : await sayLine(context, tx, link, orderId, wish);
  crashPoint('effect.done');
  await confirmEffect(tx, linkId, wish.effect, now);
  return said;
}

interface LeftHalf {
  readonly link: Link;
  readonly order: Order;
  readonly wish: HistoryWish;
  readonly left: BegunEffect;
}

async function finish(
  context: PaymentLinks,
  tx: Tx,
  { link, order, wish, left }: LeftHalf,
): Promise<HistoryResult | null> {
  if (await isSaid(context, tx, order.orderId, wish.comment)) return null;
  const from = Number(left.detail);
  const untouched = wish.statusId === 0 || order.statusId === from;
  if (!untouched && (await movesStock(context, tx, order.storeId, from, wish.statusId))) {
    await flagLink(context, tx, link, ['order_half_moved']);
  }
  return sayLine(context, tx, link, order.orderId, untouched ? wish : { ...wish, statusId: 0 });
}

async function movesStock(context: PaymentLinks, tx: Tx, storeId: number, from: number, to: number): Promise<boolean> {
  const reserving = await context.orderBook.reservingStatusIds(tx, storeId);
  return reserving.includes(from) !== reserving.includes(to);
}
