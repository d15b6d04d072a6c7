import { addHistory, addHistoryByPerson } from '../../../../extension/opencart/order/add_history';
import { saveOrder } from '../../../../extension/opencart/order/save_order';
import { retryingTransaction } from '../../../../system/db/retry';
import {
  announced,
  orderRoom,
  press,
  rowsOf,
  setStock,
  stockOf,
  valueStockOf,
  type OrderRoom,
} from '../../../support/order_room';
import { draftOf, line } from '../../../support/pricing_shop';

describe('a history line', () => {
  let room: OrderRoom;
  let orderId: number;

  const enter = (statusId: number, more: { expectedStatusId?: number; notify?: boolean } = {}) =>
    retryingTransaction(room.db, (tx) =>
      addHistory(tx, room.context, { orderId, statusId, comment: 'a <b>', notify: false, ...more }),
    );

  beforeEach(async () => {
    room = await orderRoom();
    const lines = [line(40, 2), line(30, 1, [{ productOptionId: 226, productOptionValueId: 15, value: '' }])];
    ({ orderId } = await saveOrder(room.context, draftOf(lines), press()));
    await announced(room.db);
  });
  afterEach(() => room.destroy());

  test('moves the stock when the order leaves and enters the reserving statuses, and not within them', async () => {
    const stock = async () => [await stockOf(room.db, 40), await valueStockOf(room.db, 15)];
    const seen: number[][] = [];
    for (const statusId of [2, 5, 7, 7, 16, 1, 1]) {
      await enter(statusId);
      seen.push(await stock());
    }
    expect(seen).toEqual([
      [998, 99],
      [998, 99],
      [1000, 100],
      [1000, 100],
      [1000, 100],
      [998, 99],
      [998, 99],
    ]);
  });

  test('is written escaped, under the new status', async () => {
    expect(await enter(7)).toMatchObject({ applied: true, previousStatusId: 1 });
    expect((await rowsOf(room.db, 'order_history', orderId)).at(-1)).toMatchObject({
      order_status_id: 7,
      comment: 'a &lt;b&gt;',
      notify: 0,
    });
    expect(await rowsOf(room.db, 'order', orderId)).toMatchObject([{ order_status_id: 7 }]);
  });

  test('does nothing when the order is not where it was expected', async () => {
    expect(await enter(7, { expectedStatusId: 2 })).toMatchObject({ applied: false, previousStatusId: 1 });
    expect(await rowsOf(room.db, 'order_history', orderId)).toHaveLength(1);
    expect(await announced(room.db)).toEqual([]);
    expect(await stockOf(room.db, 40)).toBe(998);
  });

  test('several programs that expect the same status move it once', async () => {
    const tries = await Promise.all([7, 16, 7, 16].map((statusId) => enter(statusId, { expectedStatusId: 1 })));
    expect(tries.filter((one) => one.applied)).toHaveLength(1);
    expect(await stockOf(room.db, 40)).toBe(1000);
  });

  test('several that expect nothing take each other in turn, and the stock agrees with the end', async () => {
    await Promise.all([7, 1, 16, 5, 7, 2].map((statusId) => enter(statusId)));
    const [order] = await rowsOf(room.db, 'order', orderId);
    const reserves = [1, 2, 5].includes(Number(order?.['order_status_id']));
    expect(await stockOf(room.db, 40)).toBe(reserves ? 998 : 1000);
    expect(await rowsOf(room.db, 'order_history', orderId)).toHaveLength(7);
  });

  test('never refuses for stock, and names what is below zero', async () => {
    await enter(7);
    await setStock(room.db, 40, { quantity: 1 });
    await room.db('oc_product_option_value').where({ product_option_value_id: 15 }).update({ quantity: 0 });
    expect(await enter(5)).toMatchObject({ applied: true, oversold: [30, 40] });
    expect(await stockOf(room.db, 40)).toBe(-1);
  });

  test('announces an entered status, and the update mail only when the customer is to be told', async () => {
    await enter(2);
    await enter(2, { notify: true });
    await enter(7, { notify: true });
    const events = (await announced(room.db)).map(([name, payload]) => [name, (payload as { kind?: string }).kind]);
    expect(events).toEqual([
      ['status_entered', undefined],
      ['mail_due', 'update'],
      ['status_entered', undefined],
      ['mail_due', 'update'],
    ]);
  });

  test('frees coupon, credit and points on leaving, and uses them again on entering', async () => {
    const customer = { customer_id: 5, email: 'a@example.com', customer_group_id: 1, status: 1 };
    await room.db('oc_customer').where({ customer_id: 5 }).delete();
    await room.db('oc_customer').insert(customer);
    await room.db('oc_order').where({ order_id: orderId }).update({ customer_id: 5 });
    await room.db('oc_order_total').insert([
      {
        order_id: orderId,
        extension: 'opencart',
        code: 'coupon',
        title: 'Coupon (1111)',
        value: '-10.0000',
        sort_order: 4,
      },
      {
        order_id: orderId,
        extension: 'opencart',
        code: 'credit',
        title: 'Store Credit',
        value: '-3.5000',
        sort_order: 7,
      },
      {
        order_id: orderId,
        extension: 'opencart',
        code: 'reward',
        title: 'Reward Points (-200)',
        value: '-2.0000',
        sort_order: 2,
      },
    ]);
    await enter(7);
    await enter(1);
    expect(await rowsOf(room.db, 'coupon_history', orderId)).toMatchObject([{ customer_id: 5, amount: '-10.0000' }]);
    expect(await rowsOf(room.db, 'customer_transaction', orderId)).toMatchObject([
      { customer_id: 5, amount: '-3.5000', description: `Order ID: #${orderId}` },
    ]);
    expect(await rowsOf(room.db, 'customer_reward', orderId)).toMatchObject([{ customer_id: 5, points: -200 }]);
    await room.db('oc_customer_transaction').insert({ customer_id: 9, order_id: orderId, amount: '4.0000' });
    await enter(16);
    expect(await rowsOf(room.db, 'coupon_history', orderId)).toEqual([]);
    expect(await rowsOf(room.db, 'customer_transaction', orderId)).toMatchObject([{ customer_id: 9 }]);
    expect(await rowsOf(room.db, 'customer_reward', orderId)).toEqual([]);
  });

  test('by a person is noted, refuses a status that does not exist, and is added once per press', async () => {
    const entry = { orderId, statusId: 7, comment: '', notify: false };
    const twice = press();
    expect(await addHistoryByPerson(room.context, entry, twice)).toMatchObject({ applied: true });
    expect(await addHistoryByPerson(room.context, entry, twice)).toMatchObject({ applied: false });
    expect(await rowsOf(room.db, 'order_history', orderId)).toHaveLength(2);
    expect((await rowsOf(room.db, 'payment_link_journal', orderId)).at(-1)).toMatchObject({
      event: 'order.history_added',
      actor: 'ann',
    });
    const unknown = addHistoryByPerson(room.context, { ...entry, statusId: 4711 }, press());
    await expect(unknown).rejects.toMatchObject({ code: 'order_status_unknown' });
  });
});
