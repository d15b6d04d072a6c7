import { validateOrder } from '../../../extension/sandbox/multisafepay/validate_order';
import { cartTotal, readLines, readTaxTables } from '../../../extension/sandbox/multisafepay/cart';
import { Refusal } from '../../../extension/sandbox/multisafepay/refusal';
import { linkRequest } from './support';

type Line = [price: number, quantity: number, selector: string];

const TABLES = {
  alternate: [
    { name: '21', rules: [{ rate: 0.21 }] },
    { name: '9', rules: [{ rate: '0.09' }] },
    { name: 'none', rules: [{ rate: 0 }] },
  ],
};

function items(lines: readonly Line[], currency = 'EUR') {
  return lines.map(([unit_price, quantity, tax_table_selector], index) => ({
    name: `item ${index}`,
    unit_price,
    quantity,
    currency,
    merchant_item_id: String(index),
    tax_table_selector,
  }));
}

function total(lines: readonly Line[], currency = 'EUR'): number {
  return cartTotal(readLines(items(lines, currency), readTaxTables(TABLES, 'NL'), currency), currency);
}

function codeOf(cart: unknown[], tables: unknown = TABLES, change: Record<string, unknown> = {}): number | null {
  try {
    const request = {
      ...linkRequest(change),
      shopping_cart: { items: cart },
      checkout_options: { tax_tables: tables, validate_cart: true },
    };
    validateOrder(request, new Set());
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

describe('the total of a cart', () => {
  it.each<[string, Line[], number]>([
    [
      'net and tax rounded once each',
      [
        [13.761467889, 2, '9'],
        [8.2644628099, 4, '21'],
        [4.5412844037, 1, '9'],
      ],
      7495,
    ],
    [
      'three rates',
      [
        [90, 3, '21'],
        [35, 1, '9'],
        [10, 1, 'none'],
      ],
      37485,
    ],
    ['half a cent rounded up', [[1.005, 1, 'none']], 101],
    [
      'a discount as a negative line',
      [
        [100, 1, '21'],
        [-10, 1, '21'],
      ],
      10890,
    ],
  ])('follows the documented rule: %s', (_what, lines, expected) => {
    expect(total(lines)).toBe(expected);
  });

  it('is rounded to whole units where a currency has no decimals', () => {
    expect(total([[1000.4, 1, 'none']], 'JPY')).toBe(1000);
  });

  it('uses the default rate for a line without a selector', () => {
    const tables = readTaxTables({ default: { rate: 0.21 } }, 'NL');
    expect(cartTotal(readLines(items([[100, 1, '']]), tables, 'EUR'), 'EUR')).toBe(12100);
  });

  it('prefers the rule of the country', () => {
    const rules = [
      { rate: 0.19, country: 'DE' },
      { rate: 0.21, country: 'NL' },
    ];
    const tables = readTaxTables({ alternate: [{ name: 'x', rules }] }, 'NL');
    expect(cartTotal(readLines(items([[100, 1, 'x']]), tables, 'EUR'), 'EUR')).toBe(12100);
  });
});

describe('a cart that is to be checked', () => {
  it('is accepted when it adds up and refused with 1027 when it is a cent off', () => {
    const cart = items([[103.264, 1, '21']]);
    expect(codeOf(cart, TABLES, { amount: 12495 })).toBeNull();
    expect(codeOf(cart, TABLES, { amount: 12496 })).toBe(1027);
  });

  it.each([
    ['two currencies', [...items([[1, 1, '21']], 'EUR'), ...items([[1, 1, '21']], 'USD')], TABLES, 1025],
    ['another currency than the order', items([[1, 1, '21']], 'USD'), TABLES, 1026],
    ['a rate in percent', items([[1, 1, '21']]), { alternate: [{ name: '21', rules: [{ rate: 21 }] }] }, 1028],
    ['a default rate in percent', items([[1, 1, '']]), { default: { rate: '21%' } }, 1028],
    ['a selector that no table defines', items([[1, 1, '0']]), TABLES, 1029],
    ['a price with 11 decimals', [{ ...items([[1, 1, '21']])[0], unit_price: '1.00000000001' }], TABLES, 1031],
    ['half a piece', [{ ...items([[1, 1, '21']])[0], quantity: 0.5 }], TABLES, 1031],
  ])('is refused with %s', (_what, cart, tables, code) => {
    expect(codeOf(cart, tables)).toBe(code);
  });

  it('is checked for pay-later methods even when nobody asks', () => {
    const request = linkRequest({
      gateway: 'KLARNA',
      shopping_cart: { items: items([[1, 1, '21']]) },
      checkout_options: { tax_tables: TABLES },
    });
    expect(() => validateOrder(request, new Set())).toThrow(expect.objectContaining({ code: 1027 }));
    expect(() => validateOrder({ ...request, gateway: 'IDEAL' }, new Set())).not.toThrow();
  });
});
