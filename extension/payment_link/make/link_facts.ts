import { isCurrency } from '../../../system/currencies';
import type { PaymentLinks } from '../context';
import type { GatewayProvider } from '../gateway';
import { readGatewaySettings } from '../gateways/gateway_settings';
import type { Order } from '../order_book';
import { amountToCharge } from '../order/order_amount';
import { listLinksOfOrder } from '../link/links';
import { openLinkOf, readOrderLinks, receivedMinor, withPayments, type OrderLinks } from '../order/order_links';
import type { OrderGateway } from './order_gateway';
import { pastRefusal, type PastRefusal } from '../order/order_past';
import { methodOf } from '../gateways/payment_code';
import { decide, type Decision, type LinkFacts } from './rule';
import { sentence } from '../texts';
import { isChosen, readWhichOrders } from '../sweep/which_orders';

/** What of an order tells its gateway. */
export interface PaidOrder {
  readonly storeId: number;
  readonly paymentMethod: Pick<Order['paymentMethod'], 'code'>;
}

/** By the order's store and payment code alone. */
export async function orderGateway(context: PaymentLinks, order: PaidOrder): Promise<OrderGateway | null> {
  for (const provider of context.providers) {
    const own = methodOf(order.paymentMethod.code, provider.code);
    if (own) return { ...(await gatewayIn(context, order.storeId, provider)), method: own.method, own: true };
  }
  return chosenGateway(context, order);
}

/** For methods of others: the first provider whose links are on, where the owner chose such orders. */
async function chosenGateway(context: PaymentLinks, order: PaidOrder): Promise<OrderGateway | null> {
  const which = readWhichOrders(await context.settingsFor(order.storeId, 'payment_link'));
  if (!isChosen(which, order.paymentMethod.code)) return null;
  for (const provider of context.providers) {
    const gateway = await gatewayIn(context, order.storeId, provider);
    if (gateway.settings.on) return { ...gateway, method: null, own: false };
  }
  return null;
}

async function gatewayIn(context: PaymentLinks, storeId: number, provider: GatewayProvider) {
  const values = await context.settingsFor(storeId, provider.code);
  return { provider, settings: readGatewaySettings(values), account: provider.accountOf(values) };
}

/** What the rule looks at; see `rule.ts`. */
export function factsOf(
  order: Order,
  gateway: OrderGateway | null,
  known: OrderLinks,
  past: PastRefusal | null = null,
): LinkFacts {
  // A currency that nobody knows cannot be counted; the gateway then says why it is refused.
  const amount = isCurrency(order.currencyCode) ? amountToCharge(order) : { minor: 1, currency: order.currencyCode };
  return {
    on: gateway?.settings.on ?? false,
    requestStatusId: gateway?.settings.requestStatusId ?? 0,
    orderStatusId: order.statusId,
    ownMethod: gateway !== null,
    totalMinor: amount.minor,
    alreadyPaid: receivedMinor(known.payments, amount.currency) > 0,
    linkOpen: openLinkOf(known, 'order') !== null,
    hasKey: gateway?.account !== null && gateway !== null,
    pastRefusal: past,
    currencyRefusal: gateway ? gateway.provider.refusesCurrency(amount.currency, gateway.settings.values) : null,
  };
}

/** Whether this order would get a link now, and if not, why, for the order page. */
export async function linkDecision(context: PaymentLinks, order: Order): Promise<Decision> {
  return decideOn(context, order, await readOrderLinks(context.db, order.orderId));
}

async function decideOn(context: PaymentLinks, order: Order, known: OrderLinks): Promise<Decision> {
  const gateway = await orderGateway(context, order);
  return decide(factsOf(order, gateway, known, await pastRefusal(context, order, gateway, known)));
}

/** The reason as a sentence; null when a link is due. */
export function reasonSentence(decision: Decision, language: string): string | null {
  if (decision.kind === 'ask') return null;
  return sentence(language, `none_${decision.reason}`, { detail: decision.detail ?? '' });
}

/** For the order mail, which waits for a link: `waiting` until it is made, `mailed` once its own mail is queued. */
export async function linkDue(context: PaymentLinks, orderId: number): Promise<'none' | 'waiting' | 'mailed'> {
  const links = await listLinksOfOrder(context.db, orderId);
  const open = openLinkOf({ links }, 'order');
  if (open) return open.state === 'requested' ? 'waiting' : 'mailed';
  const order = await context.orderBook.findOrder(context.db, orderId);
  if (!order) return 'none';
  // By the links as they were: one made since would read as "a link is open", and two mails would go.
  const decision = await decideOn(context, order, await withPayments(context.db, links));
  return decision.kind === 'ask' ? 'waiting' : 'none';
}
