import { cancelAddress, notifyAddress, returnAddress } from '../link/addresses';
import { cartOf } from '../cart/cart';
import type { PaymentLinks } from '../context';
import type { Cart, LinkRequest } from '../gateway';
import { lifetimeMs, type GatewaySettings } from '../gateways/gateway_settings';
import { customerOf, deliveryOf, payerOf } from '../link/link_parties';
import type { Link } from '../link/link_row';
import type { ShopIdentity } from '../mail_port';
import type { Order } from '../order_book';

/** What the provider is asked, from the link's row and the order as it is. */
export function buildRequest(
  context: PaymentLinks,
  link: Link,
  order: Order,
  facts: { settings: GatewaySettings; consent: boolean },
): LinkRequest {
  const { settings } = facts;
  return {
    ...ownPart(context, link, settings),
    remindersByProvider: settings.secondChance && facts.consent,
    customer: customerOf(order),
    delivery: deliveryOf(order),
    cart: cartFor(link, order, settings),
    shop: { name: order.storeName, url: order.storeUrl, ...context.shop },
  };
}

/** For a link without an order: nothing ships, there is no cart, and nobody agreed to be reminded. */
export function buildFreeRequest(
  context: PaymentLinks,
  link: Link,
  facts: { settings: GatewaySettings; shop: Pick<ShopIdentity, 'name' | 'url'> },
): LinkRequest {
  return {
    ...ownPart(context, link, facts.settings),
    remindersByProvider: false,
    customer: payerOf(link),
    delivery: null,
    cart: null,
    shop: { name: facts.shop.name, url: facts.shop.url, ...context.shop },
  };
}

function ownPart(context: PaymentLinks, link: Link, settings: GatewaySettings) {
  return {
    reference: link.reference,
    amount: link.amount,
    method: link.method,
    description: link.description,
    lifetimeSeconds: link.lifetimeSeconds,
    lifetime: lifetimeOf(link, settings),
    notificationUrl: notifyAddress(context.publicUrl, link),
    returnUrl: returnAddress(context.publicUrl, link),
    cancelUrl: cancelAddress(context.publicUrl, link),
  };
}

/** In the owner's own unit, unless this link was given a life of its own. */
function lifetimeOf(link: Link, { lifetime }: GatewaySettings): LinkRequest['lifetime'] {
  const own = Math.round(lifetimeMs(lifetime) / 1000) === link.lifetimeSeconds;
  return own ? lifetime : { value: link.lifetimeSeconds, unit: 'seconds' };
}

/** A difference has no lines of the order's own; it goes without a cart. */
function cartFor(link: Link, order: Order, settings: GatewaySettings): Cart | null {
  return settings.sendCart && link.purpose === 'order' ? cartOf(order) : null;
}
