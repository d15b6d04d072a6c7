import { t } from '../../../system/db/table';
import { textOf, type Answered, type Form } from '../../support/agent';
import { enterOrder, filledForm, saveOrder } from '../../support/enter_order';
import { hiddenOf } from '../../support/order_page';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const page = (orderId: number) => shop.get(`/admin/sale/order/info?order_id=${orderId}`);
const pageSaying = (orderId: number, words: string): Promise<Answered> =>
  until(
    () => page(orderId),
    (answer) => textOf(answer.html).includes(words),
  );

const press = (orderId: number, html: string, route: string, typed: Form = {}) =>
  shop.post(`/admin/sale/order/${route}?order_id=${orderId}`, { ...hiddenOf(html, route), ...typed });

const steer = (body: object) =>
  fetch(`${shop.url}/sandbox/multisafepay/control`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const mailsTo = async (recipient: string): Promise<number> =>
  Number((await shop.db(t(shop.db, 'payment_link_mail')).where({ recipient }).count({ n: '*' }).first())?.['n']);

test('an order that was just saved shows its link a moment later, with address, mail and timeline', async () => {
  const orderId = await enterOrder(shop);
  const answer = await pageSaying(orderId, 'to jan@customer.example');
  const text = textOf(answer.html);
  expect(answer.html).toMatch(/value="http:\/\/localhost:\d+\/pay\/[\w-]{16,}" readonly/);
  for (const words of ['Awaiting payment', 'Copy payment link', 'Expires in 30 days', 'The payment link was made.']) {
    expect(text).toContain(words);
  }
  expect(text).toContain('Jan de Vries');
  // The lines hold tax, the sub-total below them does not.
  expect(text).toContain('Unit Price, incl. tax Total, incl. tax');
  for (const panel of ['Order details', 'History', 'Payment link']) expect(text).toContain(panel);
});

test('after an edit the page says that the customer is about to be told, so that nobody presses Resend beside it', async () => {
  const orderId = await enterOrder(shop);
  await pageSaying(orderId, 'Sent today');
  const edit = { order_id: String(orderId), 'lines[0][quantity]': '3' };
  await saveOrder(shop, await filledForm(shop, { ...edit, tell_customer: '1' }));
  await pageSaying(orderId, 'Within a minute the customer is mailed the old and the new amount.');
});

test('the mail of an attempt that gave way to the same amount counts for the one that followed: its address leads there', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Sent today');
  await press(orderId, html, 'renew_link');
  await pageSaying(orderId, 'Attempts 2');
  const renewed = textOf((await pageSaying(orderId, 'Awaiting payment')).html);
  expect(renewed).toContain('to jan@customer.example');
  expect(renewed).not.toContain('Not mailed');
});

test('how far a link has come is said step by step, and of a closed link nothing is awaited', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Sent today');
  expect(steps(html)).toEqual([
    'done Made today 00:00',
    'done Mailed today 00:00',
    'todo Opened Not yet',
    'todo Payment Not yet',
  ]);
  await press(orderId, html, 'cancel_link');
  const closed = await pageSaying(orderId, 'Closed today');
  expect(steps(closed.html).slice(2)).toEqual(['todo Opened No', 'todo Payment No']);
});

/** Each with its kind; every moment of today reads 00:00. */
function steps(html: string): string[] {
  const list = /<ol class="link-steps"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? '';
  return [...list.matchAll(/<li class="step-(\w+)">([\s\S]*?)<\/li>/g)].map(
    ([, css = '', inside = '']) => `${css} ${textOf(inside).replace(/\d\d:\d\d/, '00:00')}`,
  );
}

test('an order without a link says why', async () => {
  const cash = await enterOrder(shop, { payment_code: 'cod.cod' });
  expect(textOf((await page(cash)).html)).toContain('is not one that makes payment links');
  const other = await enterOrder(shop, { status_id: '1' });
  expect(textOf((await page(other)).html)).toContain('The order is not in the Payment Request status.');
});

test('an order without an e-mail address gets its link and says that nobody was mailed', async () => {
  const orderId = await enterOrder(shop, { email: '' });
  const text = textOf((await pageSaying(orderId, 'Copy payment link')).html);
  expect(text).toContain('Not mailed: this order has no e-mail address.');
});

test('comments of the history are text, with addresses as links; the same press adds one line', async () => {
  const orderId = await enterOrder(shop, { payment_code: 'cod.cod', status_id: '1' });
  const { html } = await page(orderId);
  const comment = 'See <script>alert(1)</script> https://parcel.example/t?id=1&x=2';
  const form = { status_id: '3', comment, notify: '1' };
  const added = await press(orderId, html, 'history', form);
  expect([added.status, added.location]).toEqual([303, `/admin/sale/order/info?order_id=${orderId}`]);
  await press(orderId, html, 'history', form);
  const after = await page(orderId);
  expect(after.html).not.toContain('<script>alert');
  expect(after.html).toContain('href="https://parcel.example/t?id=1&amp;x=2"');
  expect(textOf(after.html).split(comment)).toHaveLength(2);
  expect(textOf(after.html)).toContain('Customer notified');
});

