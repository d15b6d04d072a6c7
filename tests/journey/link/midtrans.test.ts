import { commentsOf, customerOf, mailsOf, newestLink, orderWithLink, statusOf } from '../../support/customer';
import { Decimal, decimal } from '../../../system/decimal';
import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { listLinksOfOrder } from '../../../extension/payment_link/link/links';
import { listNotifications } from '../../../extension/payment_link/notify/notifications';
import { signatureOf } from '../../../extension/midtrans/sign';
import type { Link } from '../../../extension/payment_link/link/link_row';
import { DEMO_MIDTRANS_TEST_KEY } from '../../../install/demo/settings';
import { enterOrder } from '../../support/enter_order';
import { pressOnOrder } from '../../support/order_page';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const COMPLETED = 2;
const rupiahOrder = { currency_code: 'IDR', payment_code: 'midtrans.midtrans' };

/** A body as Midtrans posts it. */
function news(reference: string, key = DEMO_MIDTRANS_TEST_KEY) {
  const signed = { orderId: `${reference}-1760000000000`, statusCode: '200', grossAmount: '190000.00' };
  return {
    order_id: signed.orderId,
    status_code: signed.statusCode,
    gross_amount: signed.grossAmount,
    transaction_status: 'settlement',
    signature_key: signatureOf(signed, key),
  };
}

/** To the one address that Midtrans's dashboard holds. */
async function tell(body: unknown, init: RequestInit = {}) {
  const answer = await fetch(`${shop.url}/notify/midtrans`, { method: 'POST', body: JSON.stringify(body), ...init });
  return { status: answer.status, text: await answer.text() };
}

test('an order in rupiah gets a link of Midtrans, is paid there, and the notification moves it on', async () => {
  const link = await orderWithLink(shop, rupiahOrder);
  expect(link).toMatchObject({ gateway: 'midtrans', environment: 'test', amount: { currency: 'IDR' } });
  expect(link.amount.minor % 100).toBe(0);
  expect(link.url).toContain('/sandbox/midtrans/payment-links/');

  const customer = customerOf(shop, link);
  expect(textOf((await customer.page()).html)).toMatch(/Pay IDR/);
  const back = await customer.payThere('complete', 'gopay');
  expect(back).toContain(`/pay/${link.token}/return`);
  await until(
    () => newestLink(shop, link),
    ({ state }) => state === 'completed',
  );
  expect(await statusOf(shop, link.orderId ?? 0)).toBe(COMPLETED);
  expect((await commentsOf(shop, link.orderId ?? 0)).join('\n')).toContain('GoPay');
  const [told] = await listNotifications(shop.db, link.linkId, 10);
  expect(told).toMatchObject({ gateway: 'midtrans', method: 'POST', signed: 1, provider_status: 'settlement' });
  expect(textOf((await customer.follow(back)).html)).toContain('Paid with GoPay');
  await until(
    () => mailsOf(shop, link.orderId ?? 0),
    (mails) => mails.includes('paid'),
  );
});

test('an order in euros with Midtrans gets no link, and its page says why', async () => {
  const orderId = await enterOrder(shop, { payment_code: 'midtrans.midtrans' });
  await until(
    async () => textOf((await shop.get(`/admin/sale/order/info?order_id=${orderId}`)).html),
    (page) => page.includes('Midtrans charges rupiah only, not EUR'),
  );
  expect(await listLinksOfOrder(shop.db, orderId)).toEqual([]);
});

