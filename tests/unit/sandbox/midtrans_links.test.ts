import { DAY_MS } from '../../../system/clock';
import { midtransRequest, startMidtrans } from './midtrans_support';
import { closeAll } from './support';

afterEach(closeAll);

const details = (change: Record<string, unknown>) => ({
  transaction_details: { order_id: 'OC-1042', gross_amount: 190000, ...change },
});
const item = { name: 'Kopi', price: 190000, quantity: 1 };

describe('creating a Midtrans link', () => {
  it('answers the order id and the address of a page that opens', async () => {
    const { api, url } = await startMidtrans();
    const { status, body } = await api('POST', '/v1/payment-links', midtransRequest());
    expect([status, body]).toEqual([
      200,
      { order_id: 'OC-1042', payment_url: `${url}/payment-links/k7f2q9x1m4zt8wb3` },
    ]);
    const html = await (await fetch(String(body['payment_url']))).text();
    expect(html).toContain('Pesanan #1042');
    expect(html).toContain('Rp\u00a0190.000');
    expect(html.match(/name="method"/g)).toHaveLength(3);
  });

  it('refuses an order id or a link id that was used before', async () => {
    const { api } = await startMidtrans();
    await api('POST', '/v1/payment-links', midtransRequest());
    const sameLink = await api('POST', '/v1/payment-links', midtransRequest());
    expect([sameLink.status, sameLink.body['error_messages']]).toEqual([
      400,
      ["This Payment Link ID 'k7f2q9x1m4zt8wb3' has been taken"],
    ]);
    const sameOrder = await api('POST', '/v1/payment-links', midtransRequest(details({})));
    expect([sameOrder.status, sameOrder.body['error_messages']]).toEqual([
      409,
      ["The Order ID 'OC-1042' has been taken"],
    ]);
  });

  it('answers a wrong key with 401 and a plain text, on the transaction calls with a code', async () => {
    const { api } = await startMidtrans();
    const link = await api('GET', '/v1/payment-links/OC-1042', undefined, 'wrong');
    expect([link.status, typeof link.body['error_messages']]).toEqual([401, 'string']);
    const core = await api('GET', '/v2/OC-1042/status', undefined, 'wrong');
    expect([core.status, core.body['status_code']]).toEqual([401, '401']);
  });

  it('tells several problems at once', async () => {
    const { api } = await startMidtrans();
    const { body } = await api('POST', '/v1/payment-links', { usage_limit: 0 });
    expect(body['error_messages']).toHaveLength(4);
  });

  it.each([
    ['an amount with decimals', details({ gross_amount: 1.5 })],
    ['an amount as text', details({ gross_amount: '190000' })],
    ['an order id of 51 characters', details({ order_id: 'x'.repeat(51) })],
    ['an order id with a slash', details({ order_id: 'OC/1' })],
    ['a link id in upper case', details({ payment_link_id: 'ABC' })],
    ['items that do not add up', { item_details: [{ ...item, price: 189999 }] }],
    ['an item name of 51 characters', { item_details: [{ ...item, name: 'x'.repeat(51) }] }],
    ['an item without a name', { item_details: [{ price: 190000, quantity: 1 }] }],
    ['a title of 41 characters', { title: 'x'.repeat(41) }],
    ['an unknown unit of time', { expiry: { duration: 1, unit: 'weeks' } }],
    ['an expiry without a duration', { expiry: { unit: 'days' } }],
    ['a start without a zone', { expiry: { start_time: '2026-10-01 09:00:00', duration: 1, unit: 'day' } }],
    ['a customer who cannot be reached', { customer_details: { last_name: 'Ayu' } }],
    ['a usage limit beyond a million', { usage_limit: 1_000_001 }],
  ])('refuses %s with 400', async (_what, change) => {
    const { api } = await startMidtrans();
    const { status, body } = await api('POST', '/v1/payment-links', midtransRequest(change));
    expect([status, (body['error_messages'] as string[]).length]).toEqual([400, 1]);
  });

  it('refuses what is no JSON', async () => {
    const { api } = await startMidtrans();
    const { status, body } = await api('POST', '/v1/payment-links', '{');
    expect([status, body]).toEqual([400, { error_messages: ['Invalid JSON data provided.'] }]);
  });

  it('ignores items when the payer chooses the amount', async () => {
    const { api } = await startMidtrans();
    const request = midtransRequest({ payment_link_type: 'DYNAMIC_AMOUNT', item_details: [{ ...item, price: 1 }] });
    expect((await api('POST', '/v1/payment-links', request)).status).toBe(200);
  });
});

describe('reading and deleting a Midtrans link', () => {
  it('answers other names than it was given, and nothing bought yet', async () => {
    const { api, url } = await startMidtrans();
    await api('POST', '/v1/payment-links', midtransRequest());
    expect((await api('GET', '/v1/payment-links/OC-1042')).body).toMatchObject({
      payment_link_url: `${url}/payment-links/k7f2q9x1m4zt8wb3`,
      order_id: 'OC-1042',
      gross_amount: 190000,
      usage_limit: 1,
      usage: 0,
      expiry_start: '2026-04-14 18:00 +0700',
      item_details: [{ item_id: 'sku-7', price: 200000 }, { item_id: 'disc' }],
      purchases: [],
    });
    expect((await api('GET', '/v1/payment-links/nobody')).status).toBe(404);
  });

  it('is gone after it was deleted, and the page says so', async () => {
    const { api, url } = await startMidtrans();
    await api('POST', '/v1/payment-links', midtransRequest());
    expect((await api('DELETE', '/v1/payment-links/OC-1042')).body).toEqual({
      message: 'Payment Link with Order ID OC-1042 deleted',
    });
    expect((await api('DELETE', '/v1/payment-links/OC-1042')).status).toBe(404);
    expect((await api('GET', '/v1/payment-links/OC-1042')).status).toBe(404);
    expect(await (await fetch(`${url}/payment-links/k7f2q9x1m4zt8wb3`)).text()).toContain('not available');
  });

  it('counts from the start that was given, and tells nobody when it expires', async () => {
    const { api, url, clock, control } = await startMidtrans({ notificationUrl: 'http://127.0.0.1:1/' });
    await api('POST', '/v1/payment-links', midtransRequest());
    clock.advance(3 * DAY_MS);
    control.tick();
    expect((await fetch(`${url}/payment-links/k7f2q9x1m4zt8wb3`)).status).toBe(410);
    expect((await api('GET', '/v1/payment-links/OC-1042')).status).toBe(200);
    expect(control.notifications()).toEqual([]);
  });
});
