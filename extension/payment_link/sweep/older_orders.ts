import type { PaymentLinks } from '../context';
import { ordersAsked } from '../jobs';
import { linkDecision, orderGateway } from '../make/link_facts';
import { ordersWithLinks } from '../list/link_lists';
import type { Order } from '../order_book';
import { ordersInStatus } from './orders_in_status';
import type { Decision } from '../make/rule';
import type { SweepPlace } from './sweep_start';

/** Counted no further: "more than 2,000" is enough on a page. */
const OLDER_COUNTED_MAX = 2000;

/** Among orders of other methods in the same status the look ends somewhere. */
const LOOKED_AT_MAX = 20_000;

export interface OlderOrders {
  /** Newest first. */
  readonly orderIds: readonly number[];
  /** There may be others below. */
  readonly more: boolean;
}

/**
 * Orders that were in the Payment Request status before the place's starting point, whose payment method is one of its
 * gateway's (or chosen by the owner) and that never had a link: no event and no sweep ever acts on them.
 */
export async function listOlderOrders(
  context: PaymentLinks,
  place: SweepPlace,
  page: { readonly upToOrderId?: number; readonly limit?: number } = {},
): Promise<OlderOrders> {
  const { afterOrderId: newest } = place.start;
  const limit = page.limit ?? OLDER_COUNTED_MAX;
  const range = { afterOrderId: 0, upToOrderId: Math.min(page.upToOrderId ?? newest, newest) };
  const found: number[] = [];
  let lookedAt = 0;
  for await (const orderIds of ordersInStatus(context, place, range)) {
    if (lookedAt >= LOOKED_AT_MAX) return { orderIds: found, more: true };
    found.push(...(await wantingLinks(context, place, orderIds)));
    if (found.length > limit) return { orderIds: found.slice(0, limit), more: true };
    lookedAt += orderIds.length;
  }
  return { orderIds: found, more: false };
}

/** Those of the orders that never had a link of ours, wait for none, and are paid by the place's gateway. */
export async function wantingLinks(
  context: PaymentLinks,
  { storeId, gateway }: Pick<SweepPlace, 'storeId' | 'gateway'>,
  orderIds: readonly number[],
): Promise<number[]> {
  const { db, orderBook } = context;
  const served = new Set([...(await ordersWithLinks(db, orderIds)), ...(await ordersAsked(db, orderIds))]);
  const codes = await orderBook.listPaymentCodes(
    db,
    orderIds.filter((orderId) => !served.has(orderId)),
  );
  const own = new Set<string>();
  for (const code of new Set(codes.values())) {
    const found = await orderGateway(context, { storeId, paymentMethod: { code } });
    if (found?.provider.code === gateway) own.add(code);
  }
  return orderIds.filter((orderId) => {
    const code = codes.get(orderId);
    return code !== undefined && own.has(code);
  });
}

export interface OlderOrder {
  readonly order: Order;
  /** What would become of it now: not every order that could have a link gets one without a person's look. */
  readonly decision: Decision;
}

/** By the very rule that new orders are judged by; an order that is gone is left out. */
export async function judgeOlder(context: PaymentLinks, orderIds: readonly number[]): Promise<OlderOrder[]> {
  const judged: OlderOrder[] = [];
  for (const orderId of orderIds) {
    const order = await context.orderBook.findOrder(context.db, orderId);
    if (order) judged.push({ order, decision: await linkDecision(context, order) });
  }
  return judged;
}
