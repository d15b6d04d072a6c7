import { DAY_MS } from '../../../system/clock';
import { closeAll, linkRequest, start } from './support';

afterEach(closeAll);

describe('creating a link', () => {
  it('answers the order id, a session and the address of a page that opens', async () => {
    const { api, url } = await start();
    const { status, body } = await api('POST', '/orders', linkRequest());
    expect(status).toBe(200);
    expect(body['success']).toBe(true);
    const { order_id, payment_url, session_id } = body.data as Record<string, string>;
    expect(order_id).toBe('PL-42-1');
    expect(session_id).toMatch(/^[A-Za-z0-9]{35}$/);
    expect(payment_url).toBe(`${url}/connect/${session_id}/?lang=nl_NL`);
    const page = await (await fetch(payment_url ?? '')).text();
    expect(page).toContain('Order 42');
    expect(page).toContain('€&nbsp;124,95'.replace('&nbsp;', '\u00a0'));
  });

  it('gives an unpaid order a second link and keeps the first payable', async () => {
    const { api } = await start();
    const first = await api('POST', '/orders', linkRequest());
    const second = await api('POST', '/orders', linkRequest());
    expect(second.status).toBe(200);
    expect(second.body.data['session_id']).not.toBe(first.body.data['session_id']);
    expect((await fetch(String(first.body.data['payment_url']))).status).toBe(200);
  });

  it('refuses the id of a completed order with 1006', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    control.act('PL-42-1', 'complete');
    const again = await api('POST', '/orders', linkRequest());
    expect([again.status, again.body.error_code]).toEqual([404, 1006]);
  });

  it('refuses another amount for an unpaid id only when told to', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    expect((await api('POST', '/orders', linkRequest({ amount: 1 }))).status).toBe(200);
    control.behave({ otherAmountIsRefused: true });
    expect((await api('POST', '/orders', linkRequest({ amount: 2 }))).body.error_code).toBe(1006);
  });

  it('answers a direct order with the order and the address of the bank', async () => {
    const { api } = await start();
    const { body } = await api('POST', '/orders', linkRequest({ type: 'direct', gateway: 'IDEAL' }));
    expect(body.data['status']).toBe('initialized');
    expect(body.data['transaction_id']).toMatch(/^\d{16}$/);
    const page = await (await fetch(String(body.data['payment_url']))).text();
    expect(page).toContain('What does the bank answer?');
  });

  it('answers 401 and 1032 to a wrong key, and keeps the environments apart', async () => {
    const { api } = await start();
    const wrong = await api('POST', '/orders', linkRequest(), 'no-such-key');
    expect([wrong.status, wrong.body.error_code]).toEqual([401, 1032]);
    await api('POST', '/orders', linkRequest());
    const live = await api('GET', '/orders/PL-42-1', undefined, 'demo-key-multisafepay-live');
    expect([live.status, live.body.error_code]).toEqual([404, 1006]);
  });
});

describe('reading an order', () => {
  it('tells an unopened order as initialized, without a transaction', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const { body } = await api('GET', '/orders/PL-42-1');
    expect(body.data).toMatchObject({ status: 'initialized', financial_status: 'initialized', payment_details: {} });
    expect(body.data).not.toHaveProperty('transaction_id');
    control.behave({ unopenedIsUnknown: true });
    const hidden = await api('GET', '/orders/PL-42-1');
    expect([hidden.status, hidden.body.error_code]).toEqual([404, 1006]);
  });

  it('writes local times without a zone and never gives the link back', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const id = control.act('PL-42-1', 'complete', { method: 'IDEAL' });
    const { data } = (await api('GET', '/orders/PL-42-1')).body;
    expect(data).toMatchObject({
      transaction_id: id,
      status: 'completed',
      financial_status: 'completed',
      completed: '2026-04-14T13:16:44',
      amount: 12495,
      amount_refunded: 0,
      payment_details: { type: 'IDEAL' },
    });
    expect(data).not.toHaveProperty('payment_url');
  });

  it('answers by its own transaction id too, and shows the newest of two payments by order id', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const first = control.act('PL-42-1', 'complete');
    const second = control.act('PL-42-1', 'pay_twice');
    expect(second).not.toBe(first);
    expect((await api('GET', '/orders/PL-42-1')).body.data['transaction_id']).toBe(second);
    expect((await api('GET', `/orders/${first}`)).body.data['transaction_id']).toBe(first);
  });

  it('is not lowered by a sibling attempt that fails after the payment', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const paid = control.act('PL-42-1', 'complete');
    const failed = control.act('PL-42-1', 'decline');
    expect(failed).not.toBe(paid);
    expect((await api('GET', '/orders/PL-42-1')).body.data).toMatchObject({
      transaction_id: paid,
      status: 'completed',
    });
    expect((await api('GET', `/orders/${failed}`)).body.data).toMatchObject({
      status: 'declined',
      reason_code: '4002',
    });
  });

  it('answers ids of digits as numbers when told to', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest({ order_id: '42' }));
    const id = control.act('42', 'complete');
    control.behave({ idsAsNumbers: true });
    expect((await api('GET', '/orders/42')).body.data).toMatchObject({ order_id: 42, transaction_id: Number(id) });
  });

  it('expires with the link', async () => {
    const { api, clock } = await start();
    await api('POST', '/orders', linkRequest({ days_active: 2 }));
    clock.advance(2 * DAY_MS - 1);
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('initialized');
    clock.advance(1);
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('expired');
  });
});

