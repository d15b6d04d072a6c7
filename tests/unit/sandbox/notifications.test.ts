import { createHmac } from 'node:crypto';
import { authHeader } from '../../../extension/sandbox/multisafepay/sign';
import { closeAll, linkRequest, optionsTo, receiver, START, start } from './support';
import type { Received } from './support';

afterEach(closeAll);

const RETRY_MS = 15 * 60_000;

function verified({ auth = '', body }: Received, key = 'demo-key-multisafepay-test'): boolean {
  const [timestamp, signature] = Buffer.from(auth, 'base64').toString().split(':');
  return signature === createHmac('sha512', key).update(`${timestamp}:${body}`).digest('hex');
}

async function ordered(answers?: { status: number; body: string }[], method = 'POST') {
  const sandbox = await start();
  const shop = await receiver(answers);
  const request = linkRequest({ payment_options: optionsTo(shop.url, method), var1: 'mine' });
  expect((await sandbox.api('POST', '/orders', request)).status).toBe(200);
  return { ...sandbox, ...shop };
}

it('signs as the documented example does', () => {
  const body =
    '{"amount":12495,"amount_refunded":0,"currency":"EUR","financial_status":"completed",' +
    '"order_id":"PL-2024-000042-1","status":"completed","transaction_id":1731000000000042}';
  const expected =
    'MTczMTAwMDEyMzo5ZmZlMmEwODFhOWRlMzQ3YjViZDM4ODc3NzUzMTBlODQ4ZWUyZTU3NmI4ZTVkMTdiNWRiZjIyYzUxZjg4MWE5ZmY1ZTFiNTJlZTA4' +
    'OGE0ZGQ3Nzc2NTI1NTIzMjExNDM5MjA4MmM4ZWQ5YWRmZjIxN2IwZmQzNzM4NjZiNjMyMA==';
  expect(authHeader('sandbox-key-0f1e2d3c4b5a69788796', 1_731_000_123, body)).toBe(expected);
  expect(authHeader('  sandbox-key-0f1e2d3c4b5a69788796 \n', 1_731_000_123, body)).toBe(expected);
});

describe('a notification', () => {
  it('tells each change of an attempt, signed, with the order as GET answers it', async () => {
    const { control, received, api } = await ordered();
    const id = control.act('PL-42-1', 'complete', { method: 'IDEAL' });
    await control.idle();
    const bodies = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies.map((body) => body['status']).sort()).toEqual(['completed', 'initialized']);
    const paid = received.find(({ body }) => body.includes('"status":"completed"')) as Received;
    expect(paid).toMatchObject({ method: 'POST', path: '/notify' });
    expect(Object.fromEntries(paid.query)).toEqual({
      transactionid: 'PL-42-1',
      timestamp: String(Math.floor(START / 1000)),
    });
    expect(verified(paid)).toBe(true);
    expect(verified(paid, 'another key')).toBe(false);
    expect(JSON.parse(paid.body)).toEqual((await api('GET', '/orders/PL-42-1')).body.data);
    expect(JSON.parse(paid.body)).toMatchObject({ transaction_id: id, var1: 'mine' });
  });

  it('is repeated three times, a quarter of an hour apart, with the same body under a new signature', async () => {
    const { control, received, clock } = await ordered([{ status: 200, body: 'thank you' }]);
    control.act('PL-42-1', 'complete');
    await control.idle();
    const paid = () => received.filter(({ body }) => body.includes('"status":"completed"'));
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(paid()).toHaveLength(tries);
      clock.advance(RETRY_MS - 1);
      expect(control.tick()).toBe(0);
      clock.advance(1);
      control.tick();
      await control.idle();
    }
    expect(paid()).toHaveLength(4);
    expect(new Set(paid().map(({ body }) => body)).size).toBe(1);
    expect(new Set(paid().map(({ auth }) => auth)).size).toBe(4);
    expect(paid().every((one) => verified(one))).toBe(true);
  });

  it.each([
    [200, 'OK', true],
    [200, `<p>MULTISAFEPAY_OK</p>`, true],
    [200, `${' '.repeat(100)}OK`, false],
    [200, '', false],
    [204, '', false],
    [302, 'OK', false],
    [500, 'OK', false],
  ])('answered with %i and "%s" counts as accepted: %s', async (status, body, accepted) => {
    const { control } = await ordered([{ status, body }]);
    control.act('PL-42-1', 'decline');
    await control.idle();
    expect(control.notifications('PL-42-1').map((one) => one.accepted)).toEqual([accepted, accepted]);
  });

  it('goes by GET, without body and signature, when the order asks for that', async () => {
    const { control, received } = await ordered(undefined, 'GET');
    control.act('PL-42-1', 'complete');
    await control.idle();
    expect(received[0]).toMatchObject({ method: 'GET', body: '', auth: undefined });
    expect(received[0]?.query.get('transactionid')).toBe('PL-42-1');
  });

  it('about a link that nobody used is a pre-transaction without the merchant’s variables', async () => {
    const { control, received } = await ordered();
    control.act('PL-42-1', 'expire_link');
    await control.idle();
    expect(received).toHaveLength(1);
    expect(received[0]?.query.get('payload_type')).toBe('pretransaction');
    const body = JSON.parse(received[0]?.body ?? '') as object;
    expect(body).toMatchObject({ status: 'expired', order_id: 'PL-42-1' });
    expect(body).not.toHaveProperty('var1');
    expect(body).not.toHaveProperty('transaction_id');
  });

  it('follows an uncleared payment to its end', async () => {
    const { control, received, clock } = await ordered();
    control.act('PL-42-1', 'uncleared');
    clock.advance(3 * 60_000);
    control.tick();
    await control.idle();
    const statuses = received.map(({ body }) => (JSON.parse(body) as { status: string }).status).sort();
    expect(statuses).toEqual(['completed', 'initialized', 'uncleared']);
  });
});

describe('an odd notification', () => {
  async function paid() {
    const sandbox = await ordered();
    sandbox.control.act('PL-42-1', 'complete');
    await sandbox.control.idle();
    const before = sandbox.received.length;
    const send = async (action: Parameters<typeof sandbox.control.act>[1]) => {
      sandbox.control.act('PL-42-1', action);
      await sandbox.control.idle();
      return sandbox.received[before] as Received;
    };
    return { ...sandbox, send };
  }

  it('repeats the newest body, or the oldest when out of order', async () => {
    const first = await paid();
    expect(JSON.parse((await first.send('duplicate')).body)).toMatchObject({ status: 'completed' });
    const second = await paid();
    expect(JSON.parse((await second.send('out_of_order')).body)).toMatchObject({ status: 'initialized' });
  });

  it('lacks its timestamp, is signed by somebody else, or is an hour old', async () => {
    expect((await (await paid()).send('without_timestamp')).query.has('timestamp')).toBe(false);
    expect(verified(await (await paid()).send('bad_signature'))).toBe(false);
    const old = await (await paid()).send('old_timestamp');
    expect(Number(old.query.get('timestamp'))).toBe(Math.floor(START / 1000) - 3600);
    expect(verified(old)).toBe(true);
  });
});
