import { t } from '../../system/db/table';
import { startAdmin, type AdminRoom } from '../support/admin_app';

describe('what a person changes is in the journal', () => {
  let room: AdminRoom;
  beforeAll(async () => {
    room = await startAdmin();
  });
  afterAll(() => room.close());

  const entries = () =>
    room.db(t(room.db, 'payment_link_journal')).where('event', 'admin.changed').orderBy('journal_id') as Promise<
      { actor: string; ip: string; details: string }[]
    >;

  test('a saved order status: who, from where, on which page; a refused one is not', async () => {
    await room.get('/admin/localisation/order_status/form');
    const refused = await room.post('/admin/localisation/order_status/save', { order_status_id: '0', name_1: 'x' });
    expect(refused.status).toBe(422);
    expect(await entries()).toEqual([]);
    await room.post('/admin/localisation/order_status/save', { order_status_id: '0', name_1: 'Payment Request' });
    const [entry] = await entries();
    expect(entry?.ip).toContain('127.0.0.1');
    expect(JSON.parse(entry?.details ?? '{}')).toMatchObject({
      route: 'localisation/order_status',
      ids: 'order_status_id=0',
    });
  });
});
