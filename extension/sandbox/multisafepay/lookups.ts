import { fits, METHODS } from './methods';
import type { Method, Wanted } from './methods';
import type { JsonObject } from '../json';

/** One row of GET /payment-methods. `base` is the address under which this stand-in serves its icons. */
export function methodRow(method: Method, base: string): JsonObject {
  const icon = `${base}/icon/${method.id}.svg`;
  return {
    id: method.id,
    name: method.name,
    type: method.kind === 'prepaid' ? 'coupon' : 'payment-method',
    allowed_amount: { min: method.min, max: method.max },
    allowed_countries: method.countries,
    allowed_currencies: method.currencies,
    preferred_countries: method.countries.length === 1 ? method.countries : [],
    required_customer_data: method.kind === 'pay_later' ? ['email', 'phone', 'birthday'] : [],
    shopping_cart_required: method.cartRequired,
    brands: [],
    icon_urls: { large: icon, medium: icon, vector: icon },
    apps: { fastcheckout: { is_enabled: false }, payment_components: { is_enabled: method.kind === 'card' } },
    tokenization: { is_enabled: method.kind === 'card', models: null },
    additional_data: {},
    is_wallet: method.kind === 'wallet',
  };
}

export function paymentMethods(query: Readonly<Record<string, unknown>>, base: string): JsonObject[] {
  const coupons = query['include_coupons'] === '1';
  return METHODS.filter((method) => method.listed && (coupons || method.kind !== 'prepaid'))
    .filter((method) => fits(method, wantedIn(query)))
    .map((method) => methodRow(method, base));
}

/** GET /gateways: ids and names only; one gift card unless `include=coupons`. */
export function gateways(query: Readonly<Record<string, unknown>>): JsonObject[] {
  return METHODS.filter((method) => method.listed && fits(method, wantedIn(query))).map(({ id, name, kind }) => ({
    id,
    description: name,
    ...(kind === 'prepaid' ? { type: 'coupon' } : {}),
  }));
}

function wantedIn(query: Readonly<Record<string, unknown>>): Wanted {
  const text = (key: string) => (typeof query[key] === 'string' ? (query[key] as string) : '');
  const amount = Number(text('amount'));
  return {
    country: text('country').toUpperCase(),
    currency: text('currency').toUpperCase(),
    ...(text('amount') !== '' && Number.isSafeInteger(amount) ? { amount } : {}),
  };
}

/** A quiet label in place of the method's logo, which belongs to somebody else. */
export function iconOf(method: Method): string {
  const word = method.name.replace(/[^A-Za-z0-9 ]/g, '').split(' ')[0] ?? '';
  const size = Math.min(13, Math.floor(100 / word.length));
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 40" role="img"><rect x=".5" y=".5" width="71" height="39" ' +
    'rx="6" fill="#fff" stroke="#c5d0d2"/><text x="36" y="24" font-family="system-ui,sans-serif" ' +
    `font-size="${size}" font-weight="600" fill="#234b52" text-anchor="middle">${word}</text></svg>`
  );
}
