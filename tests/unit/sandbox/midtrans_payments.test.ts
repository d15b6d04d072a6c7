import { signatureKey } from '../../../extension/sandbox/midtrans/sign';
import { midtransRequest, startMidtrans } from './midtrans_support';
import { closeAll, receiver } from './support';
import type { Received } from './support';

afterEach(closeAll);

const MINUTE = 60_000;
const KEY = 'demo-key-midtrans-test';

async function linked(answers?: { status: number; body: string }[], change: Record<string, unknown> = {}) {
  const shop = await receiver(answers);
  const sandbox = await startMidtrans({ notificationUrl: `${shop.url}/notify` });
  expect((await sandbox.api('POST', '/v1/payment-links', midtransRequest(change))).status).toBe(200);
  const told = async () => {
    await sandbox.control.idle();
    return shop.received.map(({ body }) => JSON.parse(body) as Record<string, string>);
  };
  const status = async (id: string | null) => (await sandbox.api('GET', `/v2/${id}/status`)).body;
  return { ...sandbox, received: shop.received, told, status };
}

it.each([
  ['200', '190000.00', 'd5f7a06c703d124e'],
  ['201', '190000.00', '859d6e3eb63ded8a'],
  ['407', '190000.00', 'c75a203d5013d998'],
  ['200', '190000', '4569df622bffa5de'],
])('signs code %s and amount %s as in the worked example', (code, amount, begin) => {
  const key = signatureKey('OC-1042-1760000000000', code, amount, 'SB-Mid-server-EXAMPLEKEY0000000000');
  expect(key).toHaveLength(128);
  expect(key.slice(0, 16)).toBe(begin);
});

describe('a payment', () => {
  it('is a transaction of its own, told as pending and then as settled', async () => {
    const { control, api, told, status } = await linked();
    const id = control.act('OC-1042', 'complete', { method: 'gopay' });
    const news = await told();
    expect(news.map((body) => body['transaction_status']).sort()).toEqual(['pending', 'settlement']);
    const paid = news.find((body) => body['transaction_status'] === 'settlement') ?? {};
    expect(paid).toMatchObject({
      transaction_id: id,
      status_code: '200',
      gross_amount: '190000.00',
      currency: 'IDR',
      payment_type: 'gopay',
      fraud_status: 'accept',
      transaction_time: '2026-04-14 18:16:44',
      custom_field1: 'OC-1042',
    });
    expect(paid['order_id']).toMatch(/^OC-1042-\d{13}$/);
    expect(paid['signature_key']).toBe(signatureKey(paid['order_id'] ?? '', '200', '190000.00', KEY));
    expect(await status(paid['order_id'] ?? '')).toMatchObject({
      transaction_id: id,
      transaction_status: 'settlement',
    });
    expect((await api('GET', '/v1/payment-links/OC-1042')).body).toMatchObject({
      usage: 1,
      last_snap_transaction_status: 'SETTLEMENT',
      purchases: [{ order_id: paid['order_id'], payment_status: 'SETTLEMENT', payment_method: 'GOPAY' }],
    });
  });

  it('by card is captured first and settles a day later', async () => {
    const { control, clock, status } = await linked();
    const id = control.act('OC-1042', 'complete', { method: 'credit_card' });
    expect(await status(id)).toMatchObject({ transaction_status: 'capture', masked_card: '48111111-1114' });
    clock.advance(24 * 60 * MINUTE);
    control.tick();
    expect(await status(id)).toMatchObject({ transaction_status: 'settlement' });
  });

  it('that waits expires, with 202 in the news and 407 in the status, and gives its place back', async () => {
    const { control, clock, told, status, api } = await linked();
    const id = control.act('OC-1042', 'pending', { method: 'bca_va' });
    expect(await status(id)).toMatchObject({ status_code: '201', va_numbers: [{ bank: 'bca' }] });
    expect((await api('GET', '/v1/payment-links/OC-1042')).body['usage']).toBe(1);
    clock.advance(24 * 60 * MINUTE);
    control.tick();
    expect((await told()).at(-1)).toMatchObject({ transaction_status: 'expire', status_code: '202' });
    expect(await status(id)).toMatchObject({ status_code: '407' });
    expect((await api('GET', '/v1/payment-links/OC-1042')).body['usage']).toBe(0);
  });

  it('is unknown under the bare order id of the link', async () => {
    const { control, api } = await linked();
    control.act('OC-1042', 'complete');
    const answer = await api('GET', '/v2/OC-1042/status');
    expect([answer.status, answer.body['status_code']]).toEqual([404, '404']);
    control.behave({ refusalsAsHttp200: true });
    const odd = await api('GET', '/v2/OC-1042/status');
    expect([odd.status, odd.body['status_code']]).toEqual([200, '404']);
  });

  it('can be cancelled or ended only before the money came', async () => {
    const { control, api } = await linked(undefined, { usage_limit: 5 });
    const waiting = control.act('OC-1042', 'pending', { method: 'bca_va' });
    expect((await api('POST', `/v2/${waiting}/expire`)).body).toMatchObject({ status_code: '407' });
    expect((await api('POST', `/v2/${waiting}/cancel`)).body).toMatchObject({ status_code: '412' });
    const card = control.act('OC-1042', 'complete', { method: 'credit_card' });
    expect((await api('POST', `/v2/${card}/cancel`)).body).toMatchObject({ transaction_status: 'cancel' });
  });

  it('held by the fraud check waits for a person', async () => {
    const { control, api, clock, status } = await linked();
    const id = control.act('OC-1042', 'challenge', { method: 'credit_card' });
    clock.advance(24 * 60 * MINUTE);
    control.tick();
    expect(await status(id)).toMatchObject({ transaction_status: 'capture', fraud_status: 'challenge' });
    expect((await api('POST', `/v2/${id}/approve`)).body).toMatchObject({ fraud_status: 'accept' });
    expect((await api('POST', `/v2/${id}/approve`)).body).toMatchObject({ status_code: '412' });
  });

  it('may come to more than the link when the payer bears the fee', async () => {
    const { control, status } = await linked();
    expect(await status(control.act('OC-1042', 'pay_with_fee', { method: 'gopay' }))).toMatchObject({
      gross_amount: '194000.00',
      extra_info: { gross_amount_info: { original_amount: '190000.00', customer_imposed_payment_fee: '4000.00' } },
    });
  });
});

