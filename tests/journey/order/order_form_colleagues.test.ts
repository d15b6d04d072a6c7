import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import { orderWithLink, statusOf } from '../../support/customer';
import { enterOrder, filledForm, requestStatus } from '../../support/enter_order';
import { chosenIn } from '../../support/order_form';
import { startWithStandIns, type StandInRoom } from '../../support/stand_ins';

let shop: StandInRoom;
beforeAll(async () => (shop = await startWithStandIns()));
afterAll(() => shop.close());

const COMPLETE = 2;
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** The edit form as somebody opened it just now. */
async function opened(orderId: number, typed: Form = {}): Promise<Form> {
  const { html } = await shop.get(`/admin/sale/order/form?order_id=${orderId}`);
  const names = ['form_token', 'seen', 'seen_status_id', 'defaults_of'];
  const own = Object.fromEntries(names.map((name) => [name, hidden(html, name)]));
  return { ...(await filledForm(shop)), order_id: String(orderId), ...own, ...typed };
}
const save = (form: Form) => shop.post('/admin/sale/order/form', { ...form, act: 'save' });
const orderRow = async (orderId: number) =>
  (await shop.db(t(shop.db, 'order')).where({ order_id: orderId }).first('firstname', 'order_status_id')) as {
    firstname: string;
    order_status_id: number;
  };

describe('two people and one order', () => {
  test('who saves second is told, keeps what was typed, and writes over it only by saving once more', async () => {
    const orderId = await enterOrder(shop, { status_id: '1' });
    const [anna, bob] = [await opened(orderId, { firstname: 'Anna' }), await opened(orderId, { firstname: 'Bob' })];
    expect((await save({ ...anna, status_id: '1' })).status).toBe(303);
    const refused = await save({ ...bob, status_id: '1' });
    expect(refused.status).toBe(409);
    expect(textOf(refused.html)).toContain(
      'was changed while you had it open, by a colleague, a payment or in another tab',
    );
    expect(refused.html).toContain(
      `<a href="/admin/sale/order/info?order_id=${orderId}" target="_blank">Look at order #${orderId}</a>`,
    );
    expect(refused.html).toMatch(/name="firstname" value="Bob"|value="Bob" id="firstname"/);
    expect((await orderRow(orderId)).firstname).toBe('Anna');
    const again = { ...bob, status_id: '1', seen: hidden(refused.html, 'seen') };
    expect((await save(again)).status).toBe(303);
    expect((await orderRow(orderId)).firstname).toBe('Bob');
  });

  test('an order that was paid while it was open for editing is not put back to the status that asks for payment', async () => {
    const link = await orderWithLink(shop);
    const orderId = link.orderId ?? 0;
    const form = await opened(orderId, { telephone: '+31 20 7654321' });
    shop.sandbox.control.act(link.reference, 'complete', { method: 'IDEAL' });
    await shop.quiet();
    expect(await statusOf(shop, orderId)).toBe(COMPLETE);
    const refused = await save(form);
    expect(refused.status).toBe(409);
    expect(await statusOf(shop, orderId)).toBe(COMPLETE);
    expect(chosenIn(refused.html, 'status_id')).toBe(String(COMPLETE));
  });

  test('links and lines of history that came meanwhile are no change of the order', async () => {
    const link = await orderWithLink(shop, { status_id: String(await requestStatus(shop)) });
    const form = await opened(link.orderId ?? 0, { firstname: 'Carla' });
    await shop.post('/admin/sale/order/history', {
      ...{ order_id: String(link.orderId), status_id: String(await requestStatus(shop)), comment: 'rang twice' },
    });
    expect((await save(form)).status).toBe(303);
  });
});

describe('one form sent twice', () => {
  test('the same again is the same order; Back, another name and Save is told, and saved by the next Save', async () => {
    const form = await filledForm(shop, { status_id: '1' });
    const first = await save(form);
    expect((await save(form)).location).toBe(first.location);
    const orderId = Number(/order_id=(\d+)/.exec(first.location)?.[1]);
    const refused = await save({ ...form, firstname: 'Piet' });
    expect([refused.status, textOf(refused.html).includes(`saved order ${orderId}; what it says now was not`)]).toEqual(
      [409, true],
    );
    expect((await orderRow(orderId)).firstname).toBe('Jan');
    const orders = await shop.db(t(shop.db, 'order')).count({ count: '*' });
    const names = ['order_id', 'form_token', 'seen', 'seen_status_id'];
    const shown = Object.fromEntries(names.map((name) => [name, hidden(refused.html, name)]));
    const saved = await save({ ...form, firstname: 'Piet', ...shown });
    expect(saved.location).toBe(first.location);
    expect((await orderRow(orderId)).firstname).toBe('Piet');
    expect(await shop.db(t(shop.db, 'order')).count({ count: '*' })).toEqual(orders);
  });

  test('an edit that goes back and saves something else is told too', async () => {
    const form = await opened(await enterOrder(shop, { status_id: '1' }), { status_id: '1', firstname: 'Anna' });
    expect((await save(form)).status).toBe(303);
    expect((await save(form)).status).toBe(303);
    expect((await save({ ...form, firstname: 'Bea' })).status).toBe(409);
  });
});
