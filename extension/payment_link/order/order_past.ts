import type { PaymentLinks } from '../context';
import type { Order, OrderPast } from '../order_book';
import type { OrderGateway } from '../make/order_gateway';
import type { OrderLinks } from './order_links';

export type PastRefusal = 'shop_makes_links' | 'shop_made_link' | 'paid_before';

const PAID = ['completed', 'shipped'];
const GIVEN_BACK = ['refunded', 'partial_refunded', 'chargedback'];

/**
 * Why an order that is in the Payment Request status gets no link by itself, although everything else speaks for one;
 * null where nothing of its past does, or where it has links of ours already. A person may still ask for one.
 */
export async function pastRefusal(
  context: PaymentLinks,
  order: Order,
  gateway: OrderGateway | null,
  known: OrderLinks,
): Promise<PastRefusal | null> {
  const readPast = context.orderBook.readPast;
  if (!readPast || !gateway?.settings.on || order.statusId !== gateway.settings.requestStatusId) return null;
  return judgePast(await readPast(context.db, order), gateway, known);
}

function judgePast(past: OrderPast, gateway: OrderGateway, known: OrderLinks): PastRefusal | null {
  if (past.shopMakesLinks) return 'shop_makes_links';
  // Lines of our own may name the provider's page too, and our own links know what was paid.
  if (known.links.length > 0) return null;
  if (past.shopMadeLink) return 'shop_made_link';
  const mapped = (words: readonly string[]): number[] =>
    words.map((word) => Number(gateway.settings.values[`order_status_id_${word}`] ?? 0));
  // "Processing" means paid only where the provider's news puts orders there.
  const telling = new Set([...past.completeStatusIds, ...mapped(GIVEN_BACK), ...(gateway.own ? mapped(PAID) : [])]);
  telling.delete(0);
  telling.delete(gateway.settings.requestStatusId);
  return past.transaction || past.statusIds.some((statusId) => telling.has(statusId)) ? 'paid_before' : null;
}
