import { decimal } from '../../../../system/decimal';
import { USUAL, cartLine, couponOf, quoteOf, settingsOf, shown, totalsOf } from '../../../support/pricing_context';

const untaxed = { taxClassId: 0 };

describe('totals', () => {
  test('percent tax on the amount, fixed tax per piece, both on shipping once', () => {
    expect(shown(totalsOf([cartLine('202', 2)], { shipping: quoteOf('5') }))).toEqual([
      'Sub-Total 202.0000',
      'Flat 5.0000',
      'Eco 6.0000',
      'VAT 41.4000',
      'Total 254.4000',
    ]);
  });

  test('a fixed coupon is spread over its lines and leaves fixed taxes due', () => {
    const lines = [cartLine('100'), cartLine('300', 1, { productId: 2 })];
    expect(shown(totalsOf(lines, { coupon: couponOf('F', '40') }))).toEqual([
      'Sub-Total 400.0000',
      'Coupon (C) -40.0000',
      'Eco 4.0000',
      'VAT 72.0000',
      'Total 436.0000',
    ]);
  });

  test('a fixed coupon is worth no more than the lines it is for', () => {
    const lines = [cartLine('100'), cartLine('5', 1, { productId: 2 })];
    const coupon = couponOf('F', '40', { productIds: new Set([2]) });
    expect(shown(totalsOf(lines, { coupon }))).toContain('Coupon (C) -5.0000');
  });

  test('a percent coupon takes its part of each line it is for', () => {
    const lines = [cartLine('100', 1, untaxed), cartLine('50', 1, { ...untaxed, productId: 2 })];
    const coupon = couponOf('P', '10', { productIds: new Set([2]) });
    expect(shown(totalsOf(lines, { coupon }))).toEqual(['Sub-Total 150.0000', 'Coupon (C) -5.0000', 'Total 145.0000']);
  });

  test('a coupon that frees shipping takes its cost and its percent tax away', () => {
    const totals = totalsOf([cartLine('100')], {
      shipping: quoteOf('5'),
      coupon: couponOf('P', '0', { freesShipping: true }),
    });
    expect(shown(totals)).toEqual([
      'Sub-Total 100.0000',
      'Flat 5.0000',
      'Coupon (C) -5.0000',
      'Eco 4.0000',
      'VAT 20.0000',
      'Total 124.0000',
    ]);
  });

  test('a coupon never takes more than the running total', () => {
    const settings = settingsOf({ sub_total: 1, coupon: 2, total: 9, reward: 1 });
    const lines = [cartLine('100', 1, { ...untaxed, points: 100 })];
    const totals = totalsOf(lines, { settings, rewardPoints: 80, coupon: couponOf('F', '50') });
    expect(shown(totals)).toEqual([
      'Reward Points (80) -80.0000',
      'Sub-Total 100.0000',
      'Coupon (C) -20.0000',
      'Total 0.0000',
    ]);
  });

  test('points pay for the lines that take points, and lower their percent tax', () => {
    const lines = [cartLine('100', 1, { points: 400 }), cartLine('50', 1, { productId: 2 })];
    expect(shown(totalsOf(lines, { rewardPoints: 100 }))).toEqual([
      'Sub-Total 150.0000',
      'Reward Points (100) -25.0000',
      'Eco 4.0000',
      'VAT 25.0000',
      'Total 154.0000',
    ]);
  });

  test('the low order fee is for sub-totals below its limit, taxed by its own class', () => {
    const fee = {
      total_low_order_fee_total: '50',
      total_low_order_fee_fee: '3',
      total_low_order_fee_tax_class_id: '9',
    };
    const rows = (total: string) =>
      shown(totalsOf([cartLine(total, 1, untaxed)], { settings: settingsOf(USUAL, fee) }));
    expect(rows('49.99')).toEqual([
      'Sub-Total 49.9900',
      'Low Order Fee 3.0000',
      'Eco 2.0000',
      'VAT 0.6000',
      'Total 55.5900',
    ]);
    expect(rows('50')).toEqual(['Sub-Total 50.0000', 'Total 50.0000']);
    expect(rows('0')).toEqual(['Sub-Total 0.0000', 'Total 0.0000']);
  });

  test('handling is for sub-totals above its limit', () => {
    const fee = { total_handling_total: '50', total_handling_fee: '3', total_handling_tax_class_id: '0' };
    const on = { ...USUAL, handling: 4 };
    const rows = (total: string) => shown(totalsOf([cartLine(total, 1, untaxed)], { settings: settingsOf(on, fee) }));
    expect(rows('50.01')).toContain('Handling Fee 3.0000');
    expect(rows('50')).toEqual(['Sub-Total 50.0000', 'Total 50.0000']);
  });

  test('store credit pays as far as it goes; debt is not collected', () => {
    const rows = (balance: string) => shown(totalsOf([cartLine('100', 1, untaxed)], { balance: decimal(balance) }));
    expect(rows('30')).toEqual(['Sub-Total 100.0000', 'Store Credit -30.0000', 'Total 70.0000']);
    expect(rows('130')).toEqual(['Sub-Total 100.0000', 'Store Credit -100.0000', 'Total 0.0000']);
    expect(rows('-30')).toEqual(['Sub-Total 100.0000', 'Total 100.0000']);
  });

  test('the sort order is the order of working: a coupon after the tax leaves it alone', () => {
    const late = settingsOf({ ...USUAL, coupon: 6 });
    expect(shown(totalsOf([cartLine('100')], { settings: late, coupon: couponOf('P', '50') }))).toEqual([
      'Sub-Total 100.0000',
      'Eco 2.0000',
      'VAT 20.0000',
      'Coupon (C) -50.0000',
      'Total 72.0000',
    ]);
  });

  test('what works after the total is not in its row, but in what is charged', () => {
    const late = settingsOf({ sub_total: 1, total: 2, credit: 3 });
    const totals = totalsOf([cartLine('100')], { settings: late, balance: decimal('30') });
    expect(shown(totals)).toEqual(['Sub-Total 100.0000', 'Total 100.0000', 'Store Credit -30.0000']);
    expect(totals.total.toFixed(4)).toBe('70.0000');
  });

  test('a total that is switched off adds nothing', () => {
    const settings = settingsOf({ sub_total: 1, total: 9 });
    expect(shown(totalsOf([cartLine('100')], { settings, shipping: quoteOf('5') }))).toEqual([
      'Sub-Total 100.0000',
      'Total 100.0000',
    ]);
  });
});