describe('a Midtrans refund', () => {
  it('is told twice, the second time with the bank’s confirmation', async () => {
    const { control, api, clock, told } = await linked();
    const id = control.act('OC-1042', 'complete', { method: 'gopay' });
    const { body } = await api('POST', `/v2/${id}/refund`, { refund_key: 'r-1', amount: 90000, reason: 'one item' });
    expect(body).toMatchObject({ transaction_status: 'partial_refund', refund_amount: '90000.00', refund_key: 'r-1' });
    await told();
    clock.advance(10 * MINUTE);
    control.tick();
    const last = (await told()).at(-1) as unknown as { refunds: Record<string, unknown>[] };
    expect(last).toMatchObject({ transaction_status: 'partial_refund', refund_amount: '90000.00' });
    expect(last.refunds[0]).toMatchObject({ bank_confirmed_at: '2026-04-14 18:26:44' });
  });

  it('sent again with its key is the same refund, with another amount a duplicate', async () => {
    const { control, api, status } = await linked();
    const id = control.act('OC-1042', 'complete', { method: 'gopay' });
    const refund = (body: object) => api('POST', `/v2/${id}/refund`, body);
    await refund({ refund_key: 'r-1', amount: 90000 });
    expect((await refund({ refund_key: 'r-1', amount: 90000 })).status).toBe(200);
    expect((await refund({ refund_key: 'r-1', amount: 5 })).body['status_code']).toBe('406');
    expect((await refund({ refund_key: 'r-2', amount: 100001 })).body['status_code']).toBe('414');
    expect(await status(id)).toMatchObject({ refund_amount: '90000.00' });
    expect((await refund({ refund_key: 'r-3' })).body).toMatchObject({ transaction_status: 'refund' });
  });

  it('of a virtual account or an unsettled card is refused with 412', async () => {
    const { control, api } = await linked(undefined, { usage_limit: 2 });
    for (const method of ['bca_va', 'credit_card']) {
      const id = control.act('OC-1042', 'complete', { method });
      expect((await api('POST', `/v2/${id}/refund`, { amount: 1 })).body['status_code']).toBe('412');
    }
  });
});

