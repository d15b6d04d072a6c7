import { deleteOrder } from '../../../../extension/opencart/order/delete_order';
import { saveOrder } from '../../../../extension/opencart/order/save_order';
import { announced, orderRoom, press, rowsOf, stockOf, type OrderRoom } from '../../../support/order_room';
import { draftOf, line } from '../../../support/pricing_shop';

const TABLES = [
  'order',
  'order_product',
  'order_option',
  'order_total',
  'order_history',
  'coupon_history',
  'customer_transaction',
  'payment_link_consent',
];

describe('deleting an order', () => {
  let room: OrderRoom;
  beforeEach(async () => {
    room = await orderRoom();
  });
  afterEach(() => room.destroy());

  const withEverything = () =>
    draftOf([line(40, 2), line(30, 1, [{ productOptionId: 226, productOptionValueId: 15, value: '' }])], {
      couponCode: '1111',
      remindersConsent: true,
    });

  test('removes all its rows and no others, and gives the stock back', async () => {
    const kept = await saveOrder(room.context, withEverything(), press());
    const { orderId } = await saveOrder(room.context, withEverything(), press());
    await room.db('oc_customer_transaction').insert({ customer_id: 1, order_id: orderId, amount: '-5.0000' });
    await deleteOrder(room.context, orderId, press());
    for (const table of TABLES) expect([table, await rowsOf(room.db, table, orderId)]).toEqual([table, []]);
    for (const table of TABLES.slice(0, 6))
      expect((await rowsOf(room.db, table, kept.orderId)).length).toBeGreaterThan(0);
    expect([await stockOf(room.db, 40), await stockOf(room.db, 30)]).toEqual([998, 999]);
  });

  test('an order that held no stock gives none back', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40, 2)], { statusId: 7 }), press());
    await deleteOrder(room.context, orderId, press());
    expect(await stockOf(room.db, 40)).toBe(1000);
  });

  test('points that were spent come back, points that were earned stay', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
    await room
      .db('oc_customer_reward')
      .insert([-50, 20].map((points) => ({ customer_id: 1, order_id: orderId, points })));
    await deleteOrder(room.context, orderId, press());
    expect(await rowsOf(room.db, 'customer_reward', orderId)).toMatchObject([{ points: 20 }]);
  });

  test('tells the listeners and the journal', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
    await announced(room.db);
    await deleteOrder(room.context, orderId, press());
    expect(await announced(room.db)).toEqual([['deleted', { orderId }]]);
    const entry = (await rowsOf(room.db, 'payment_link_journal', orderId)).at(-1);
    expect(entry).toMatchObject({ event: 'order.deleted', actor: 'ann' });
  });

  test('a second deletion says that the order is gone', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
    await deleteOrder(room.context, orderId, press());
    await expect(deleteOrder(room.context, orderId, press())).rejects.toMatchObject({ code: 'order_not_found' });
    expect(await stockOf(room.db, 40)).toBe(1000);
  });
});
