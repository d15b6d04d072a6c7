import { couponsOf } from '../../../../extension/opencart/order/order_coupons';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const total = (title: string, code = 'coupon') => ({
  order_total_id: 7,
  order_id: 1,
  extension: 'opencart',
  code,
  title,
  value: '-7.3300',
  sort_order: 4,
});

test('the terms of a coupon are found by the code in its title, products by list and by category', async () => {
  const { db, destroy } = await freshDatabase();
  await db(t(db, 'coupon')).insert({
    coupon_id: 9,
    name: '-7.33 on Canon &amp; more',
    code: 'CANON7',
    type: 'F',
    discount: '7.3300',
    total: '0.0000',
    shipping: 1,
    date_start: '2020-01-01',
    date_end: '2021-01-01',
    date_added: '2020-01-01 00:00:00',
  });
  expect((await couponsOf(db, [total('Coupon (canon7)')], [30, 40])).get(7)).toEqual({
    name: '-7.33 on Canon & more',
    freesShipping: true,
    productIds: null,
  });
  await db(t(db, 'coupon_product')).insert({ coupon_id: 9, product_id: 30 });
  expect((await couponsOf(db, [total('Coupon (CANON7)')], [30, 40])).get(7)?.productIds).toEqual([30]);
  for (const unknown of [total('Coupon (GONE)'), total('Coupon'), total('Reward (CANON7)', 'reward')]) {
    expect((await couponsOf(db, [unknown], [30])).size).toBe(0);
  }
  await destroy();
});
