import { decimal } from '../../../../system/decimal';
import type { Discount } from '../../../../extension/opencart/pricing/unit_price';
import { signed, unitPrice } from '../../../../extension/opencart/pricing/unit_price';

const discount = (type: string, price: string, more: Partial<Discount> = {}): Discount => ({
  ...{ customerGroupId: 1, quantity: 1, priority: 1, price: decimal(price), type, dateStart: null, dateEnd: null },
  ...more,
});

const price = (discounts: Discount[], more: { pieces?: number; customerGroupId?: number } = {}) =>
  unitPrice({
    ...{ base: decimal('100'), options: decimal('10'), discounts, pieces: 1, customerGroupId: 1 },
    ...{ now: '2026-06-01 12:00:00', ...more },
  }).toFixed(4);

describe('the price of one piece', () => {
  test('is the product with its options', () => expect(price([])).toBe('110.0000'));

  test('a fixed discount is for the product, its options come on top', () =>
    expect(price([discount('F', '80')])).toBe('90.0000'));

  test('a percentage and an amount come off the whole', () => {
    expect(price([discount('P', '10')])).toBe('99.0000');
    expect(price([discount('S', '10.5')])).toBe('99.5000');
  });

  test('a discount holds from its quantity on, and the highest wins', () => {
    const discounts = [discount('F', '80', { quantity: 10 }), discount('F', '70', { quantity: 20 })];
    expect([9, 10, 19, 20].map((pieces) => price(discounts, { pieces }))).toEqual([
      '110.0000',
      '90.0000',
      '90.0000',
      '80.0000',
    ]);
  });

  test('then the lowest priority number, then the lowest price', () => {
    expect(price([discount('F', '70', { priority: 2 }), discount('F', '80', { priority: 1 })])).toBe('90.0000');
    expect(price([discount('F', '80'), discount('F', '70')])).toBe('80.0000');
  });

  test('only for its customer group, and only in its days', () => {
    expect(price([discount('F', '80')], { customerGroupId: 2 })).toBe('110.0000');
    expect(price([discount('F', '80', { dateStart: '2026-06-02' })])).toBe('110.0000');
    expect(price([discount('F', '80', { dateEnd: '2026-06-01' })])).toBe('110.0000');
    expect(price([discount('F', '80', { dateStart: '2026-06-01', dateEnd: '0000-00-00' })])).toBe('90.0000');
  });

  test('an option takes off with the prefix minus', () => {
    expect([signed(decimal('5'), '-'), signed(decimal('5'), '+'), signed(decimal('5'), null)].map(Number)).toEqual([
      -5, 5, 5,
    ]);
  });
});
