import { cutText, plainText } from '../../system/plain_text';
import type { LinkAddress, LinkCustomer, LinkRequest } from '../payment_link/gateway';
import { splitStreet } from './address';
import { localeOf } from './locale';
import { ALL_METHODS } from './methods';
import { itemsOf, taxRulesOf } from './translate_cart';

const DESCRIPTION_LENGTH_MAX = 200;
const DAYS_MAX = 365;
const SECONDS_MAX = DAYS_MAX * 86_400;
const PLUGIN_VERSION = '1.0.0';

/** The body of POST /orders. Pure; limits and names are the provider's documented ones. */
export function orderBody(request: LinkRequest): Record<string, unknown> {
  return {
    type: 'paymentlink',
    order_id: request.reference,
    gateway: request.method ?? ALL_METHODS,
    currency: request.amount.currency,
    amount: request.amount.minor,
    description: cutText(plainText(request.description), DESCRIPTION_LENGTH_MAX),
    payment_options: {
      notification_url: request.notificationUrl,
      notification_method: 'POST',
      redirect_url: request.returnUrl,
      cancel_url: request.cancelUrl,
      close_window: false,
    },
    ...lifetimeOf(request),
    second_chance: { send_email: request.remindersByProvider },
    customer: customerOf(request.customer),
    ...(request.delivery ? { delivery: partyOf(request.delivery) } : {}),
    ...cartOf(request),
    plugin: {
      shop: request.shop.system,
      shop_version: request.shop.version,
      plugin_version: PLUGIN_VERSION,
      partner: '',
      shop_root_url: request.shop.url,
    },
  };
}

/** Days as days; anything shorter in seconds. Never both: seconds would win. */
function lifetimeOf({ lifetime, lifetimeSeconds }: LinkRequest): Record<string, number> {
  if (lifetime.unit === 'days') return { days_active: clamp(lifetime.value, DAYS_MAX) };
  return { seconds_active: clamp(lifetimeSeconds, SECONDS_MAX) };
}

function clamp(value: number, max: number): number {
  return Math.max(1, Math.min(max, Math.trunc(value)));
}

/**
 * The cart is not validated by the provider (`validate_cart`): it adds up by construction, and a refusal over a cent
 * would cost the shop a sale.
 */
function cartOf({ cart, amount }: LinkRequest): Record<string, unknown> {
  if (!cart) return {};
  return {
    shopping_cart: { items: itemsOf(cart, amount.currency) },
    checkout_options: { tax_tables: { alternate: taxRulesOf(cart) }, validate_cart: false },
  };
}

function customerOf(customer: LinkCustomer): Record<string, string> {
  return {
    ...partyOf(customer),
    locale: localeOf(customer.language, customer.country),
    ...(customer.ipAddress ? { ip_address: customer.ipAddress } : {}),
  };
}

/** Limits by the provider's schema. What would be wrong when cut (postcode, state, mail, phone) is left out instead. */
function partyOf(party: LinkAddress): Record<string, string> {
  const { street, houseNumber } = splitStreet(plainText(party.address1), plainText(party.address2));
  const state = plainText(party.zone);
  return filled({
    first_name: cut(party.firstName, 25),
    last_name: cut(party.lastName, 25),
    company_name: cut(party.company, 200),
    address1: cutText(street, 64),
    house_number: houseNumber,
    zip_code: within(party.postcode, 10),
    city: cut(party.city, 50),
    state: state.length <= 6 ? state : '',
    country: /^[A-Z]{2}$/i.test(party.country) ? party.country.toUpperCase() : '',
    phone: within(party.phone, 25),
    email: within(party.email, 64),
  });
}

function cut(text: string, charactersMax: number): string {
  return cutText(plainText(text), charactersMax);
}

function within(text: string, charactersMax: number): string {
  const plain = plainText(text);
  return [...plain].length <= charactersMax ? plain : '';
}

function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
