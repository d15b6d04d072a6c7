import fc from 'fast-check';
import { cartOf } from '../../../../extension/payment_link/cart/cart';
import { cartSum } from '../../../../extension/payment_link/cart/cart_sum';
import type { CartLine } from '../../../../extension/payment_link/gateway';
import { amountToCharge } from '../../../../extension/payment_link/order/order_amount';
import type { Order } from '../../../../extension/payment_link/order_book';
import { Decimal, decimal4 } from '../../../../system/decimal';
import { aLine, anOrder, aTotal, ECO_2, VAT_21, VAT_9 } from '../../../support/orders';

function lineOf(order: Order, id: string): CartLine {
  const found = cartOf(order).lines.find((line) => line.id === id);
  if (!found) throw new Error(`no line ${id} in ${JSON.stringify(cartOf(order).lines)}`);
  return found;
}

function sumOf(order: Order): string {
  return String(cartSum(cartOf(order).lines, order.currencyCode).minor);
}

describe('the cart of an order', () => {
  test('names quantity and options, and numbers them in the id', () => {
    const order = anOrder({
      total: '96.8000',
      lines: [
        aLine({
          productId: 30,
          name: 'Canon EOS 5D',
          quantity: 1,
          price: '80.0000',
          tax: '16.8000',
          taxRates: [VAT_21],
          options: [
            { productOptionId: 226, productOptionValueId: 15, name: 'Select', value: 'Red', type: 'select' },
            { productOptionId: 225, productOptionValueId: 0, name: 'Date', value: '2026-12-24', type: 'date' },
          ],
        }),
      ],
      totals: [aTotal('sub_total', '80.0000'), aTotal('tax', '16.8000', { title: 'BTW 21%' })],
    });
    const line = lineOf(order, '30-226-15-225-0');
    expect(line.name).toBe('1 x Canon EOS 5D (Select: Red, Date: 2026-12-24)');
    expect(line.taxRate).toBe('21');
    expect(sumOf(order)).toBe('9680');
  });

  test('is in the currency of the order, with ten decimals', () => {
    const order = anOrder({
      currencyValue: '0.78460002',
      total: '677.5758',
      lines: [aLine({ quantity: 2, price: '279.9900', tax: '58.7979', taxRates: [VAT_21] })],
      totals: [aTotal('sub_total', '559.9800'), aTotal('tax', '117.5958', { title: 'BTW 21%' })],
    });
    expect(lineOf(order, '29').unitPrice).toBe('219.6801595998');
  });

  test('gives two lines of one product different ids', () => {
    const line = aLine({ quantity: 1, price: '10.0000' });
    const ids = cartOf(anOrder({ total: '20.0000', lines: [line, line] })).lines.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('spreads a coupon over the lines in proportion to their value', () => {
    const order = anOrder({
      total: '352.1100',
      lines: [
        aLine({ productId: 40, quantity: 1, price: '101.0000', tax: '21.2100', taxRates: [VAT_21] }),
        aLine({ productId: 41, quantity: 2, price: '100.0000', tax: '21.0000', taxRates: [VAT_21] }),
      ],
      totals: [
        aTotal('sub_total', '301.0000'),
        aTotal('coupon', '-10.0000', { title: 'Coupon (1111)' }),
        aTotal('tax', '61.1100', { title: 'BTW 21%' }),
      ],
    });
    expect(new Decimal(lineOf(order, '40').unitPrice).toFixed(4)).toBe('97.6445');
    expect(new Decimal(lineOf(order, '41').unitPrice).toFixed(4)).toBe('96.6777');
    expect(lineOf(order, '40').name).toContain('Coupon (1111)');
    expect(cartOf(order).lines).toHaveLength(2);
    expect(sumOf(order)).toBe('35211');
  });

  test('a coupon for certain products leaves the others alone', () => {
    const order = anOrder({
      total: '332.3507',
      lines: [
        aLine({ productId: 30, quantity: 1, price: '80.0000', tax: '16.8000', taxRates: [VAT_21] }),
        aLine({ productId: 40, quantity: 2, price: '101.0000', tax: '21.2100', taxRates: [VAT_21] }),
      ],
      totals: [
        aTotal('coupon', '-7.3300', {
          coupon: { name: '-7.33 on Canon', freesShipping: false, productIds: [30] },
        }),
        aTotal('tax', '57.6807', { title: 'BTW 21%' }),
      ],
    });
    expect(lineOf(order, '30').unitPrice).toBe('72.67');
    expect(lineOf(order, '30').name).toBe('1 x Palm Treo Pro - Coupon applied: -7.33 on Canon');
    expect(lineOf(order, '40').unitPrice).toBe('101');
    expect(sumOf(order)).toBe('33235');
  });

  test('a coupon that frees shipping makes the shipping line free', () => {
    const order = anOrder({
      total: '121.0000',
      lines: [aLine({ quantity: 1, price: '100.0000', tax: '21.0000', taxRates: [VAT_21] })],
      totals: [
        aTotal('shipping', '5.0000', { taxRates: [VAT_21] }),
        aTotal('coupon', '-5.0000', { coupon: { name: 'Free Shipping', freesShipping: true, productIds: null } }),
        aTotal('tax', '21.0000', { title: 'BTW 21%' }),
      ],
    });
    expect(lineOf(order, 'SHIPPING')).toMatchObject({ unitPrice: '0', taxRate: '0', kind: 'shipping' });
    expect(lineOf(order, '29').unitPrice).toBe('100');
  });

  test('finds by the tax which rate an unknown coupon lowered', () => {
    const order = anOrder({
      total: '217.9000',
      lines: [
        aLine({ productId: 1, quantity: 1, price: '100.0000', tax: '21.0000', taxRates: [VAT_21] }),
        aLine({ productId: 2, quantity: 1, price: '100.0000', tax: '9.0000', taxRates: [VAT_9] }),
      ],
      totals: [
        aTotal('coupon', '-10.0000'),
        aTotal('tax', '18.9000', { title: 'BTW 21%' }),
        aTotal('tax', '9.0000', { title: 'BTW 9%' }),
      ],
    });
    expect(lineOf(order, '1').unitPrice).toBe('90');
    expect(lineOf(order, '2').unitPrice).toBe('100');
    expect(cartOf(order).lines.map(({ kind }) => kind)).toEqual(['product', 'product']);
  });

  test('store credit and vouchers used are lines without tax', () => {
    const order = anOrder({
      total: '96.0000',
      lines: [aLine({ quantity: 1, price: '100.0000', tax: '21.0000', taxRates: [VAT_21] })],
      totals: [
        aTotal('tax', '21.0000', { title: 'BTW 21%' }),
        aTotal('credit', '-15.0000'),
        aTotal('voucher', '-10.0000'),
      ],
    });
    expect(lineOf(order, 'CREDIT')).toMatchObject({ unitPrice: '-15', taxRate: '0', kind: 'discount' });
    expect(lineOf(order, 'VOUCHER')).toMatchObject({ unitPrice: '-10', taxRate: '0', kind: 'voucher' });
    expect(sumOf(order)).toBe('9600');
  });

  test('fixed taxes are counted as the order charged them, per piece or once per line', () => {
    const lines = [
      aLine({ quantity: 2, price: '100.0000', tax: '22.0000', taxRates: [VAT_21, { ...ECO_2, rate: '1' }] }),
    ];
    const totals = (eco: string) => [
      aTotal('tax', '42.0000', { title: 'BTW 21%' }),
      aTotal('tax', eco, { title: 'Eco Tax (-2.00)' }),
    ];
    const perPiece = anOrder({ total: '244.0000', lines, totals: totals('2.0000') });
    const perLine = anOrder({ total: '243.0000', lines, totals: totals('1.0000') });
    expect(lineOf(perPiece, 'TAX-87')).toMatchObject({ quantity: 2, unitPrice: '1', taxRate: '0' });
    expect(lineOf(perLine, 'TAX-87')).toMatchObject({ quantity: 1, unitPrice: '1' });
    expect([sumOf(perPiece), sumOf(perLine)]).toEqual(['24400', '24300']);
  });

  test('the stored tax of a line counts, not the rates of today', () => {
    const sold = { quantity: 1, price: '100.0000', tax: '19.0000' };
    const totals = [aTotal('tax', '19.0000', { title: 'BTW 19%' })];
    for (const taxRates of [[VAT_21], []]) {
      const order = anOrder({ total: '119.0000', lines: [aLine({ ...sold, taxRates })], totals });
      expect(lineOf(order, '29').taxRate).toBe('19');
    }
  });

  test('charges no tax where the tax total is switched off', () => {
    const order = anOrder({
      total: '100.0000',
      lines: [aLine({ quantity: 1, price: '100.0000', tax: '21.0000', taxRates: [VAT_21] })],
    });
    expect(lineOf(order, '29').taxRate).toBe('0');
    expect(cartOf(order).lines).toHaveLength(1);
  });

  test('a third-party total is a line of its own', () => {
    const order = anOrder({
      total: '102.5000',
      lines: [aLine({ quantity: 1, price: '100.0000' })],
      totals: [aTotal('gift_wrap', '2.5000', { title: 'Gift wrap', sortOrder: 6 })],
    });
    expect(lineOf(order, 'GIFTWRAP')).toMatchObject({ kind: 'fee', unitPrice: '2.5', name: 'Gift wrap' });
  });

  test('a cent that rounding loses is made up by a line that says so', () => {
    const order = anOrder({ total: '100.0100', lines: [aLine({ quantity: 1, price: '100.0000' })] });
    expect(lineOf(order, 'BALANCE')).toMatchObject({ kind: 'balance', unitPrice: '0.01', taxRate: '0' });
  });

  test('adds up under the reference values of the rounding rule', () => {
    const line = (unitPrice: string, quantity: number, taxRate: string): CartLine => ({
      id: unitPrice,
      kind: 'product',
      name: '',
      quantity,
      unitPrice,
      taxRate,
      weight: null,
    });
    const lines = [line('13.761467889', 2, '9'), line('8.2644628099', 4, '21'), line('4.5412844037', 1, '9')];
    expect(cartSum(lines, 'EUR').minor).toBe(7495);
  });
});

const cents = (min: number, max: number) =>
  fc.integer({ min, max }).map((whole) => decimal4(new Decimal(whole).div(10000)));
const anyLine = fc
  .record({
    productId: fc.integer({ min: 1, max: 5 }),
    quantity: fc.integer({ min: 1, max: 500 }),
    price: cents(0, 50_000_000),
    tax: cents(0, 10_000_000),
    rates: fc.subarray([VAT_21, VAT_9, ECO_2]),
  })
  .map(({ rates, ...line }) => aLine({ ...line, taxRates: rates }));
const anyTotal = fc.oneof(
  fc
    .record({
      code: fc.constantFrom('shipping', 'handling', 'low_order_fee', 'wrap', 'sub_total'),
      value: cents(0, 900_000),
    })
    .map(({ code, value }) => aTotal(code, value, { taxRates: [VAT_21] })),
  fc
    .record({ code: fc.constantFrom('coupon', 'reward', 'credit', 'voucher', 'rebate'), value: cents(-9_000_000, -1) })
    .map(({ code, value }) => aTotal(code, value)),
  fc
    .record({ title: fc.constantFrom('BTW 21%', 'BTW 9%', 'Eco Tax (-2.00)', 'Other'), value: cents(1, 9_000_000) })
    .map(({ title, value }) => aTotal('tax', value, { title })),
);
const anyOrder = fc.record({
  total: cents(1, 999_999_999),
  currencyCode: fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'IDR'),
  currencyValue: fc.constantFrom('1.00000000', '0.78460002', '0.61250001', '16250.00000000', '0.00000000'),
  lines: fc.array(anyLine, { maxLength: 6 }),
  totals: fc.array(anyTotal, { maxLength: 8 }),
});

describe('whatever the order', () => {
  test('its cart comes to the amount to charge, exactly', () => {
    fc.assert(
      fc.property(anyOrder, (given) => {
        const order = anOrder(given);
        expect(cartSum(cartOf(order).lines, order.currencyCode)).toEqual(amountToCharge(order));
      }),
      { numRuns: 500 },
    );
  });

  test('its lines have unique ids, whole quantities and prices that a JSON number holds exactly', () => {
    fc.assert(
      fc.property(anyOrder, (given) => {
        const { lines } = cartOf(anOrder(given));
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        for (const line of lines) {
          expect(line.quantity).toBeGreaterThan(0);
          expect(Number.isInteger(line.quantity)).toBe(true);
          expect(new Decimal(Number(line.unitPrice)).eq(line.unitPrice)).toBe(true);
        }
      }),
    );
  });
});
