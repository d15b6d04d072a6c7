import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../system/clock';

/** One payment method of the demo account. Limits are in euro cents, as the provider states them. */
export interface Method {
  readonly id: string;
  readonly name: string;
  readonly kind: 'bank' | 'card' | 'wallet' | 'pay_later' | 'prepaid';
  readonly min: number;
  readonly max: number | null;
  /** Empty: everywhere. */
  readonly countries: readonly string[];
  /** Empty: every currency. */
  readonly currencies: readonly string[];
  readonly cartRequired: boolean;
  /** May be asked for with `type: direct`. */
  readonly direct: boolean;
  readonly refunds: boolean;
  /** Life of a transaction once the method is chosen; null without a clock of its own. */
  readonly expiresMs: number | null;
  /** The transaction status that goes with an order that is `completed`. */
  readonly financialWhenPaid: 'completed' | 'initialized' | 'uncleared';
  /** Shown in GET /gateways. */
  readonly listed: boolean;
}

const SEPA = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK';
const CARD = 'AED AUD BGN CAD CHF CZK DKK EUR GBP HKD HUF ILS JPY MXN NOK NZD PLN RON SEK SGD THB TRY USD ZAR';
const BANK_TRANSFER = 'AUD CAD CHF CZK DKK EUR GBP HKD HUF JPY NOK PLN SEK USD';
const KLARNA = 'AT BE CH DE DK ES FI FR GB IT NL NO SE';

type Rest = Partial<Omit<Method, 'id' | 'name' | 'kind' | 'countries' | 'currencies'>>;

function method(
  id: string,
  name: string,
  kind: Method['kind'],
  [countries, currencies]: readonly [countries: string, currencies: string],
  rest: Rest = {},
): Method {
  return {
    id,
    name,
    kind,
    countries: words(countries),
    currencies: words(currencies),
    min: 1,
    max: null,
    cartRequired: kind === 'pay_later',
    direct: true,
    refunds: kind !== 'prepaid',
    expiresMs: HOUR_MS,
    financialWhenPaid: kind === 'pay_later' ? 'uncleared' : 'completed',
    listed: true,
    ...rest,
  };
}

