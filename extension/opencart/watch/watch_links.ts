import { transaction } from '../../../system/db/transaction';
import type { PaymentLinks } from '../../payment_link/context';
import type { Link } from '../../payment_link/link/link_row';
import { listOpenLinksAfter } from '../../payment_link/list/link_lists';
import { findWatchedOrders, type WatchedOrder } from '../order/order_heads';
import { followLater } from './watch_round';

const BATCH = 300;

/**
 * The slower look: what happened to the orders of open links without a line in their history (deleted, or changed by
 * a statement of an extension). Says each change once per process; what is said twice does no harm.
 */
export class LinkWatch {
  readonly #context: PaymentLinks;
  readonly #said = new Map<number, string>();
  #afterLinkId = 0;

  constructor(context: PaymentLinks) {
    this.#context = context;
  }

  /** One batch of open links, going round. */
  async round(): Promise<void> {
    const { db } = this.#context;
    const links = await listOpenLinksAfter(db, this.#afterLinkId, BATCH);
    this.#afterLinkId = links.length < BATCH ? 0 : (links.at(-1)?.linkId ?? 0);
    const withOrder = links.filter((link) => link.orderId !== null);
    const orders = await findWatchedOrders(
      db,
      withOrder.map((link) => link.orderId ?? 0),
    );
    for (const link of withOrder) await this.#compare(link, orders.get(link.orderId ?? 0));
  }

  async #compare(link: Link, order: WatchedOrder | undefined): Promise<void> {
    const orderId = link.orderId ?? 0;
    const differs = order === undefined || order.statusId === 0 || isUnchanged(link, order) ? null : stateOf(order);
    const news = order === undefined ? 'deleted' : differs;
    if (news === null) return void this.#said.delete(link.linkId);
    if (this.#said.get(link.linkId) === news) return;
    const { bus, clock } = this.#context;
    await transaction(this.#context.db, async (tx) => {
      if (order === undefined) return bus.announce(tx, 'order.deleted', { orderId });
      if (order.statusId !== link.snapshot.statusId) {
        await bus.announce(tx, 'order.status_entered', { orderId, statusId: order.statusId, historyId: 0 });
      }
      await followLater(tx, orderId, clock.now());
    });
    this.#said.set(link.linkId, news);
    this.#context.wake();
  }
}

function isUnchanged({ snapshot }: Link, order: WatchedOrder): boolean {
  return (
    order.statusId === snapshot.statusId &&
    order.total === snapshot.total &&
    order.currencyValue === snapshot.currencyValue
  );
}

function stateOf(order: WatchedOrder): string {
  return `${order.statusId} ${order.total} ${order.currencyValue}`;
}
