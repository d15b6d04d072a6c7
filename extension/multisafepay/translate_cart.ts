import { Decimal } from '../../system/decimal';
import { plainText } from '../../system/plain_text';
import type { Cart, CartLine } from '../payment_link/gateway';

export interface CartItem {
  readonly name: string;
  readonly description: string;
  /** Major units without tax, at most ten decimals. */
  readonly unit_price: number;
  readonly currency: string;
  readonly quantity: number;
  readonly merchant_item_id: string;
  /** Names a rule of the tax tables. */
  readonly tax_table_selector: string;
  readonly weight?: { readonly unit: string; readonly value: number };
}

export interface TaxRule {
  readonly name: string;
  readonly standalone: boolean;
  /** Fractions: 0.21. */
  readonly rules: readonly { readonly rate: number }[];
}

/** The id by which the provider knows shipping. */
const SHIPPING_ID = 'msp-shipping';
/** A selector "0" was once refused as a bad rate (error 1029), so the untaxed rule has a word for a name. */
export const UNTAXED = 'none';

export function itemsOf(cart: Cart, currency: string): CartItem[] {
  const shipping = cart.lines.find(({ kind }) => kind === 'shipping');
  return cart.lines.map((line) => ({
    name: plainText(line.name),
    description: '',
    unit_price: Number(line.unitPrice),
    currency,
    quantity: line.quantity,
    merchant_item_id: line === shipping ? SHIPPING_ID : line.id,
    tax_table_selector: selectorOf(line.taxRate),
    ...weightOf(line),
  }));
}

/** One rule per rate in the cart, named by its percent: every selector must name a rule. */
export function taxRulesOf(cart: Cart): TaxRule[] {
  const rates = new Map(cart.lines.map((line) => [selectorOf(line.taxRate), new Decimal(line.taxRate).div(100)]));
  return [...rates].map(([name, rate]) => ({ name, standalone: true, rules: [{ rate: rate.toNumber() }] }));
}

function selectorOf(percent: string): string {
  const rate = new Decimal(percent);
  return rate.isZero() ? UNTAXED : rate.toFixed();
}

function weightOf({ weight }: CartLine): Pick<CartItem, 'weight'> {
  return weight ? { weight: { unit: weight.unit.toUpperCase(), value: new Decimal(weight.value).toNumber() } } : {};
}
