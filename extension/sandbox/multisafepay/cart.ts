import { exponentOf } from '../../../system/currencies';
import { Decimal } from '../../../system/decimal';
import { isObject, objectIn, textIn } from '../json';
import type { JsonObject } from '../json';
import { refusal } from './refusal';

/** One line as sent: price in major units without tax, rate as a fraction. */
export interface CartLine {
  readonly id: string;
  readonly unitPrice: Decimal;
  readonly quantity: Decimal;
  readonly rate: Decimal;
}

export interface TaxTables {
  readonly fallback: Decimal;
  readonly named: ReadonlyMap<string, Decimal>;
}

/** Reads `tax_tables` of a request. @throws Refusal 1028 for a rate that is no fraction. */
export function readTaxTables(tables: JsonObject, country: string): TaxTables {
  const named = new Map<string, Decimal>();
  const alternate = Array.isArray(tables['alternate']) ? tables['alternate'].filter(isObject) : [];
  for (const table of alternate) named.set(textIn(table, 'name'), ruleRate(table, country));
  const fallback = objectIn(tables, 'default');
  return { named, fallback: 'rate' in fallback ? rateOf(fallback['rate']) : new Decimal(0) };
}

function ruleRate(table: JsonObject, country: string): Decimal {
  const rules = Array.isArray(table['rules']) ? table['rules'].filter(isObject) : [];
  const rates = rules.map((rule) => ({ country: textIn(rule, 'country'), rate: rateOf(rule['rate']) }));
  const rule = rates.find((known) => known.country === country) ?? rates[0];
  if (!rule) throw refusal(1028, `the rule "${textIn(table, 'name')}" has no rate`);
  return rule.rate;
}

function rateOf(value: unknown): Decimal {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^(0|0?\.\d+|0\.\d+|1|1\.0+)$/.test(text)) throw refusal(1028, 'expected a fraction such as 0.19');
  return new Decimal(text);
}

/**
 * Reads `items` of a cart.
 * @throws Refusal 1025, 1026 (currencies), 1029 (a selector that names no rule), 1031 (price or quantity).
 */
export function readLines(items: readonly unknown[], tables: TaxTables, currency: string): CartLine[] {
  const objects = items.filter(isObject);
  const currencies = new Set(objects.map((item) => textIn(item, 'currency')).filter((code) => code !== ''));
  if (currencies.size > 1) throw refusal(1025);
  if (currencies.size === 1 && !currencies.has(currency)) throw refusal(1026);
  return objects.map((item) => readLine(item, tables));
}

function readLine(item: JsonObject, tables: TaxTables): CartLine {
  const id = textIn(item, 'merchant_item_id');
  return {
    id,
    unitPrice: numberIn(item, 'unit_price', /^-?\d+(\.\d{1,10})?$/),
    quantity: numberIn(item, 'quantity', /^-?\d+$/),
    rate: selectedRate(textIn(item, 'tax_table_selector'), tables, id),
  };
}

function numberIn(item: JsonObject, key: string, form: RegExp): Decimal {
  const value = item[key];
  const text = typeof value === 'number' ? new Decimal(value).toFixed() : typeof value === 'string' ? value : '';
  if (!form.test(text)) throw refusal(1031, `${key} of item "${textIn(item, 'merchant_item_id')}"`);
  return new Decimal(text);
}

function selectedRate(selector: string, tables: TaxTables, id: string): Decimal {
  if (selector === '') return tables.fallback;
  const rate = tables.named.get(selector);
  if (!rate) throw refusal(1029, `item "${id}" selects "${selector}", which no tax table defines`);
  return rate;
}

/**
 * The provider's rounding rule: net over all lines, then rounded once; tax over all lines, then rounded once; both half
 * up. Rounding line by line gives other totals. Answers minor units of the currency.
 */
export function cartTotal(lines: readonly CartLine[], currency: string): number {
  const places = exponentOf(currency);
  const sum = (of: (line: CartLine) => Decimal) =>
    lines.reduce((total, line) => total.plus(of(line)), new Decimal(0)).toDecimalPlaces(places, Decimal.ROUND_HALF_UP);
  const net = sum((line) => line.unitPrice.times(line.quantity));
  const tax = sum((line) => line.unitPrice.times(line.quantity).times(line.rate));
  return net.plus(tax).times(new Decimal(10).pow(places)).toNumber();
}