function words(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

export const METHODS: readonly Method[] = [
  method('IDEAL', 'iDEAL', 'bank', ['NL', 'EUR'], { max: 5_000_000 }),
  method('MISTERCASH', 'Bancontact', 'bank', ['BE', 'EUR'], { direct: false }),
  method('BANKTRANS', 'Bank transfer', 'bank', [SEPA, BANK_TRANSFER], { expiresMs: 60 * DAY_MS }),
  method('BELFIUS', 'Belfius', 'bank', ['BE', 'EUR'], { expiresMs: 5 * DAY_MS }),
  method('KBC', 'KBC', 'bank', ['BE', 'EUR'], { expiresMs: 5 * DAY_MS }),
  method('CBC', 'CBC', 'bank', ['BE', 'EUR'], { expiresMs: 5 * DAY_MS }),
  method('DIRDEB', 'SEPA Direct Debit', 'bank', [SEPA, 'EUR'], { expiresMs: null }),
  method('EPS', 'EPS', 'bank', ['AT', 'EUR'], { direct: false, expiresMs: null }),
  method('MULTIBANCO', 'Multibanco', 'bank', ['PT', 'EUR'], { min: 100, max: 9_999_999, expiresMs: 72 * HOUR_MS }),
  method('MBWAY', 'MB WAY', 'bank', ['PT', 'EUR'], { min: 100, max: 9_999_999, expiresMs: 4 * MINUTE_MS }),
  method('BIZUM', 'Bizum', 'bank', ['ES', 'EUR'], {
    min: 50,
    max: 100_000,
    expiresMs: 30 * MINUTE_MS,
    financialWhenPaid: 'initialized',
  }),
  method('MYBANK', 'MyBank', 'bank', ['IT', 'EUR']),
  method('TRUSTLY', 'Trustly', 'bank', [SEPA, 'EUR GBP SEK'], { expiresMs: 2 * HOUR_MS }),
  method('DOTPAY', 'Dotpay', 'bank', ['PL', 'EUR PLN'], { direct: false, expiresMs: 3 * DAY_MS }),
  method('VISA', 'Visa', 'card', ['', CARD], { max: 500_000 }),
  method('MASTERCARD', 'Mastercard', 'card', ['', CARD], { max: 500_000 }),
  method('MAESTRO', 'Maestro', 'card', ['', CARD], { max: 500_000 }),
  method('AMEX', 'American Express', 'card', ['', 'EUR GBP USD CHF'], { max: 500_000 }),
  method('CREDITCARD', 'Card payment', 'card', ['', CARD], { max: 500_000, listed: false }),
  method('APPLEPAY', 'Apple Pay', 'wallet', ['', CARD]),
  method('GOOGLEPAY', 'Google Pay', 'wallet', ['', CARD]),
  method('PAYPAL', 'PayPal', 'wallet', ['', CARD], { expiresMs: 14 * DAY_MS, financialWhenPaid: 'initialized' }),
  method('AMAZONBTN', 'Amazon Pay', 'wallet', [SEPA, CARD], { financialWhenPaid: 'initialized' }),
  method('ALIPAYPLUS', 'Alipay+', 'wallet', ['', 'EUR USD']),
  method('WECHAT', 'WeChat Pay', 'wallet', ['', 'EUR'], { expiresMs: 2 * HOUR_MS }),
  method('KLARNA', 'Klarna', 'pay_later', [KLARNA, 'DKK EUR GBP NOK SEK'], { expiresMs: DAY_MS }),
  method('AFTERPAY', 'Riverty', 'pay_later', ['AT BE CH DE NL', 'EUR'], { expiresMs: 90 * DAY_MS }),
  method('IN3', 'iDEAL in3', 'pay_later', ['NL', 'EUR'], { min: 5_000, max: 500_000, expiresMs: 2 * HOUR_MS }),
  method('BNPL_MF', 'Pay After Delivery', 'pay_later', ['NL', 'EUR'], { expiresMs: 90 * DAY_MS }),
  method('BILLINK', 'Billink', 'pay_later', ['NL BE DE', 'EUR'], { expiresMs: 30 * DAY_MS }),
  method('EINVOICE', 'E-Invoicing', 'pay_later', ['', 'EUR'], { expiresMs: null, financialWhenPaid: 'initialized' }),
  method('PSAFECARD', 'Paysafecard', 'prepaid', ['', 'EUR GBP USD'], { expiresMs: 3 * HOUR_MS, direct: false }),
  method('VVVGIFTCRD', 'VVV Cadeaukaart', 'prepaid', ['NL', 'EUR'], { expiresMs: null, direct: false }),
];

/** Names of older plugins for "the page with all methods". */
const NO_CHOICE = new Set(['', 'MULTISAFEPAY']);

export function leavesTheChoice(gateway: string): boolean {
  return NO_CHOICE.has(gateway.toUpperCase());
}

export function findMethod(id: string): Method | null {
  return METHODS.find((known) => known.id === id.toUpperCase()) ?? null;
}

export interface Wanted {
  readonly country?: string;
  readonly currency?: string;
  /** Compared with the limits only in euros, in which they are stated. */
  readonly amount?: number;
}

export function fits(known: Method, wanted: Wanted): boolean {
  if (wanted.country && known.countries.length > 0 && !known.countries.includes(wanted.country)) return false;
  if (wanted.currency && known.currencies.length > 0 && !known.currencies.includes(wanted.currency)) return false;
  if (wanted.amount === undefined || (wanted.currency ?? 'EUR') !== 'EUR') return true;
  return wanted.amount >= known.min && (known.max === null || wanted.amount <= known.max);
}
