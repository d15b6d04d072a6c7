import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const open = (orderId: number, signal: AbortSignal) =>
  fetch(`${shop.url}/admin/sale/order/live?order_id=${orderId}`, { signal, headers: { cookie: shop.cookie() } });

async function read(reader: ReadableStreamDefaultReader<Uint8Array>, wanted: RegExp): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the stream ended: ${text}`);
    text += decoder.decode(value);
    if (wanted.test(text)) return text;
  }
}

test('an open order page hears of a change within two seconds, without compression', async () => {
  const orderId = await enterOrder(shop, { payment_code: 'cod.cod', status_id: '1' });
  const end = new AbortController();
  const answer = await open(orderId, end.signal);
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(answer.headers.get('content-encoding')).toBeNull();
  const reader = answer.body?.getReader();
  if (!reader) throw new Error('no body');
  const first = await read(reader, /data: .+\n\n/);
  const page = await shop.get(`/admin/sale/order/info?order_id=${orderId}`);
  const token = /history-form[\s\S]*?name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const form = { order_id: String(orderId), form_token: token, status_id: '2', comment: 'packed' };
  expect((await shop.post('/admin/sale/order/history', form)).status).toBe(303);
  const asked = Date.now();
  const second = await read(reader, /data: .+\n\n/);
  expect(second).not.toBe(first);
  expect(Date.now() - asked).toBeLessThan(2000);
  end.abort();
});

test('nobody without permission hears anything', async () => {
  const answer = await fetch(`${shop.url}/admin/sale/order/live?order_id=1`, { redirect: 'manual' });
  expect(answer.headers.get('location')).toBe('/admin/common/login');
});

test('one person keeps twenty of them open, and another when one has ended', async () => {
  const ends = Array.from({ length: 20 }, () => new AbortController());
  const answers = await Promise.all(ends.map((end) => open(1, end.signal)));
  expect(answers.map(({ status }) => status)).toEqual(ends.map(() => 200));
  expect((await open(1, AbortSignal.timeout(10_000))).status).toBe(204);
  ends[0]?.abort();
  const last = new AbortController();
  await until(
    async () => (await open(1, last.signal)).status,
    (status) => status === 200,
  );
  for (const end of [...ends, last]) end.abort();
});

test('an open stream does not hold up the end of the program', async () => {
  const other = await startProgram();
  const answer = await fetch(`${other.url}/admin/sale/order/live?order_id=1`, { headers: { cookie: other.cookie() } });
  const ended = answer.text();
  const asked = Date.now();
  await other.close();
  await ended;
  expect(Date.now() - asked).toBeLessThan(2500);
});