test('a history line that is refused keeps what was typed', async () => {
  const orderId = await enterOrder(shop, { payment_code: 'cod.cod', status_id: '1' });
  const refused = await press(orderId, (await page(orderId)).html, 'history', { status_id: '999', comment: 'kept' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('>kept</textarea>');
  expect(refused.html).toContain('id="status_id-error"');
  expect(refused.html).toContain('<a href="#status_id">Order Status: There is no such order status.</a>');
});

test('thirty lines of history are paged, newest first', async () => {
  const orderId = await enterOrder(shop, { payment_code: 'cod.cod', status_id: '1' });
  for (let number = 1; number <= 30; number++) {
    await press(orderId, (await page(orderId)).html, 'history', { status_id: '2', comment: `line ${number} of many` });
  }
  const first = textOf((await page(orderId)).html);
  expect([first.includes('line 30 of many'), first.includes('line 20 of many')]).toEqual([true, false]);
  const older = textOf((await shop.get(`/admin/sale/order/info?order_id=${orderId}&history=2`)).html);
  expect([older.includes('line 20 of many'), older.includes('Newer entries')]).toEqual([true, true]);
});

test('the link is mailed again to another address, once however often the form is sent', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Copy payment link');
  const form = { recipient: 'colleague@customer.example', words: 'As we said on the phone' };
  expect((await press(orderId, html, 'resend_link', form)).status).toBe(303);
  await press(orderId, html, 'resend_link', form);
  expect(await mailsTo('colleague@customer.example')).toBe(1);
  expect(textOf((await page(orderId)).html)).toContain('The link was mailed again, to colleague@customer.example.');
});

test('a wrong address is refused beside its field, which stays open', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Copy payment link');
  const refused = await press(orderId, html, 'resend_link', { recipient: 'nobody', words: 'my own words' });
  expect(refused.status).toBe(422);
  expect(refused.html).toMatch(/<details class="act" id="resend-link-\d+"[^>]* open/);
  expect(refused.html).toMatch(/id="recipient-\d+-error"/);
  expect(refused.html).toContain('>my own words</textarea>');
});

test('renewing keeps the address and makes a second attempt; cancelling closes it', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Copy payment link');
  const address = /value="(http[^"]+\/pay\/[^"]+)" readonly/.exec(html)?.[1];
  await press(orderId, html, 'renew_link', { mail: '0' });
  const renewed = await pageSaying(orderId, `${orderId}-2`);
  const second = await pageSaying(orderId, 'Copy payment link');
  expect(second.html).toContain(`value="${address}" readonly`);
  expect(textOf(renewed.html)).toContain('Attempts 2');
  await press(orderId, second.html, 'cancel_link');
  expect(textOf((await pageSaying(orderId, 'Closed today')).html)).toContain('Cancelled');
});

test('opening the payment page for the customer leads there and is not counted', async () => {
  const orderId = await enterOrder(shop);
  const { html } = await pageSaying(orderId, 'Copy payment link');
  const opened = await press(orderId, html, 'open_link');
  expect(opened.html).toMatch(/http-equiv="refresh" content="0; url=http/);
  const text = textOf((await page(orderId)).html);
  expect(text).toContain('Opened Not yet');
  expect(text).toContain('The payment page was opened for the customer.');
});

test('a payment shows with its method and is refunded once, never above what was paid', async () => {
  const orderId = await enterOrder(shop);
  await pageSaying(orderId, 'Copy payment link');
  await steer({ act: { order_id: `${orderId}-1`, action: 'complete', method: 'IDEAL' }, idle: true });
  const paid = await pageSaying(orderId, 'Paid today');
  expect(textOf(paid.html)).toContain('iDEAL');
  expect(steps(paid.html)[3]).toBe('done Payment today 00:00');
  const tooMuch = await press(orderId, paid.html, 'refund', { amount: '9999.00', reason: 'broken cup' });
  expect([tooMuch.status, textOf(tooMuch.html).includes('At most €23.05')]).toEqual([422, true]);
  expect(tooMuch.html).toContain('value="broken cup"');
  const odd = await press(orderId, paid.html, 'refund', { amount: 'much', reason: 'broken cup' });
  expect(odd.html).toMatch(/<a href="#amount-\d+">Refund, Amount: Please enter an amount above zero/);
  const { html } = await page(orderId);
  await press(orderId, html, 'refund', { amount: '5,00', reason: 'broken cup' });
  await press(orderId, html, 'refund', { amount: '5,00', reason: 'broken cup' });
  const refunded = textOf((await pageSaying(orderId, '€5.00 Waiting for the provider')).html);
  expect(refunded).toContain('Up to €18.05 can go back');
  expect(await shop.db(t(shop.db, 'payment_link_refund')).where({ reason: 'broken cup' })).toHaveLength(1);
});

test('money that the bank took back is not shown as paid', async () => {
  const orderId = await enterOrder(shop);
  await pageSaying(orderId, 'Copy payment link');
  await steer({ act: { order_id: `${orderId}-1`, action: 'complete', method: 'IDEAL' }, idle: true });
  await pageSaying(orderId, 'Paid today');
  await steer({ act: { order_id: `${orderId}-1`, action: 'chargeback' }, idle: true });
  const { html } = await pageSaying(orderId, 'The payment was taken back.');
  expect(steps(html)[3]).toBe('bad Payment Taken back by the bank');
});

test("another order's link cannot be touched through this one", async () => {
  const [mine, other] = [await enterOrder(shop), await enterOrder(shop)];
  const { html } = await pageSaying(other, 'Copy payment link');
  await pageSaying(mine, 'Copy payment link');
  const answer = await shop.post(`/admin/sale/order/cancel_link?order_id=${mine}`, hiddenOf(html, 'cancel_link'));
  expect(answer.status).toBe(404);
});

test('the print shows the order without the frame, with the link as a code', async () => {
  const orderId = await enterOrder(shop);
  await pageSaying(orderId, 'Copy payment link');
  const { html } = await shop.get(`/admin/sale/order/print?order_id=${orderId}`);
  expect(html).toContain('<svg');
  expect(textOf(html)).toContain('Canal House Goods');
  expect(textOf(html)).toMatch(/Order date: \d{1,2} [A-Z][a-z]+ \d{4} Payment Request/);
  expect(html).not.toContain('class="sidebar');
});

test('an order that is not there is not found', async () => {
  expect((await page(99_999)).status).toBe(404);
});
