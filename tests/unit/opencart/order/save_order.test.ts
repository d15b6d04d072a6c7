import { saveOrder } from '../../../../extension/opencart/order/save_order';
import { before } from '../../../../system/event/listen';
import { forbidden } from '../../../../system/errors';
import {
  announced,
  orderRoom,
  press,
  rowsOf,
  setSetting,
  setStock,
  stockOf,
  valueStockOf,
  type OrderRoom,
} from '../../../support/order_room';
import { draftOf, line } from '../../../support/pricing_shop';

describe('saving an order', () => {
  let room: OrderRoom;
  beforeEach(async () => {
    room = await orderRoom();
  });
  afterEach(() => room.destroy());

  const cinema = (quantity: number) =>
    line(42, quantity, [
      { productOptionId: 208, productOptionValueId: 0, value: 'Zoë <b> & "Co"' },
      { productOptionId: 217, productOptionValueId: 4, value: '' },
      { productOptionId: 218, productOptionValueId: 5, value: '' },
      { productOptionId: 223, productOptionValueId: 8, value: '' },
      { productOptionId: 223, productOptionValueId: 9, value: '' },
    ]);

  test('writes the order with its lines, options, totals and first history line', async () => {
    const draft = draftOf([line(40, 2), cinema(2)], { firstName: 'Tom & Co', comment: 'ring <twice>' });
    const { orderId } = await saveOrder(room.context, draft, press());
    expect(await rowsOf(room.db, 'order', orderId)).toMatchObject([
      {
        store_name: 'Your &amp; My Store',
        store_url: 'https://shop.example/',
        firstname: 'Tom &amp; Co',
        comment: 'ring &lt;twice&gt;',
        order_status_id: 1,
        language_code: 'en-gb',
        currency_code: 'EUR',
        payment_method: '{"name":"Cash On Delivery","code":"cod.cod"}',
        ip: '192.0.2.7',
        date_added: '2026-06-01 12:00:00',
        date_modified: '2026-06-01 12:00:00',
      },
    ]);
    const products = await rowsOf(room.db, 'order_product', orderId);
    expect(products.map((row) => [row['product_id'], row['quantity'], row['name']])).toEqual([
      [40, 2, 'iPhone'],
      [42, 2, 'Apple Cinema 30&quot;'],
    ]);
    const options = await rowsOf(room.db, 'order_option', orderId);
    expect(new Set(options.map((row) => row['order_product_id']))).toEqual(
      new Set([products[1]?.['order_product_id']]),
    );
    expect(options[0]?.['value']).toBe('Zoë &lt;b&gt; &amp; &quot;Co&quot;');
    const totals = await rowsOf(room.db, 'order_total', orderId);
    expect(totals.map((row) => row['code'])).toEqual(['sub_total', 'shipping', 'tax', 'total']);
    expect(totals.at(-1)?.['value']).toBe((await rowsOf(room.db, 'order', orderId))[0]?.['total']);
    expect(await rowsOf(room.db, 'order_history', orderId)).toMatchObject([
      { order_status_id: 1, notify: 0, comment: '' },
    ]);
  });

  test('takes the stock of products and options when the status reserves', async () => {
    await saveOrder(room.context, draftOf([line(40, 2), cinema(2)]), press());
    expect([await stockOf(room.db, 40), await stockOf(room.db, 42)]).toEqual([998, 998]);
    expect(await Promise.all([4, 5, 8, 9, 1].map((id) => valueStockOf(room.db, id)))).toEqual([3, 98, 98, 98, 100]);
  });

  test('takes none when the status does not reserve', async () => {
    await saveOrder(room.context, draftOf([line(40, 2)], { statusId: 7 }), press());
    expect(await stockOf(room.db, 40)).toBe(1000);
  });

  test('announces the status, the order mail and the alert', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
    const [history] = await rowsOf(room.db, 'order_history', orderId);
    const historyId = history?.['order_history_id'];
    expect(await announced(room.db)).toEqual([
      ['status_entered', { orderId, statusId: 1, historyId }],
      ['mail_due', { orderId, kind: 'order', historyId }],
      ['mail_due', { orderId, kind: 'alert', historyId, storeId: 0 }],
    ]);
  });

  test('sends the owner no alert when they did not ask for one', async () => {
    await setSetting(room.db, 'config_mail_alert', '["account"]');
    await saveOrder(room.context, draftOf([line(40)]), press());
    const mails = (await announced(room.db)).filter(([name]) => name === 'mail_due');
    expect(mails).toMatchObject([['mail_due', { kind: 'order' }]]);
  });

  test('pressing Save twice makes one order, also at the same moment', async () => {
    const twice = press();
    const [first, second] = await Promise.all([
      saveOrder(room.context, draftOf([line(40, 3)]), twice),
      saveOrder(room.context, draftOf([line(40, 3)]), twice),
    ]);
    expect(second).toEqual(first);
    expect(await saveOrder(room.context, draftOf([line(40, 3)]), twice)).toEqual(first);
    expect(await room.db('oc_order').count({ n: '*' })).toEqual([{ n: 1 }]);
    expect(await stockOf(room.db, 40)).toBe(997);
  });

  test('orders saved side by side cannot sell more than there is', async () => {
    await setStock(room.db, 40, { quantity: 5 });
    const saves = await Promise.allSettled(
      Array.from({ length: 12 }, () => saveOrder(room.context, draftOf([line(40, 1), line(41, 1)]), press())),
    );
    expect(saves.filter((save) => save.status === 'fulfilled')).toHaveLength(5);
    const refused = saves.flatMap((save) => (save.status === 'rejected' ? [save.reason as { code: string }] : []));
    expect(new Set(refused.map((reason) => reason.code))).toEqual(new Set(['stock_short']));
    expect([await stockOf(room.db, 40), await stockOf(room.db, 41)]).toEqual([0, 995]);
    expect(await room.db('oc_order').count({ n: '*' })).toEqual([{ n: 5 }]);
  });

  test('what is short is named beside its quantity, and nothing is half saved', async () => {
    await setStock(room.db, 41, { quantity: 1 });
    const save = saveOrder(room.context, draftOf([line(40, 1), line(41, 2)]), press('short'));
    await expect(save).rejects.toMatchObject({
      code: 'stock_short',
      details: { fields: { 'lines.1.quantity': expect.any(String) } },
    });
    await setStock(room.db, 41, { quantity: 2 });
    await expect(saveOrder(room.context, draftOf([line(40, 1), line(41, 2)]), press('short'))).resolves.toBeDefined();
    expect(await stockOf(room.db, 40)).toBe(999);
  });

  test('with Stock Checkout on, stock may go below zero', async () => {
    await setSetting(room.db, 'config_stock_checkout', '1');
    await setStock(room.db, 40, { quantity: 1 });
    await saveOrder(room.context, draftOf([line(40, 3)]), press());
    expect(await stockOf(room.db, 40)).toBe(-2);
  });

  test('a variant moves its master, and a product that does not subtract stays', async () => {
    await setStock(room.db, 41, { master_id: 40 });
    await setStock(room.db, 34, { subtract: 0 });
    await saveOrder(room.context, draftOf([line(41, 2), line(34, 4)]), press());
    expect(await Promise.all([40, 41, 34].map((id) => stockOf(room.db, id)))).toEqual([998, 998, 1000]);
  });

  test('a coupon for one use is used by one of two orders', async () => {
    await room.db('oc_coupon').where({ code: '1111' }).update({ uses_total: 1 });
    const saves = await Promise.allSettled(
      [1, 2].map(() => saveOrder(room.context, draftOf([line(40)], { couponCode: '1111' }), press())),
    );
    expect(saves.map((save) => save.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await room.db('oc_coupon_history')).toMatchObject([{ customer_id: 0, amount: '-10.0000' }]);
  });

  test('consent to reminders and who saved are recorded', async () => {
    const { orderId } = await saveOrder(room.context, draftOf([line(40)], { remindersConsent: true }), press());
    expect(await rowsOf(room.db, 'payment_link_consent', orderId)).toMatchObject([
      { reminders: 1, recorded_by: 'ann' },
    ]);
    const journal = await rowsOf(room.db, 'payment_link_journal', orderId);
    expect(journal).toMatchObject([{ event: 'order.saved', actor: 'ann', ip: '192.0.2.7' }]);
  });

  test('a listener may amend the draft or refuse it', async () => {
    await room.destroy();
    room = await orderRoom([
      before('order.saving', 'amend', async (_tx, value) => ({
        ...value,
        draft: { ...value.draft, comment: 'amended' },
      })),
      before('order.saving', 'refuse', async (_tx, value) => {
        if (value.draft.firstName === 'Mallory') throw forbidden({ values: { route: 'sale/order' } });
        return value;
      }),
    ]);
    const { orderId } = await saveOrder(room.context, draftOf([line(40)]), press());
    expect((await rowsOf(room.db, 'order', orderId))[0]?.['comment']).toBe('amended');
    await expect(saveOrder(room.context, draftOf([line(40)], { firstName: 'Mallory' }), press())).rejects.toMatchObject(
      { code: 'forbidden' },
    );
    expect(await room.db('oc_order').count({ n: '*' })).toEqual([{ n: 1 }]);
  });
});
