import { draftOfOrder } from '../../../../extension/opencart/order/order_to_draft';
import { editOrder } from '../../../../extension/opencart/order/edit_order';
import { saveOrder } from '../../../../extension/opencart/order/save_order';
import type { DraftLine, OrderDraft } from '../../../../extension/opencart/order/order_draft';
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

describe('editing an order', () => {
  let room: OrderRoom;
  let orderId: number;

  const colour = (productOptionValueId: number, quantity: number): DraftLine =>
    line(30, quantity, [{ productOptionId: 226, productOptionValueId, value: '' }]);
  const edit = (lines: readonly DraftLine[], changes: Partial<OrderDraft> = {}, pressed = press()) =>
    editOrder(room.context, orderId, draftOf(lines, changes), pressed);
  const codes = async () =>
    (await announced(room.db)).map(([name, payload]) => [name, (payload as { kind?: string }).kind]);

  beforeEach(async () => {
    room = await orderRoom();
    ({ orderId } = await saveOrder(
      room.context,
      draftOf([line(40, 2), colour(15, 1)], { remindersConsent: true }),
      press(),
    ));
    await announced(room.db);
  });
  afterEach(() => room.destroy());

  test('replaces lines, options and totals under the same order number', async () => {
    await edit([colour(16, 3)], { firstName: 'Piet', statusId: 2, remindersConsent: true });
    expect(await rowsOf(room.db, 'order', orderId)).toMatchObject([{ firstname: 'Piet', order_status_id: 2 }]);
    expect(await rowsOf(room.db, 'order_product', orderId)).toMatchObject([{ product_id: 30, quantity: 3 }]);
    expect(await rowsOf(room.db, 'order_option', orderId)).toMatchObject([
      { product_option_value_id: 16, value: 'Blue' },
    ]);
    const totals = await rowsOf(room.db, 'order_total', orderId);
    expect(totals.map((total) => total['code'])).toEqual(['sub_total', 'shipping', 'tax', 'total']);
    expect(totals[0]?.['value']).toBe('240.0000');
  });

  test('gives the old lines back and takes the new ones', async () => {
    await edit([colour(16, 3), line(41, 1)]);
    expect(await Promise.all([40, 30, 41].map((id) => stockOf(room.db, id)))).toEqual([1000, 997, 999]);
    expect(await Promise.all([15, 16].map((id) => valueStockOf(room.db, id)))).toEqual([100, 97]);
  });

  test('out of a reserving status it only gives back, into one it only takes', async () => {
    await edit([line(40, 2)], { statusId: 7 });
    expect(await stockOf(room.db, 40)).toBe(1000);
    await edit([line(40, 5)], { statusId: 7 });
    expect(await stockOf(room.db, 40)).toBe(1000);
    await edit([line(40, 5)], { statusId: 1 });
    expect(await stockOf(room.db, 40)).toBe(995);
  });

  test('the order competes for stock with others only', async () => {
    await setStock(room.db, 40, { quantity: 1 });
    await edit([line(40, 3)]);
    expect(await stockOf(room.db, 40)).toBe(0);
    await expect(edit([line(40, 4)])).rejects.toMatchObject({ code: 'stock_short' });
    expect(await stockOf(room.db, 40)).toBe(0);
    expect(await rowsOf(room.db, 'order_product', orderId)).toMatchObject([{ quantity: 3 }]);
  });

  test('keeps invoice, transaction, origin and date, and moves the date of change', async () => {
    const kept = { invoice_no: 12, transaction_id: 'tx-1', ip: '198.51.100.1', date_added: '2026-01-02 03:04:05' };
    await room.db('oc_order').where({ order_id: orderId }).update(kept);
    await edit([line(40, 1)]);
    expect(await rowsOf(room.db, 'order', orderId)).toMatchObject([{ ...kept, date_modified: '2026-06-01 12:00:00' }]);
  });

  test('is one history line and says whether the status changed', async () => {
    await edit([line(40, 1)]);
    expect(await codes()).toEqual([['edited', undefined]]);
    await edit([line(40, 1)], { statusId: 2 });
    expect((await codes()).map(([name]) => name)).toEqual(['status_entered', 'edited']);
    const history = await rowsOf(room.db, 'order_history', orderId);
    expect(history.map((row) => row['order_status_id'])).toEqual([1, 1, 2]);
  });

  test('a missing order that is given a status is mailed', async () => {
    await room.db('oc_order').where({ order_id: orderId }).update({ order_status_id: 0 });
    await edit([line(40, 1)]);
    expect(await codes()).toEqual([
      ['status_entered', undefined],
      ['mail_due', 'order'],
      ['mail_due', 'alert'],
      ['edited', undefined],
    ]);
  });

  test('pressing Save twice edits once', async () => {
    const twice = press();
    await edit([line(40, 3)], {}, twice);
    await edit([line(40, 3)], {}, twice);
    expect(await stockOf(room.db, 40)).toBe(997);
    expect(await rowsOf(room.db, 'order_history', orderId)).toHaveLength(2);
  });

  test('a coupon with one use stays with the order that has it', async () => {
    await room.db('oc_coupon').where({ code: '1111' }).update({ uses_total: 1 });
    await edit([line(40, 1)], { couponCode: '1111' });
    await edit([line(40, 2)], { couponCode: '1111' });
    expect(await rowsOf(room.db, 'coupon_history', orderId)).toMatchObject([{ amount: '-10.0000' }]);
    await edit([line(40, 2)]);
    expect(await rowsOf(room.db, 'coupon_history', orderId)).toEqual([]);
  });

  test('consent is kept, and can be taken back', async () => {
    await edit([line(40, 1)], { remindersConsent: true });
    expect(await rowsOf(room.db, 'payment_link_consent', orderId)).toMatchObject([{ reminders: 1 }]);
    await edit([line(40, 1)], { remindersConsent: false });
    expect(await rowsOf(room.db, 'payment_link_consent', orderId)).toMatchObject([{ reminders: 0 }]);
  });

  test('the journal has both totals', async () => {
    const [before] = await rowsOf(room.db, 'order', orderId);
    await edit([line(40, 1)]);
    const [after] = await rowsOf(room.db, 'order', orderId);
    const entry = (await rowsOf(room.db, 'payment_link_journal', orderId)).at(-1);
    expect(entry).toMatchObject({ event: 'order.edited', actor: 'ann', ip: '192.0.2.7' });
    const details = JSON.parse(String(entry?.['details'])) as object;
    expect(details).toMatchObject({ total_before: before?.['total'], total: after?.['total'] });
    expect(after?.['total']).not.toBe(before?.['total']);
  });

  test('an edit that starts from the order itself changes nothing but the dates', async () => {
    const [before] = await rowsOf(room.db, 'order', orderId);
    const draft = await draftOfOrder(room.db, orderId);
    if (draft === null) throw new Error('the order is gone');
    await editOrder(room.context, orderId, draft, press());
    expect(await rowsOf(room.db, 'order', orderId)).toEqual([before]);
    expect(await stockOf(room.db, 40)).toBe(998);
  });

  test('orders edited side by side, each into what the other gives up, all succeed', async () => {
    const other = (await saveOrder(room.context, draftOf([line(41, 2)]), press())).orderId;
    const swap = (id: number, first: number, second: number) =>
      editOrder(room.context, id, draftOf([line(first, 1), line(second, 2)]), press());
    for (let round = 0; round < 5; round++)
      await Promise.all([swap(orderId, 41, 34), swap(other, 40, 34), swap(orderId, 34, 40), swap(other, 34, 41)]);
    const lines = [
      ...(await rowsOf(room.db, 'order_product', orderId)),
      ...(await rowsOf(room.db, 'order_product', other)),
    ];
    for (const id of [34, 40, 41]) {
      const held = lines
        .filter((row) => row['product_id'] === id)
        .reduce((sum, row) => sum + Number(row['quantity']), 0);
      expect([id, await stockOf(room.db, id)]).toEqual([id, 1000 - held]);
    }
  });

  test('an order that is gone is refused', async () => {
    const gone = editOrder(room.context, 999, draftOf([line(40)]), press());
    await expect(gone).rejects.toMatchObject({ code: 'order_not_found', status: 404 });
  });
});
