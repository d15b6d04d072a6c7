import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { enterOrder, filledForm, requestStatus } from '../../support/enter_order';
import { startProgram, type ProgramRoom } from '../../support/program';

describe('a currency that no list of currencies knows', () => {
  let room: ProgramRoom;
  beforeAll(async () => {
    room = await startProgram();
  });
  afterAll(() => room.close());

  test('typed into the form it is refused beside its field, and what was typed stays', async () => {
    const form = await filledForm(room, { currency_code: 'QQQ', comment: 'Ring twice' });
    const answer = await room.post('/admin/sale/order/form', form);
    expect(answer.status).toBe(422);
    expect(textOf(answer.html)).toContain('The shop does not sell in this currency.');
    expect(answer.html).toContain('Ring twice');
  });

  test('an order in a currency of the shop’s own making is listed, shown and edited, and says why it has no link', async () => {
    const { db } = room;
    const orderId = await enterOrder(room, { status_id: '1' });
    await db(t(db, 'order'))
      .where({ order_id: orderId })
      .update({ currency_code: 'PTS', currency_value: '100.00000000' });
    const list = await room.get('/admin/sale/order');
    expect(list.status).toBe(200);
    expect(textOf(list.html)).toMatch(/\d+\.\d\d PTS/);
    const asking = { order_id: String(orderId), status_id: String(await requestStatus(room)), comment: '' };
    expect((await room.post('/admin/sale/order/history', asking)).status).toBe(303);
    const page = await room.get(`/admin/sale/order/info?order_id=${orderId}`);
    expect(page.status).toBe(200);
    expect(textOf(page.html)).toContain('PTS is no ISO 4217 currency.');
    expect((await room.get(`/admin/sale/order/form?order_id=${orderId}`)).status).toBe(200);
    expect((await room.get(`/admin/sale/order/print?order_id=${orderId}`)).status).toBe(200);
  });
});
