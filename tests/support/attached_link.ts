import type { PaymentLinks } from '../../extension/payment_link/context';
import type { Link } from '../../extension/payment_link/link/link_row';
import { findLink } from '../../extension/payment_link/link/links';
import type { OrderBook } from '../../extension/payment_link/order_book';
import { t } from '../../system/db/table';
import { NOW, type AttachedTestShop } from './attached_shop';

let links = 0;

/** An active link of an order. */
export async function linkOf(shop: AttachedTestShop, orderId: number): Promise<Link> {
  const [linkId] = await shop.db(t(shop.db, 'payment_link')).insert({
    ...{
      store_id: 0,
      order_id: orderId,
      purpose: 'order',
      attempt: 1,
      token: `t${++links}`,
      notify_token: `n${links}`,
    },
    ...{ gateway: 'multisafepay', reference: `r${links}`, environment: 'test', account: 'a', state: 'active' },
    ...{ amount_minor: 100, currency: 'EUR', description: '', lifetime_seconds: 60, snapshot: '{"language":"en-gb"}' },
    ...{ requested_at: NOW, created_by: 'system', created_at: NOW, updated_at: NOW },
  });
  const link = await findLink(shop.db, Number(linkId));
  if (!link) throw new Error('no link');
  return link;
}

export async function flagsOf(shop: AttachedTestShop, link: Link): Promise<readonly string[]> {
  return (await findLink(shop.db, link.linkId))?.flags ?? [];
}

/** As much of the use cases' world as telling a shop takes. */
export function tellingContext(shop: AttachedTestShop, orderBook: OrderBook = shop.book): PaymentLinks {
  const { db } = shop;
  return {
    db,
    clock: { now: () => NOW },
    orderBook,
    bus: { announce: async () => undefined },
  } as unknown as PaymentLinks;
}
