import { DAY_MS } from '../../../system/clock';
import { closeAll, linkRequest, optionsTo, receiver, start } from './support';

afterEach(closeAll);

async function opened(change: Record<string, unknown> = {}) {
  const sandbox = await start();
  const shop = await receiver();
  const request = linkRequest({ payment_options: optionsTo(shop.url), ...change });
  const { body } = await sandbox.api('POST', '/orders', request);
  const link = String(body.data['payment_url']);
  const origin = new URL(link).origin;
  const send = (path: string, fields: Record<string, string>) =>
    fetch(new URL(path, origin), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const choose = async (method: string) => {
    const answer = await send(`${new URL(link).pathname}choose`, { method });
    return answer.headers.get('location') ?? '';
  };
  return { ...sandbox, shop, link, send, choose, path: new URL(link).pathname };
}

describe('the pay page', () => {
  it('offers what fits, without any script, and says that it is a test', async () => {
    const { link } = await opened();
    const response = await fetch(link);
    const html = await response.text();
    expect(html).toContain('value="IDEAL"');
    expect(html).not.toContain('value="MISTERCASH"');
    expect(html).not.toContain('value="KLARNA"');
    expect(html).not.toContain('<script');
    expect(html).toContain('no real money moves here');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const css = await fetch(new URL(/href="([^"]+\.css)"/.exec(html)?.[1] ?? '', link));
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('offers one method only when the order names it, and every country when asked', async () => {
    const one = await (await fetch((await opened({ gateway: 'VISA' })).link)).text();
    expect(one.match(/name="method"/g)).toHaveLength(1);
    const all = await (await fetch(`${(await opened()).link}&methods=all`)).text();
    expect(all).toContain('value="MISTERCASH"');
  });

  it('escapes what the shop sent', async () => {
    const { link } = await opened({ description: 'Tom & "Jerry" <3' });
    expect(await (await fetch(link)).text()).toContain('Tom &amp; &#34;Jerry&#34; &lt;3');
  });

  it('dies after 20 looks', async () => {
    const { link } = await opened();
    for (let look = 1; look <= 20; look += 1) expect((await fetch(link)).status).toBe(200);
    const dead = await fetch(link);
    expect(dead.status).toBe(410);
    expect(await dead.text()).toContain('opened too often');
  });

  it('closes when the link expires', async () => {
    const { link, clock } = await opened();
    clock.advance(14 * DAY_MS);
    expect(await (await fetch(link)).text()).toContain('has expired');
  });

  it('answers a form sent to it with 403, and an unknown session with 404', async () => {
    const { send, path, link } = await opened();
    expect((await send(path, {})).status).toBe(403);
    expect((await fetch(link.replace(/connect\/\w+/, 'connect/nobody'))).status).toBe(404);
  });
});

describe('paying', () => {
  it('makes a fresh transaction for each choice, and sends the buyer and the news to the shop', async () => {
    const { choose, send, shop, control, api } = await opened();
    const first = await choose('IDEAL');
    const second = await choose('VISA');
    expect(first).toMatch(/\/attempt\/\d{16}\/$/);
    expect(second).not.toBe(first);
    const paid = await send(second, { action: 'complete' });
    expect(paid.status).toBe(303);
    expect(paid.headers.get('location')).toBe(`${shop.url}/return?transactionid=PL-42-1`);
    await control.idle();
    expect(shop.received.map(({ body }) => (JSON.parse(body) as { status: string }).status).sort()).toEqual([
      'completed',
      'initialized',
      'initialized',
    ]);
    expect((await api('GET', '/orders/PL-42-1')).body.data).toMatchObject({
      status: 'completed',
      payment_details: { type: 'VISA' },
    });
  });

  it.each([
    ['decline', 'cancel', 'declined', 'declined'],
    ['void', 'cancel', 'void', 'cancelled'],
    ['expire', 'cancel', 'expired', 'expired'],
    ['uncleared', 'return', 'uncleared', 'uncleared'],
    ['bank_transfer', 'return', 'initialized', 'initialized'],
  ])('%s returns to the %s address as %s/%s', async (action, page, status, financial) => {
    const { choose, send, shop, api } = await opened();
    const answer = await send(await choose('IDEAL'), { action });
    expect(answer.headers.get('location')).toBe(`${shop.url}/${page}?transactionid=PL-42-1`);
    expect((await api('GET', '/orders/PL-42-1')).body.data).toMatchObject({ status, financial_status: financial });
  });

  it('leaves PayPal initialized and pay-later uncleared although the order is completed', async () => {
    const { api, control } = await start();
    for (const [orderId, method, financial] of [
      ['a', 'PAYPAL', 'initialized'],
      ['b', 'IN3', 'uncleared'],
    ] as const) {
      await api('POST', '/orders', linkRequest({ order_id: orderId }));
      control.act(orderId, 'complete', { method });
      const { data } = (await api('GET', `/orders/${orderId}`)).body;
      expect([data['status'], data['financial_status']]).toEqual(['completed', financial]);
    }
  });

  it('decides an attempt once, and closes the link when it is paid', async () => {
    const { choose, send, link, api } = await opened();
    const attempt = await choose('IDEAL');
    await send(attempt, { action: 'complete' });
    const again = await send(attempt, { action: 'decline' });
    expect(await again.text()).toContain('already completed');
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('completed');
    expect(await (await fetch(link)).text()).toContain('already paid');
  });

  it('tells of a sibling attempt that expires after the payment', async () => {
    const { choose, send, clock, control, shop, api } = await opened();
    await choose('IDEAL');
    await send(await choose('IDEAL'), { action: 'complete' });
    clock.advance(60 * 60_000);
    control.tick();
    await control.idle();
    const last = JSON.parse(shop.received.at(-1)?.body ?? '') as { status: string };
    expect(last.status).toBe('expired');
    expect((await api('GET', '/orders/PL-42-1')).body.data['status']).toBe('completed');
  });
});

describe('the test console', () => {
  it('plays the part of the provider and shows what the shop answered', async () => {
    const { path, link, send, api, control } = await opened();
    control.act('PL-42-1', 'complete');
    await control.idle();
    const console = `${path}console/`;
    expect((await send(console, { action: 'chargeback' })).status).toBe(303);
    expect((await api('GET', '/orders/PL-42-1')).body.data).toMatchObject({
      status: 'chargedback',
      related_transactions: [{ type: 'chargeback', amount: 12495 }],
    });
    const html = await (await fetch(new URL(console, link))).text();
    expect(html).toContain('accepted: 200 OK');
  });

  it('says why something cannot be done', async () => {
    const { path, send } = await opened();
    const answer = await send(`${path}console/`, { action: 'refund' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('the order is not paid');
  });
});
