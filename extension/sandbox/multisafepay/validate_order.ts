import { isIP } from 'node:net';
import { isCurrency } from '../../../system/currencies';
import { isObject, objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import { cartTotal, readLines, readTaxTables } from './cart';
import { isCountry } from './countries';
import { findMethod, leavesTheChoice } from './methods';
import type { Method } from './methods';
import { ORDER_TYPES } from './order_request';
import type { OrderRequest, OrderType } from './order_request';
import { refusal } from './refusal';
import { checkUrls } from './validate_urls';

/** Locales the provider speaks; any other silently becomes en_US. */
const LOCALES = new Set(
  'cs_CZ de_AT de_DE en_US fi_FI fr_BE fr_FR it_IT nl_BE nl_NL pl_PL es_ES sv_SE zh_CN da_DK pt_PT'.split(' '),
);
const DAY_SECONDS = 86_400;
const DEFAULT_LIFETIME_DAYS = 30;
const VARIABLE_MAX = 100;

/** Checks in the order in which the fields are documented. @throws Refusal with the documented code. */
export function validateOrder(body: JsonObject, trustedHosts: ReadonlySet<string>): OrderRequest {
  const type = typeOf(body);
  const orderId = orderIdOf(body);
  const method = methodOf(body, type);
  const currency = currencyOf(body);
  const amount = amountOf(body);
  const description = descriptionOf(body);
  checkUrls(body, trustedHosts);
  checkPerson(objectIn(body, 'customer'));
  checkPerson(objectIn(body, 'delivery'));
  checkVariables(body);
  const hasCart = checkCart(body, amount, currency, method);
  const options = objectIn(body, 'payment_options');
  const locale = textIn(objectIn(body, 'customer'), 'locale');
  return {
    type,
    orderId,
    gateway: method?.id ?? null,
    amount,
    currency,
    description,
    lifetimeSeconds: lifetimeOf(body),
    notificationUrl: textIn(options, 'notification_url'),
    notificationMethod: textIn(options, 'notification_method') === 'POST' ? 'POST' : 'GET',
    redirectUrl: textIn(options, 'redirect_url'),
    cancelUrl: textIn(options, 'cancel_url'),
    locale: LOCALES.has(locale) ? locale : 'en_US',
    country: textIn(objectIn(body, 'customer'), 'country'),
    hasCart,
    body,
  };
}

function typeOf(body: JsonObject): OrderType {
  const given = textIn(body, 'type');
  const type = given === '' ? 'redirect' : ORDER_TYPES.find((known) => known === given);
  if (!type) throw refusal(1000, `there is no order type "${given}"`);
  return type;
}

function orderIdOf(body: JsonObject): string {
  const orderId = textIn(body, 'order_id');
  if (orderId === '' || orderId.length > 50) throw refusal(1006, 'from 1 to 50 characters');
  return orderId;
}

function methodOf(body: JsonObject, type: OrderType): Method | null {
  const gateway = textIn(body, 'gateway');
  if (leavesTheChoice(gateway)) {
    if (type === 'direct') throw refusal(1023, 'a direct order needs a gateway');
    return null;
  }
  const method = findMethod(gateway);
  if (!method) throw refusal(1023, gateway);
  if (type === 'direct' && !method.direct) throw refusal(1023, `${method.id} takes no direct orders`);
  return method;
}

function currencyOf(body: JsonObject): string {
  const currency = body['currency'];
  if (typeof currency !== 'string' || !isCurrency(currency)) throw refusal(1002);
  return currency;
}

function amountOf(body: JsonObject): number {
  const amount = body['amount'];
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 1) throw refusal(1001);
  return amount;
}

function descriptionOf(body: JsonObject): string {
  const description = textIn(body, 'description');
  if (description === '') throw refusal(1008, 'it is missing');
  if ([...description].length > 200) throw refusal(1008, 'at most 200 characters');
  if (/<[a-z!/][^>]*>/i.test(description)) throw refusal(1008, 'it may not contain HTML');
  return description;
}

function checkPerson(person: JsonObject): void {
  for (const name of ['ip_address', 'forwarded_ip']) {
    const address = textIn(person, name);
    if (address !== '' && isIP(address) === 0) throw refusal(1007, name);
  }
  const country = textIn(person, 'country');
  if (country !== '' && !isCountry(country)) throw refusal(1018, country);
}

function checkVariables(body: JsonObject): void {
  for (const name of ['var1', 'var2', 'var3']) {
    if (textIn(body, name).length > VARIABLE_MAX) throw refusal(1010, `${name}: at most ${VARIABLE_MAX} characters`);
  }
}

/** Seconds win over days when both are given. No documented code covers them. */
function lifetimeOf(body: JsonObject): number {
  const seconds = lifeIn(body, 'seconds_active', 365 * DAY_SECONDS);
  return seconds ?? (lifeIn(body, 'days_active', 365) ?? DEFAULT_LIFETIME_DAYS) * DAY_SECONDS;
}

function lifeIn(body: JsonObject, name: string, max: number): number | null {
  const given = body[name];
  if (given === undefined || given === null || given === '') return null;
  const value = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : given;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > max) {
    throw refusal(1000, `${name} must be from 1 to ${max}`);
  }
  return value;
}

/** Whether there is a cart. Pay-later providers check its sum in any case, the others only when asked to. */
function checkCart(body: JsonObject, amount: number, currency: string, method: Method | null): boolean {
  const cart = objectIn(body, 'shopping_cart');
  const items = Array.isArray(cart['items']) ? cart['items'] : [];
  if (items.length === 0) {
    if (method?.cartRequired) throw refusal(1016, `${method.id} needs a shopping_cart`);
    return false;
  }
  const options = objectIn(body, 'checkout_options');
  const tables = readTaxTables(objectIn(options, 'tax_tables'), textIn(objectIn(body, 'customer'), 'country'));
  const total = cartTotal(readLines(items, tables, currency), currency);
  const checked = options['validate_cart'] === true || method?.cartRequired === true;
  if (checked && total !== amount) throw refusal(1027, `the cart adds up to ${total}, the amount is ${amount}`);
  if (method?.cartRequired && !isObject(body['customer'])) throw refusal(1016, `${method.id} needs a customer`);
  return true;
}
