import { t } from '../../../system/db/table';
import { findUserByName } from '../../../extension/opencart/user/users';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf, type Form } from '../../support/agent';

describe('what a person changes is in the journal', () => {
  let room: AdminRoom;
  beforeAll(async () => {
    room = await startAdmin();
  });
  afterAll(() => room.close());

  const entries = async () =>
    ((await room.db(t(room.db, 'payment_link_journal')).orderBy('journal_id')) as Entry[]).map((entry) => ({
      ...entry,
      details: JSON.parse(entry.details) as Record<string, string>,
    }));
  interface Entry {
    event: string;
    actor: string;
    ip: string;
    details: string;
  }
  const newest = async () => (await entries()).at(-1);
  const STATUS = '/admin/localisation/order_status/save';
  const mug: Form = {
    ...{ product_id: '0', name_1: 'Mug', name_2: 'Mok', model: 'MUG-1', sku: '', price: '12.50' },
    ...{ tax_class_id: '9', quantity: '8', minimum: '1', subtract: '1', stock_status_id: '5', status: '1' },
    ...{ shipping: '1', weight: '0.35', weight_class_id: '1', stores: '0' },
  };

  test('a status that is added, renamed and deleted: who, from where, old and new name; a refusal leaves nothing', async () => {
    expect((await room.post(STATUS, { order_status_id: '0', name_1: 'x' })).status).toBe(422);
    expect(await entries()).toEqual([]);
    await room.post(STATUS, { order_status_id: '0', name_1: 'Payment Request' });
    const added = await newest();
    expect(added).toMatchObject({ event: 'record.added', actor: 'admin' });
    expect(added?.ip).toContain('127.0.0.1');
    const order_status_id = added?.details['record'] ?? '';
    await room.post(STATUS, { order_status_id, name_1: 'Waiting for payment', name_2: 'Payment Request' });
    expect((await newest())?.details).toEqual({
      ...{ route: 'localisation/order_status', record: order_status_id, name: 'Waiting for payment' },
      'fields.name.1': 'Payment Request → Waiting for payment',
    });
    await room.post('/admin/localisation/order_status/delete', { selected: order_status_id });
    expect(await newest()).toMatchObject({ event: 'record.deleted', details: { name: 'Waiting for payment' } });
  });

  test('of a product every field that changed, and nothing where nothing did', async () => {
    await room.post('/admin/catalog/product/save', mug);
    const product_id = (await newest())?.details['record'] ?? '';
    await room.post('/admin/catalog/product/save', {
      ...mug,
      product_id,
      price: '13.00',
      quantity: '9',
      subtract: '0',
    });
    expect((await newest())?.details).toMatchObject({
      'fields.price': '12.5000 → 13.0000',
      'fields.quantity': '8 → 9',
      'fields.subtract': 'on → off',
    });
    const before = (await entries()).length;
    await room.post('/admin/catalog/product/save', {
      ...mug,
      product_id,
      price: '13.00',
      quantity: '9',
      subtract: '0',
    });
    expect(await entries()).toHaveLength(before);
    await room.post('/admin/catalog/product/disable', { selected: product_id });
    expect((await newest())?.details).toMatchObject({ 'fields.enabled': 'on → off' });
  });

  test('of a password only that it changed', async () => {
    const user = await findUserByName(room.db, 'admin');
    const form = {
      ...{ user_id: String(user?.userId), username: 'admin', firstname: 'Ada', lastname: 'Example' },
      ...{ email: 'admin@shop.example', user_group_id: String(user?.userGroupId), status: '1' },
    };
    await room.post('/admin/user/user/save', { ...form, password: 'summer rain 10', confirm: 'summer rain 10' });
    expect((await newest())?.details).toMatchObject({ 'fields.firstName': 'admin → Ada', 'fields.password': '' });
    await room.post('/admin/user/user/save', { ...form, lastname: 'Byron', password: '', confirm: '' });
    expect(Object.keys((await newest())?.details ?? {})).not.toContain('fields.password');
    const { hash } = (await findUserByName(room.db, 'admin')) ?? { hash: '-' };
    const all = JSON.stringify(await entries());
    for (const secret of ['summer rain', hash, hash.slice(10, 30)]) expect(all).not.toContain(secret);
  });

  test('System → Journal shows it to those who set the shop up, in words, newest first', async () => {
    const page = await room.get('/admin/tool/journal');
    const text = textOf(page.html);
    expect(page.html).toContain('href="/admin/tool/journal"');
    for (const words of [
      'Products: Mug was changed.',
      'price : 12.5000 → 13.0000',
      'Order Statuses: Waiting for payment was deleted.',
      'password : changed',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/from \S*127\.0\.0\.1/);
    expect(text.indexOf('Users: admin was changed.')).toBeLessThan(text.indexOf('Order Statuses: Waiting'));
    const clerk = await room.as('clerk', { access: ['sale/order', 'tool/job'], modify: ['sale/order'] });
    expect((await clerk.get('/admin/tool/journal')).status).toBe(403);
    expect((await clerk.get('/admin/tool/job')).html).not.toContain('/admin/tool/journal');
  });

  test('it is paged from the newest back, and can be read to its beginning', async () => {
    const row = { event: 'record.added', actor: 'admin', ip: null, store_id: 0, created_at: 1 };
    for (let number = 1; number <= 60; number++) {
      const details = JSON.stringify({ route: 'catalog/product', record: '1', name: `Cup ${number}` });
      await room.db(t(room.db, 'payment_link_journal')).insert({ ...row, details });
    }
    const first = await room.get('/admin/tool/journal');
    expect([first.html.includes('Cup 60 '), first.html.includes('Cup 5 ')]).toEqual([true, false]);
    const older = /href="([^"]*tool\/journal\?before=\d+)"/.exec(first.html)?.[1] ?? '';
    const second = textOf((await room.get(older)).html);
    expect([second.includes('Cup 5 '), second.includes('Payment Request was added.')]).toEqual([true, true]);
    expect(second).not.toContain('Older entries');
  });
});