describe('a Midtrans notification', () => {
  it.each([
    [500, 2],
    [503, 5],
    [404, 3],
    [302, 1],
    [418, 6],
    [200, 1],
  ])('answered with %i is sent %i times in all', async (status, times) => {
    const { control, clock } = await linked([{ status, body: '' }]);
    control.act('OC-1042', 'pending', { method: 'permata_va' });
    await control.idle();
    for (const minutes of [2, 10, 30, 90, 210]) {
      clock.advance(minutes * MINUTE);
      control.tick();
      await control.idle();
    }
    expect(control.notifications()[0]?.deliveries).toHaveLength(times);
  });

  it('can be out of order, doubled, wrongly signed, or edited under a signature that still fits', async () => {
    const { control, told } = await linked();
    control.act('OC-1042', 'deny', { method: 'gopay' });
    const last = async (action: 'out_of_order' | 'duplicate' | 'bad_signature' | 'edited_status') => {
      await told();
      control.act('OC-1042', action);
      return (await told()).at(-1) ?? {};
    };
    expect((await last('out_of_order'))['transaction_status']).toBe('pending');
    expect((await last('duplicate'))['transaction_status']).toBe('deny');
    const fits = (body: Record<string, string>) =>
      body['signature_key'] === signatureKey(body['order_id'] ?? '', body['status_code'] ?? '', '190000.00', KEY);
    expect(fits(await last('bad_signature'))).toBe(false);
    const edited = await last('edited_status');
    expect([edited['transaction_status'], fits(edited)]).toEqual(['settlement', true]);
  });

  it('goes where the create call says only when that is switched on', async () => {
    const { control, received, url } = await linked();
    const other = await receiver();
    control.behave({ overrideHeader: true });
    await fetch(`${url}/v1/payment-links`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`,
        'X-Override-Notification': `${other.url}/mine`,
      },
      body: JSON.stringify({ transaction_details: { order_id: 'OC-2', gross_amount: 10000 } }),
    });
    control.act('OC-2', 'pending');
    await control.idle();
    expect([received.length, other.received.map(({ path }: Received) => path)]).toEqual([0, ['/mine']]);
  });
});

describe('the payer’s page', () => {
  it('leads through a payment and back to the shop', async () => {
    const { url, api, control } = await linked();
    const page = `${url}/payment-links/k7f2q9x1m4zt8wb3`;
    const send = (address: string, fields: Record<string, string>) =>
      fetch(new URL(address, url), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
    const scenario = (await send(`${page}/choose`, { method: 'gopay' })).headers.get('location') ?? '';
    expect((await fetch(page)).status).toBe(410);
    const done = (await send(scenario, { action: 'complete' })).headers.get('location') ?? '';
    expect(done).toMatch(
      /^https:\/\/shop\.example\.test\/pay\/return\?o=1042&order_id=OC-1042-\d{13}&status_code=200&transaction_status=settlement$/,
    );
    expect((await api('GET', '/v1/payment-links/OC-1042')).body['usage']).toBe(1);
    expect(await (await send(scenario, { action: 'deny' })).text()).toContain('already settlement');
    expect((await send(`${page}/console`, { action: 'reversal' })).status).toBe(303);
    expect(await (await fetch(`${page}/console`)).text()).toContain('accepted: 200 OK');
    expect(control.counts()).toEqual({ create: 1, read: 1 });
  });

  it('loses an answer on request, and the link is there all the same', async () => {
    const { control, api } = await startMidtrans();
    control.fault({ operation: 'create', kind: 'reset_after', times: 1 });
    await expect(api('POST', '/v1/payment-links', midtransRequest())).rejects.toThrow('fetch failed');
    expect((await api('GET', '/v1/payment-links/OC-1042')).status).toBe(200);
    expect(control.requests({ orderId: 'OC-1042' })).toHaveLength(2);
  });
});
