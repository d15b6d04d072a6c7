import { listStatusUses } from '../../../../extension/opencart/localisation/order_status_uses';
import { findOrderStatus, listOrderStatuses } from '../../../../extension/opencart/localisation/order_statuses';
import { removeOrderStatus, saveOrderStatus } from '../../../../extension/opencart/localisation/save_order_status';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

let shop: Awaited<ReturnType<typeof freshDatabase>>;
const insert = (table: string, row: object) => shop.db(t(shop.db, table)).insert(row);
const setting = (key: string, value: string, store_id = 0, table = 'setting') =>
  insert(table, { store_id, code: key.startsWith('config') ? 'config' : 'payment_x', key, value, serialized: 0 });

beforeEach(async () => {
  shop = await freshDatabase();
  await insert('language', { language_id: 1, name: 'English', code: 'en-gb', sort_order: 1, status: 1 });
  await insert('language', { language_id: 2, name: 'Nederlands', code: 'nl-nl', sort_order: 2, status: 1 });
});
afterEach(() => shop.destroy());

const names = { 1: 'Payment <Request>', 2: 'Betaalverzoek' };

test('a new status gets the next free id and its name in every language', async () => {
  await insert('order_status', { order_status_id: 16, language_id: 1, name: 'Voided' });
  expect(await saveOrderStatus(shop.db, null, names)).toBe(17);
  expect(await findOrderStatus(shop.db, 17)).toEqual({ statusId: 17, names });
  expect(await listOrderStatuses(shop.db, 2)).toEqual([
    { statusId: 17, name: 'Betaalverzoek' },
    { statusId: 16, name: 'Voided' },
  ]);
});

test('names are stored HTML-escaped, as the shop stores what people type', async () => {
  await saveOrderStatus(shop.db, null, names);
  const row = await shop.db(t(shop.db, 'order_status')).where('language_id', 1).first('name');
  expect(row.name).toBe('Payment &lt;Request&gt;');
});

test('renaming keeps the id', async () => {
  const id = await saveOrderStatus(shop.db, null, names);
  expect(await saveOrderStatus(shop.db, id, { 1: 'Awaiting', 2: 'Wachten' })).toBe(id);
  expect((await findOrderStatus(shop.db, id))?.names).toEqual({ 1: 'Awaiting', 2: 'Wachten' });
  await expect(saveOrderStatus(shop.db, 99, names)).rejects.toMatchObject({ code: 'not_found' });
});

test('a name needs 3 to 32 characters in every language', async () => {
  const wrong = saveOrderStatus(shop.db, null, { 1: 'x'.repeat(33) });
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid_form',
    details: { fields: { name_1: 'error_name', name_2: 'error_name' } },
  });
  await expect(saveOrderStatus(shop.db, null, { 1: ' ab ', 2: 'Goed' })).rejects.toMatchObject({
    details: { fields: { name_1: 'error_name' } },
  });
});

test('a status nobody uses can be deleted', async () => {
  const id = await saveOrderStatus(shop.db, null, names);
  await setting('config_processing_status', `["1${id}","5"]`);
  await removeOrderStatus(shop.db, id);
  expect(await findOrderStatus(shop.db, id)).toBeNull();
});

describe('deleting is refused, and the place is known, for a status used', () => {
  const set = (key: string, storeId = 0) => ({ place: 'setting', storeId, key });
  const uses: [string, () => PromiseLike<unknown>, object][] = [
    ['as the default status', () => setting('config_order_status_id', '1'), set('config_order_status_id')],
    [
      'as a processing status of a store',
      () => setting('config_processing_status', '["5","1"]', 3),
      set('config_processing_status', 3),
    ],
    ['as a complete status', () => setting('config_complete_status', '["1"]'), set('config_complete_status')],
    ['as the fraud status', () => setting('config_fraud_status_id', '1'), set('config_fraud_status_id')],
    ['as the void status', () => setting('config_void_status_id', '1'), set('config_void_status_id')],
    ['by cash on delivery', () => setting('payment_cod_order_status_id', '1'), set('payment_cod_order_status_id')],
    [
      'by a mapping of an attached shop',
      () => setting('payment_multisafepay_order_status_id_expired', '1', 0, 'payment_link_setting'),
      set('payment_multisafepay_order_status_id_expired'),
    ],
    ['by an order', () => insert('order', { order_id: 1, order_status_id: 1 }), { place: 'orders' }],
    ['by a history line', () => insert('order_history', { order_id: 1, order_status_id: 1 }), { place: 'histories' }],
  ];
  test.each(uses)('%s', async (_title, use, place) => {
    await saveOrderStatus(shop.db, null, names);
    expect(await listStatusUses(shop.db, 1)).toEqual([]);
    await use();
    expect(await listStatusUses(shop.db, 1)).toEqual([place]);
    await expect(removeOrderStatus(shop.db, 1)).rejects.toMatchObject({ code: 'order_status_in_use' });
    expect(await findOrderStatus(shop.db, 1)).not.toBeNull();
  });
});
