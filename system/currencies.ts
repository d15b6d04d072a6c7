/**
 * ISO 4217 minor-unit exponents, as of the list of 2026-01-01. Intl's digits are CLDR's and differ (HUF, IQD),
 * so the table is ours. Every active currency not named below has two places.
 */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

const TWO_PLACES =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP ' +
  'COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR ' +
  'JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN ' +
  'NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL ' +
  'THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG';

const table = new Map<string, number>([
  ...TWO_PLACES.split(' ').map((code): [string, number] => [code, 2]),
  ...Object.entries(EXPONENTS),
]);

/** @throws RangeError for a code that is no active ISO-4217 currency. */
export function exponentOf(currency: string): number {
  const exponent = table.get(currency);
  if (exponent === undefined) throw new RangeError(`unknown currency: ${currency}`);
  return exponent;
}

export function isCurrency(code: string): boolean {
  return table.has(code);
}

/** ISO 4217 gives these two decimals, but nobody has paid in them for decades and their providers take whole units. */
const WHOLE_ONLY = new Set(['IDR']);

/** Amounts in it have no decimals, although ISO 4217 gives it some. */
export function isWholeOnly(currency: string): boolean {
  return WHOLE_ONLY.has(currency);
}
