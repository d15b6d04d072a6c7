import fc from 'fast-check';
import { stored } from '../../../../extension/opencart/pricing/priced_order';
import { Decimal, decimal } from '../../../../system/decimal';
import { USUAL, cartLine, couponOf, quoteOf, settingsOf, totalsOf } from '../../../support/pricing_context';

const amount = (max: number) => fc.integer({ min: 0, max: max * 10_000 }).map((n) => decimal(n).div(10_000).toFixed(4));

const lines = fc.array(
  fc.record({
    price: amount(9999),
    quantity: fc.integer({ min: 1, max: 999 }),
    taxed: fc.boolean(),
    points: fc.nat(50),
  }),
  { minLength: 1, maxLength: 6 },
);

const order = fc.record({
  lines,
  cost: fc.option(amount(50)),
  coupon: fc.option(fc.record({ type: fc.constantFrom('P' as const, 'F' as const), discount: amount(99) })),
  freesShipping: fc.boolean(),
  rewardPoints: fc.nat(40),
  balance: amount(500),
  sortOrders: fc.shuffledSubarray([...Object.keys(USUAL), 'handling']),
  fees: fc.record({
    total_low_order_fee_total: amount(500),
    total_low_order_fee_fee: amount(9),
    total_handling_fee: amount(9),
  }),
});

type Order = typeof order extends fc.Arbitrary<infer Value> ? Value : never;

function compute(given: Order, sortOrders: Record<string, number>) {
  const points = given.lines.reduce((sum, line) => sum + line.points, 0);
  return totalsOf(
    given.lines.map(({ price, quantity, taxed, points }) =>
      cartLine(decimal(price).times(quantity).toString(), quantity, { taxClassId: taxed ? 9 : 0, points }),
    ),
    {
      settings: settingsOf(sortOrders, given.fees),
      shipping: given.cost === null ? null : quoteOf(given.cost),
      coupon:
        given.coupon && couponOf(given.coupon.type, given.coupon.discount, { freesShipping: given.freesShipping }),
      rewardPoints: Math.min(given.rewardPoints, points),
      balance: decimal(given.balance),
    },
  );
}

describe('whatever is ordered', () => {
  test('the total is the sum of the rows above it, in any order of totals', () => {
    fc.assert(
      fc.property(order, (given) => {
        const any = Object.fromEntries(given.sortOrders.map((code, index) => [code, index]));
        const { rows, total } = compute(given, any);
        const sum = rows.filter((row) => row.code !== 'total').reduce((all, row) => all.plus(row.value), decimal(0));
        expect(sum.minus(total).abs().lessThan('1e-30')).toBe(true);
      }),
    );
  });

  test('with the usual order the last row is what is charged, never below zero, credit and discounts included', () => {
    fc.assert(
      fc.property(order, (given) => {
        const { rows, total } = compute(given, USUAL);
        expect(rows.at(-1)).toMatchObject({ code: 'total' });
        expect(rows.at(-1)?.value.eq(total)).toBe(true);
        expect(total.greaterThan('-1e-30')).toBe(true);
      }),
    );
  });

  test('rows stand in their sort order', () => {
    fc.assert(
      fc.property(order, (given) => {
        const sortOrders = compute(given, USUAL).rows.map((row) => row.sortOrder);
        expect(sortOrders).toEqual([...sortOrders].sort((a, b) => a - b));
      }),
    );
  });

  test('sums are exact where floats drift', () => {
    const many = Array.from({ length: 1000 }, () => cartLine('0.1', 1, { taxClassId: 0 }));
    expect(totalsOf(many).total.toString()).toBe('100');
    expect(stored(totalsOf([cartLine('1.005', 1, { taxClassId: 0 })]).total)).toBe('1.0050');
  });

  test('an exact half rounds away from zero, also after a division left a trace', () => {
    const third = new Decimal(1).div(3);
    expect(stored(third.times(3).minus(1).plus('0.00005'))).toBe('0.0001');
    expect(stored(decimal('-0.00005'))).toBe('-0.0001');
  });
});
