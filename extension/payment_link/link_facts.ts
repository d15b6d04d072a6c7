import { isCurrency } from '../../system/currencies';
import type { PaymentLinks } from './context';
import type { GatewayAccount, GatewayProvider } from './gateway';
import { readGatewaySettings, type GatewaySettings } from './gateway_settings';
import type { Order } from './order_book';
import { amountToCharge } from './order_amount';
import { openLinkOf, readOrderLinks, receivedMinor, type OrderLinks } from './order_links';
import { methodOf } from './payment_code';
import { decide, type Decision, type LinkFacts } from './rule';
import { sentence } from './texts';

/** The gateway an order's payment method belongs to, with what its settings say for the order's store. */
export interface OrderGateway {
  readonly provider: GatewayProvider;
  readonly settings: GatewaySettings;
  readonly account: GatewayAccount | null;
  /** The one method chosen, or null for all. */
  readonly method: string | null;
}

export async function orderGateway(context: PaymentLinks, order: Order): Promise<OrderGateway | null> {
  for (const provider of context.providers) {
    const own = methodOf(order.paymentMethod.code, provider.code);
    if (!own) continue;
    const values = await context.settingsFor(order.storeId, provider.code);
    return {
      provider,
      settings: readGatewaySettings(values),
      account: provider.accountOf(values),
      method: own.method,
    };
  }
  return null;
}

/** What the rule looks at; see `rule.ts`. */
export function factsOf(order: Order, gateway: OrderGateway | null, known: OrderLinks): LinkFacts {
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
    currencyRefusal: gateway ? gateway.provider.refusesCurrency(amount.currency, gateway.settings.values) : null,
  };
}

/** Whether this order would get a link now, and if not, why, for the order page. */
export async function linkDecision(context: PaymentLinks, order: Order): Promise<Decision> {
  const gateway = await orderGateway(context, order);
  return decide(factsOf(order, gateway, await readOrderLinks(context.db, order.orderId)));
}

/** The reason as a sentence; null when a link is due. */
export function reasonSentence(decision: Decision, language: string): string | null {
  if (decision.kind === 'ask') return null;
  return sentence(language, `none_${decision.reason}`, { detail: decision.detail ?? '' });
}

/** For the order mail, which waits for a link: `waiting` until it is made, `mailed` once its own mail is queued. */
export async function linkDue(context: PaymentLinks, orderId: number): Promise<'none' | 'waiting' | 'mailed'> {
  const known = await readOrderLinks(context.db, orderId);
  const open = openLinkOf(known, 'order');
  if (open) return open.state === 'requested' ? 'waiting' : 'mailed';
  const order = await context.orderBook.findOrder(context.db, orderId);
  if (!order) return 'none';
  const decision = decide(factsOf(order, await orderGateway(context, order), known));
  return decision.kind === 'ask' ? 'waiting' : 'none';
}
