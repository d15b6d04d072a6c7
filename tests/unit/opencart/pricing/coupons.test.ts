import type { PricingOptions } from '../../../../extension/opencart/order/price_order';
import { priceOrder } from '../../../../extension/opencart/order/price_order';
import type { OrderDraft } from '../../../../extension/opencart/order/order_draft';
import { withDescendants } from '../../../../extension/opencart/pricing/use_coupon';
import { AppError } from '../../../../system/errors';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { draftOf, line, pricingShop } from '../../../support/pricing_shop';

describe('what a customer brings', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeEach(async () => void ({ db, destroy } = await pricingShop()));
  afterEach(() => destroy());

  const canon = line(30, 1, [{ productOptionId: 226, productOptionValueId: 16, value: '' }]);
  const monitor = line(47, 1, [{ productOptionId: 225, productOptionValueId: 0, value: '2026-12-24' }]);
  const NOW = '2026-06-01 12:00:00';

  const rowOf = async (code: string, draft: OrderDraft, options?: PricingOptions) =>
    (await priceOrder(db, draft, NOW, options)).totals.find((row) => row.code === code);
  const refusal = async (field: string, draft: OrderDraft) => {
    const thrown: unknown = await priceOrder(db, draft, NOW).catch((error: unknown) => error);
    return thrown instanceof AppError ? thrown.details.fields?.[field] : undefined;
  };
  const coupon = (couponCode: string, changes: Partial<OrderDraft> = {}, lines = [line(40)]) =>
    draftOf(lines, { couponCode, ...changes });

  test('a coupon is found in any case and shown as the shop writes it', async () => {
    expect(await rowOf('coupon', coupon(' canon7 ', {}, [canon]))).toMatchObject({
      ...{ title: 'Coupon (CANON7)', value: '-7.3300', extension: 'opencart', sortOrder: 4 },
    });
  });

  test('an unknown coupon is said to be unknown', async () => {
    expect(await refusal('coupon_code', coupon('NONE'))).toBe('There is no such coupon.');
  });

  test('a coupon for other products, or a larger order, says so', async () => {
    expect(await refusal('coupon_code', coupon('CANON7'))).toBe('This coupon is for other products.');
    await db(t(db, 'coupon')).where('code', '1111').update({ total: '101.0001' });
    expect(await refusal('coupon_code', coupon('1111'))).toBe('This coupon holds from a sub-total of 101.00 on.');
  });

  test('a coupon that is off, over, or not begun does not hold', async () => {
    const held = 'This coupon does not hold at present.';
    for (const changes of [
      { status: 0 },
      { status: 1, date_end: '2026-06-01' },
      { date_end: '0000-00-00', date_start: '2026-06-02' },
    ]) {
      await db(t(db, 'coupon')).where('code', '1111').update(changes);
      expect(await refusal('coupon_code', coupon('1111'))).toBe(held);
    }
    await db(t(db, 'coupon')).where('code', '1111').update({ date_start: null });
    expect(await refusal('coupon_code', coupon('1111'))).toBeUndefined();
  });

  test('a coupon for registered customers is not for guests', async () => {
    await db(t(db, 'coupon')).where('code', '1111').update({ logged: 1 });
    expect(await refusal('coupon_code', coupon('1111'))).toBe('This coupon is for registered customers.');
    expect(await refusal('coupon_code', coupon('1111', { customerId: 7 }))).toBeUndefined();
  });

  test('uses are counted, in all and by customer; those of the order being edited are its own', async () => {
    await db(t(db, 'coupon')).where('code', '1111').update({ uses_total: 2, uses_customer: 1 });
    await db(t(db, 'coupon_history')).insert({ coupon_id: 6, order_id: 70, customer_id: 7 });
    const mine = coupon('1111', { customerId: 7 });
    expect(await refusal('coupon_code', mine)).toBe('The customer has used this coupon as often as it may be.');
    expect(await rowOf('coupon', mine, { orderId: 70 })).toMatchObject({ value: '-10.0000' });
    expect(await refusal('coupon_code', coupon('1111'))).toBeUndefined();
    await db(t(db, 'coupon_history')).insert({ coupon_id: 6, order_id: 71, customer_id: 0 });
    expect(await refusal('coupon_code', coupon('1111'))).toBe('This coupon has been used as often as it may be.');
  });

  test('a coupon for a category is for the categories below it too', async () => {
    await db(t(db, 'category')).insert([
      { category_id: 20, parent_id: 0 },
      { category_id: 27, parent_id: 20 },
    ]);
    await db(t(db, 'coupon_category')).insert({ coupon_id: 4, category_id: 20 });
    await db(t(db, 'product_to_category')).insert({ product_id: 40, category_id: 27 });
    expect(await rowOf('coupon', coupon('2222', {}, [line(40), line(34)]))).toMatchObject({ value: '-10.1000' });
    expect(await refusal('coupon_code', coupon('2222', {}, [line(34)]))).toBe('This coupon is for other products.');
  });

  test('categories that contain each other come to an end', () => {
    const loop = [
      { category_id: 1, parent_id: 2 },
      { category_id: 2, parent_id: 1 },
    ];
    expect(withDescendants([1], loop)).toEqual([1, 2]);
  });

  test('store credit pays for the order, without what this order has taken before', async () => {
    await db(t(db, 'customer_transaction')).insert([
      { customer_id: 7, order_id: 0, amount: '30.5000' },
      { customer_id: 7, order_id: 70, amount: '-20.2500' },
    ]);
    const draft = draftOf([line(40)], { customerId: 7 });
    expect(await rowOf('credit', draft)).toMatchObject({ title: 'Store Credit', value: '-10.2500' });
    expect(await rowOf('credit', draft, { orderId: 70 })).toMatchObject({ value: '-30.5000' });
    expect(await rowOf('credit', draftOf([line(40)]))).toBeUndefined();
  });

  test('reward points up to the balance and up to what the products take', async () => {
    await db(t(db, 'customer_reward')).insert({ customer_id: 7, order_id: 0, points: 500 });
    const points = (rewardPoints: number, customerId = 7) => draftOf([monitor, line(40)], { rewardPoints, customerId });
    expect(await rowOf('reward', points(100))).toMatchObject({ title: 'Reward Points (100)', value: '-25.0000' });
    expect(await refusal('reward_points', points(401))).toBe(
      'At most 400 reward points can be used for these products.',
    );
    expect(await refusal('reward_points', points(501))).toBe('The customer has 500 reward points.');
    expect(await refusal('reward_points', points(-1))).toBe('Reward points are a whole number, 0 for none.');
    expect(await refusal('reward_points', points(100, 0))).toBe('Only a registered customer has reward points.');
  });
});