describe('amounts in rupiah', () => {
  const currency = (changed: Readonly<Record<string, string | number>>) =>
    shop.db(t(shop.db, 'currency')).where('code', 'IDR').update(changed);

  test('have no decimals, in the mail as on the pay page and on the order page', async () => {
    const { language_id } = await shop.db(t(shop.db, 'language')).where('code', 'id-id').first();
    const link = await orderWithLink(shop, { ...rupiahOrder, language_id: String(language_id) });
    const amount = `Rp ${new Intl.NumberFormat('id-ID').format(link.amount.minor / 100)}`;
    const plain = (html: string) => textOf(html).replaceAll('\u00a0', ' ');
    await until(
      () => mailsOf(shop, link.orderId ?? 0),
      (mails) => mails.includes('payment_link'),
    );
    const [, mail] = /href="(\/mailbox\/[\w-]+)"/.exec((await shop.get('/mailbox')).html) ?? [];
    const pages = [(await shop.get(`${mail}/html`)).html, (await customerOf(shop, link).page()).html];
    for (const page of pages.map(plain)) {
      expect(page).toContain(amount);
      expect(page).not.toMatch(/Rp ?[\d.]+,\d/);
    }
  });

  test('of a total with a fraction are charged and shown whole, rounded half up, whatever decimals the shop gives', async () => {
    await currency({ decimal_place: 2, value: '17800.12345678' });
    const link = await orderWithLink(shop, rupiahOrder);
    const order = await shop.program.links.orderBook.findOrder(shop.db, link.orderId ?? 0);
    const owed = decimal(order?.total ?? '0').times(order?.currencyValue ?? '0');
    expect(owed.isInteger()).toBe(false);
    expect(link.amount).toEqual({
      minor: owed.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(100).toNumber(),
      currency: 'IDR',
    });
    expect(textOf((await customerOf(shop, link).page()).html)).not.toMatch(/Rp\s?[\d.]+,\d/);
    await currency({ decimal_place: 0 });
  });

  test('are given back whole: a fraction is refused at the form, with the reason, before anybody asks Midtrans', async () => {
    const orderId = await paidOrder();
    const refused = await pressOnOrder(shop, orderId, 'refund', { amount: '1000.50', reason: 'broken cup' });
    expect([refused.status, refused.html]).toEqual([422, expect.stringMatching(/id="amount-\d+-error"/)]);
    expect(textOf(refused.html)).toContain('This currency is paid in whole units only.');
    expect(refused.html).toContain('value="1000.50"');
    expect(await refundsOf('broken cup')).toEqual([]);
    expect((await pressOnOrder(shop, orderId, 'refund', { amount: '1000', reason: 'broken cup' })).status).toBe(303);
    expect(await refundsOf('broken cup')).toMatchObject([{ amount_minor: 100_000 }]);
  });

  test('of order lines that come to a fraction are refused likewise', async () => {
    await currency({ decimal_place: 2, value: '17800.12345678' });
    const orderId = await paidOrder();
    await shop.db(t(shop.db, 'payment_link_payment')).where({ currency: 'IDR' }).update({ needs_cart: 1 });
    const refused = await pressOnOrder(shop, orderId, 'refund', { line_0: '1', reason: 'one of two' });
    expect([refused.status, refused.html]).toEqual([422, expect.stringMatching(/id="line_0-\d+-error"/)]);
    expect(textOf(refused.html)).toContain('These lines come to a fraction');
    expect(await refundsOf('one of two')).toEqual([]);
    await currency({ decimal_place: 0 });
  });

  /** Answers its id. */
  async function paidOrder(): Promise<number> {
    const link = await orderWithLink(shop, rupiahOrder);
    await customerOf(shop, link).payThere('complete', 'gopay');
    await until(
      () => newestLink(shop, link),
      ({ state }) => state === 'completed',
    );
    return link.orderId ?? 0;
  }

  const refundsOf = (reason: string) => shop.db(t(shop.db, 'payment_link_refund')).where({ reason });
});

describe("the account's one address for notifications", () => {
  let link: Link;
  beforeAll(async () => (link = await orderWithLink(shop, rupiahOrder)));

  test('takes what the key of the link signed, and believes nothing of it', async () => {
    expect(await tell(news(link.reference))).toEqual({ status: 200, text: 'OK' });
    await until(
      () => listNotifications(shop.db, link.linkId, 10),
      ([told]) => told?.outcome === 'read',
    );
    expect((await newestLink(shop, link)).state).toBe('active');
  });

  test('refuses what another key signed, what nobody signed, and what is no POST', async () => {
    const before = (await listNotifications(shop.db, link.linkId, 10)).length;
    expect((await tell(news(link.reference, 'another key'))).status).toBe(403);
    expect((await tell({ ...news(link.reference), signature_key: '' })).status).toBe(403);
    expect((await tell(undefined, { method: 'GET', body: null })).status).toBe(403);
    expect((await tell(undefined, { method: 'PUT' })).status).toBe(405);
    expect(await listNotifications(shop.db, link.linkId, 10)).toHaveLength(before);
  });

  test('accepts news of what is not ours: another program shares the account', async () => {
    expect((await tell(news('somebody-elses-12'))).status).toBe(200);
  });

  test('is an address only for gateways that there are, and tells nothing of other gateways without a signature', async () => {
    const at = async (path: string) => (await fetch(`${shop.url}${path}`)).status;
    expect(await at('/notify/nobody')).toBe(404);
    expect(await at(`/notify/multisafepay?transactionid=${link.reference}`)).toBe(403);
  });
});

test('the settings page says which address to enter at Midtrans', async () => {
  const page = textOf((await shop.get('/admin/payment/midtrans')).html);
  expect(page).toContain('/notify/midtrans in the dashboard of Midtrans');
});

test('methods are offered for orders in their own currency only', async () => {
  const offered = async (currency: string) => {
    const form = { act: 'update', currency_code: currency, language_id: '1', store_id: '0' };
    return (await shop.post('/admin/sale/order/form', form)).html;
  };
  await shop.get('/admin/sale/order/form');
  expect(await offered('EUR')).not.toContain('midtrans.gopay');
  expect(await offered('EUR')).toContain('midtrans.midtrans');
  expect(await offered('IDR')).toContain('midtrans.gopay');
});