describe('changing an order', () => {
  it('cancels an unpaid order and its links, but not a paid one', async () => {
    const { api, control } = await start();
    const link = await api('POST', '/orders', linkRequest());
    const cancelled = await api('PATCH', '/orders/PL-42-1', { status: 'cancelled', exclude_order: true });
    expect([cancelled.status, cancelled.body.data]).toEqual([200, {}]);
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('cancelled');
    expect((await fetch(String(link.body.data['payment_url']))).status).toBe(410);

    await api('POST', '/orders', linkRequest({ order_id: 'paid' }));
    control.act('paid', 'complete');
    const refused = await api('PATCH', '/orders/paid', { status: 'cancelled', exclude_order: true });
    expect([refused.status, refused.body.error_code]).toEqual([404, 1006]);
  });

  it('lets a transfer that is under way arrive after the link was cancelled', async () => {
    const { api, control, clock } = await start();
    await api('POST', '/orders', linkRequest());
    control.act('PL-42-1', 'bank_transfer', { method: 'BANKTRANS' });
    await api('PATCH', '/orders/PL-42-1', { status: 'cancelled', exclude_order: true });
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('cancelled');
    clock.advance(120_000);
    control.tick();
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('completed');
  });

  it('takes shipment and invoice number, and answers 410 for an order it does not know', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    expect((await api('PATCH', '/orders/PL-42-1', { status: 'shipped' })).body.error_code).toBe(1006);
    control.act('PL-42-1', 'complete');
    await api('PATCH', '/orders/PL-42-1', { invoice_id: 'INV-7' });
    await api('PATCH', '/orders/PL-42-1', { status: 'shipped', tracktrace_code: '3S1', carrier: 'PostNL' });
    expect((await api('GET', '/orders/PL-42-1')).body.data).toMatchObject({ status: 'shipped', invoice_id: 'INV-7' });
    const unknown = await api('PATCH', '/orders/nobody', { status: 'cancelled' });
    expect([unknown.status, unknown.body.error_code]).toEqual([410, 1000]);
  });
});

describe('looking things up', () => {
  it('lists methods with their limits, and which need a cart', async () => {
    const { api } = await start();
    const rows = (await api('GET', '/payment-methods?country=NL&currency=EUR&amount=12495')).body.data as unknown as {
      id: string;
      shopping_cart_required: boolean;
    }[];
    const byId = new Map(rows.map((row) => [row.id, row]));
    expect(byId.get('IDEAL')).toMatchObject({
      allowed_amount: { min: 1, max: 5_000_000 },
      allowed_currencies: ['EUR'],
    });
    expect(byId.get('KLARNA')?.shopping_cart_required).toBe(true);
    expect(byId.has('MISTERCASH')).toBe(false);
    expect(byId.has('CREDITCARD')).toBe(false);
  });

  it('answers the key check and refuses an unknown gateway with 1023', async () => {
    const { api } = await start();
    expect((await api('GET', '/gateways')).status).toBe(200);
    expect((await api('GET', '/gateways', undefined, 'x')).body.error_code).toBe(1032);
    expect((await api('GET', '/gateways/ideal')).body.data).toEqual({ id: 'IDEAL', description: 'iDEAL' });
    expect((await api('GET', '/gateways/NOPE')).body.error_code).toBe(1023);
    expect((await api('GET', '/me')).body.data['role']).toBe('website');
  });

  it('lists transactions, and answers a bare message for one it does not know', async () => {
    const { api, control } = await start();
    await api('POST', '/orders', linkRequest());
    const id = control.act('PL-42-1', 'complete');
    const list = (await api('GET', '/transactions?status=completed')).body;
    expect(list.data).toMatchObject([{ transaction_id: id, order_id: 'PL-42-1' }]);
    const unknown = await api('GET', '/transactions/1');
    expect([unknown.status, unknown.body]).toEqual([404, { message: 'Not found' }]);
  });
});
