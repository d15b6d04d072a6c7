import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const outbox = () => shop.db(t(shop.db, 'payment_link_outbox'));
const page = async (state: string) => textOf((await shop.get(`/admin/tool/job?state=${state}`)).html);

async function failedJob(orderId: number): Promise<string> {
  const now = Date.now();
  const [id] = await outbox().insert({
    ...{ name: 'payment_link.request', payload: JSON.stringify({ orderId }), run_at: now, attempt: 7 },
    ...{ failed_at: now, last_error: 'the provider said no', created_at: now },
  });
  return String(id);
}

test('a job that was given up shows its reason, and is retried or dropped by a person', async () => {
  expect(await page('failed')).toContain('Nothing was given up.');
  const [retried, dropped] = [await failedJob(99_998), await failedJob(99_999)];
  const text = await page('failed');
  expect(text).toContain('Ask for a payment link #99998 the provider said no 7');
  const first = await shop.post('/admin/tool/job/act', { act: 'retry', selected: retried, state: 'failed' });
  expect(textOf((await shop.get(first.location)).html)).toContain('1 job is tried again.');
  await until(
    () => outbox().where({ outbox_id: retried }),
    (rows) => rows.length === 0,
  );
  await shop.post('/admin/tool/job/act', { act: 'drop', selected: dropped, state: 'failed' });
  expect(await outbox().where({ outbox_id: dropped })).toEqual([]);
  expect(await page('failed')).toContain('1 job was given up for good.');
});

test('a job about a mail leads to the order of that mail', async () => {
  const now = Date.now();
  const mail = { order_id: 77_777, link_id: null, kind: 'payment_link', recipient: 'a@b.example', language: 'en-gb' };
  const more = { message_id: 'job-page', state: 'failed', created_by: 'system', created_at: now };
  const [mailId] = await shop.db(t(shop.db, 'payment_link_mail')).insert({ ...mail, ...more });
  const job = { name: 'payment_link.mail', payload: JSON.stringify({ mailId }), run_at: now, attempt: 3 };
  await outbox().insert({ ...job, failed_at: now, last_error: 'no such box', created_at: now });
  expect(await page('failed')).toContain('Send a mail #77777 no such box 3');
});

test('a job about a link without an order leads to that link’s page', async () => {
  const form = await shop.get('/admin/sale/payment_link/form');
  const form_token = /name="form_token" value="([^"]+)"/.exec(form.html)?.[1] ?? '';
  const typed = { amount: '5.00', currency: 'EUR', description: 'Key', language: 'en-gb', store_id: '0' };
  const { location } = await shop.post('/admin/sale/payment_link/form', { ...typed, form_token });
  const linkId = Number(/link_id=(\d+)/.exec(location)?.[1]);
  const now = Date.now();
  const job = { name: 'payment_link.refresh', payload: JSON.stringify({ linkId }), run_at: now, attempt: 2 };
  await outbox().insert({ ...job, failed_at: now, last_error: 'no answer', created_at: now });
  const { html } = await shop.get('/admin/tool/job?state=failed');
  expect(html).toMatch(new RegExp(`href="/admin/sale/payment_link/info\\?link_id=${linkId}">[^<]*-1<`));
  expect(html).not.toContain('linkId');
});

test('what waits is listed, and cannot be dropped', async () => {
  const waiting = await outbox().where({ name: 'payment_link.sweep' }).first();
  expect(await page('waiting')).toContain('Look for what was missed');
  await shop.post('/admin/tool/job/act', { act: 'drop', selected: String(waiting.outbox_id), state: 'waiting' });
  expect(await outbox().where({ outbox_id: waiting.outbox_id })).toHaveLength(1);
});
