import { DAY_MS } from '../../system/clock';
import type { GatewayMethod } from '../payment_link/gateway';
import { readMethods, type ProviderMethod } from './order_shape';

/** "The page with all methods", as the provider's own plugins send it. */
export const ALL_METHODS = 'MULTISAFEPAY';

/** Pay-later methods: the provider pays the shop first, and refunds must name cart lines. */
const PAY_LATER = new Set([
  'AFTERPAY',
  'BILLINK',
  'BNPL_INST',
  'BNPL_INSTM',
  'BNPL_MF',
  'BNPL_OB',
  'EINVOICE',
  'IN3',
  'IN3B2B',
  'KLARNA',
  'PAYAFTER',
  'SANTANDER',
  'ZINIA',
  'ZINIA_IN3',
]);

export function needsCart(method: string): boolean {
  return PAY_LATER.has(method.toUpperCase());
}

/** The buyer has done their part and the payment still is `initialized`, for days. */
const SLOW = new Set(['BANKTRANS', 'MULTIBANCO']);

export function takesDays(method: string): boolean {
  return SLOW.has(method.toUpperCase());
}

/** PayPal ends a payment after fourteen days, whatever the link's lifetime is. */
const SHORT_LIVED: Readonly<Record<string, number>> = { PAYPAL: 14 * DAY_MS };

export function methodLifeMs(method: string): number | null {
  return SHORT_LIVED[method.toUpperCase()] ?? null;
}

/** Data of GET /payment-methods. Rows without an id are left out. */
export function methodsOf(data: unknown): GatewayMethod[] {
  return readMethods(data)
    .filter(({ id }) => id !== '')
    .map(methodOf);
}

function methodOf(method: ProviderMethod): GatewayMethod {
  const id = method.id.toUpperCase();
  const cart = method.shopping_cart_required || needsCart(id);
  return {
    id,
    name: method.name || id,
    amountMin: method.allowed_amount.min,
    amountMax: method.allowed_amount.max,
    currencies: method.allowed_currencies.filter(Boolean),
    countries: method.allowed_countries.filter(Boolean),
    payLater: cart,
    needsCart: cart,
    iconUrl: [method.icon_urls.vector, method.icon_urls.large, method.icon_urls.medium].find(Boolean) ?? null,
  };
}
