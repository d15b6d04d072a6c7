import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const dashboard = async () => textOf((await shop.get('/admin')).html);
const untilSaid = (words: string) => until(dashboard, (text) => text.includes(words));

test('a new shop is told how to make its first link, and what of that is done', async () => {
  const setting = (...keys: string[]) => shop.db(t(shop.db, 'setting')).where('store_id', 0).whereIn('key', keys);
  const links = ['multisafepay', 'midtrans'].map((code) => `payment_${code}_generate_payment_links_status`);
  const name = (await setting('config_name').first('value')).value;
  await setting('config_name').update({ value: 'Your Store' });
  await setting(...links).update({ value: '0' });
  forgetKept(shop.db);
  const before = await dashboard();
  expect(before).toContain('A few steps to your first payment link');
  expect(before).toContain('time zone and mail server System → Settings Switch on');
  expect(before).toContain('asks for payment Extensions → Payments Put in what you sell Done');
  await setting('config_name').update({ value: name });
  await setting(...links).update({ value: '1' });
  forgetKept(shop.db);
  const text = await dashboard();
  expect(text).toContain('time zone and mail server Done');
  expect(text).not.toContain('Older orders');
  expect(text).toContain('Your shop is ready for its first payment link');
  expect(text).not.toContain('Last 30 days');
});

test('links, payments and what needs a person are counted, with the way to each', async () => {
  const paid = await enterOrder(shop);
  const failed = await enterOrder(shop);
  await untilSaid('Waiting for payment 2 €46.10');
  await fetch(`${shop.url}/sandbox/multisafepay/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: { order_id: `${paid}-1`, action: 'complete', method: 'IDEAL' }, idle: true }),
  });
  await untilSaid('Paid today 1');
  await shop
    .db(t(shop.db, 'payment_link'))
    .where({ order_id: failed })
    .update({ state: 'failed', failure: 'Invalid API key', remedy: 'Enter the key again.' });
  const page = await shop.get('/admin/common/dashboard');
  const text = textOf(page.html);
  expect(text).toContain('Links made today 2 0 yesterday');
  expect(text).toContain('Need a person 1');
  expect(text).toContain(`Order #${failed} Jan de Vries Invalid API key Enter the key again.`);
  expect(page.html).toContain(`href="/admin/sale/order/info?order_id=${failed}"`);
  expect(text).toContain('2 links were made in 30 days; 1 of them are paid. The busiest day had 2.');
  expect(text).toContain('iDEAL 1 · €23.05');
  expect(text).toContain('admin 1 of 2 paid');
});

test('a mail server or a provider that has been away for a minute is told before anybody gives up', async () => {
  const orderId = await enterOrder(shop);
  const mails = () => shop.db(t(shop.db, 'payment_link_mail')).where({ order_id: orderId, kind: 'payment_link' });
  const links = () => shop.db(t(shop.db, 'payment_link')).where('order_id', orderId);
  await until(mails, ([mail]) => mail?.state === 'sent');
  const away = { failure: 'connect ECONNREFUSED 127.0.0.1:25', remedy: 'Check the mail server.' };
  await mails().update({ state: 'waiting', ...away, created_at: Date.now() });
  await links().update({ state: 'requested', failure: 'No answer', remedy: '', created_at: Date.now() - 90_000 });
  expect(await dashboard()).not.toContain('not gone out yet');
  await mails().update({ created_at: Date.now() - 90_000 });
  const text = await dashboard();
  expect(text).toContain('1 mail has not gone out yet. connect ECONNREFUSED 127.0.0.1:25. Check the mail server.');
  expect(text).toContain('1 payment link has not been made yet. No answer.');
});

test('orders that want too many links at once wait for a word, which is given once', async () => {
  await shop.db(t(shop.db, 'payment_link_state')).insert({
    name: 'sweep_paused',
    value: JSON.stringify({ orderIds: Array.from({ length: 500 }, (_, n) => n + 1) }),
    updated_at: Date.now(),
  });
  expect(await dashboard()).toContain('500 orders want a payment link at once');
  const answer = await shop.post('/admin/common/dashboard/sweep', { make: '0' });
  expect(answer.location).toBe('/admin');
  const after = await dashboard();
  expect(after).toContain('These orders are left alone.');
  expect(after).not.toContain('500 orders');
});
