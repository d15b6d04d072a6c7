import { costOf, shippedWeight } from '../../../../extension/opencart/pricing/shipping/weight';
import { cartOf } from '../../../../extension/opencart/pricing/cart';
import type { CartLine } from '../../../../extension/opencart/pricing/cart';
import { quoteShipping } from '../../../../extension/opencart/pricing/shipping/quotes';
import { titlesIn } from '../../../../extension/opencart/pricing/titles';
import { decimal } from '../../../../system/decimal';
import { cartLine, settingsOf } from '../../../support/pricing_context';

const CLASSES = [
  { weightClassId: 1, value: decimal('1'), unit: 'kg' },
  { weightClassId: 2, value: decimal('1000'), unit: 'g' },
];

const question = (settings: Record<string, string>, lines: readonly CartLine[]) => ({
  ...{ cart: cartOf(lines), settings: settingsOf({}, { config_weight_class_id: '1', ...settings }) },
  ...{ titles: titlesIn('en-gb'), geoZones: [{ geoZoneId: 4, name: 'UK' }], weightClasses: CLASSES },
});
const quotes = (settings: Record<string, string>, lines: readonly CartLine[] = [cartLine('40', 2)]) =>
  quoteShipping(question(settings, lines)).map(({ code, cost, taxClassId }) => [code, cost.toFixed(2), taxClassId]);

describe('ways to ship', () => {
  const flat = { shipping_flat_status: '1', shipping_flat_cost: '5.00', shipping_flat_tax_class_id: '9' };

  test('flat: one price, in the geo zone it is for', () => {
    expect(quotes(flat)).toEqual([['flat.flat', '5.00', 9]]);
    expect(quotes({ ...flat, shipping_flat_geo_zone_id: '4' })).toEqual([['flat.flat', '5.00', 9]]);
    expect(quotes({ ...flat, shipping_flat_geo_zone_id: '3' })).toEqual([]);
    expect(quotes({ ...flat, shipping_flat_status: '0' })).toEqual([]);
  });

  test('free: from its sub-total on', () => {
    expect(quotes({ shipping_free_status: '1', shipping_free_total: '40' })).toEqual([['free.free', '0.00', 0]]);
    expect(quotes({ shipping_free_status: '1', shipping_free_total: '40.01' })).toEqual([]);
  });

  test('per item: only pieces that ship count', () => {
    const lines = [cartLine('40', 2), cartLine('10', 3, { ships: false })];
    expect(quotes({ shipping_item_status: '1', shipping_item_cost: '1.25' }, lines)).toEqual([
      ['item.item', '2.50', 0],
    ]);
  });

  test('pick-up costs nothing, and the shop decides the order', () => {
    const both = {
      ...flat,
      shipping_flat_sort_order: '2',
      shipping_pickup_status: '1',
      shipping_pickup_sort_order: '1',
    };
    expect(quotes(both).map(([code]) => code)).toEqual(['pickup.pickup', 'flat.flat']);
  });

  test('nothing is offered when nothing ships', () => {
    expect(quotes(flat, [cartLine('40', 1, { ships: false })])).toEqual([]);
  });

  const byWeight = {
    shipping_weight_status: '1',
    shipping_weight_4_status: '1',
    shipping_weight_4_rate: '5:10.00,7:12.00',
  };
  const kilos = (weight: string, more: Partial<CartLine> = {}) => [
    cartLine('40', 1, { weight: decimal(weight), ...more }),
  ];

  test('by weight: the first price whose limit is not passed, none beyond the last', () => {
    expect(quotes(byWeight, kilos('5'))).toEqual([['weight.weight_4', '10.00', 0]]);
    expect(quotes(byWeight, kilos('5.01'))).toEqual([['weight.weight_4', '12.00', 0]]);
    expect(quotes(byWeight, kilos('7.01'))).toEqual([]);
    expect(quotes({ ...byWeight, shipping_weight_4_status: '0' }, kilos('5'))).toEqual([]);
    expect(costOf('nonsense,:,5:', decimal('1'))).toBeNull();
  });

  test('weights are converted to the class of the shop; the name tells the weight', () => {
    const lines = [...kilos('1500', { weightClassId: 2 }), ...kilos('2'), ...kilos('9', { ships: false })];
    expect(shippedWeight(question(byWeight, lines)).toFixed(4)).toBe('3.5000');
    expect(quoteShipping(question(byWeight, lines))[0]?.name).toBe('UK (Weight: 3.50kg)');
  });
});
