import { t } from '../../../system/db/table';
import { textOf } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
const orders: number[] = [];

beforeAll(async () => {
  shop = await startProgram();
  for (const [firstname, email] of [
    ['Ada', 'ada@customer.example'],
    ['=HYPERLINK("x")', 'evil@customer.example'],
    ['Grace', 'grace@customer.example'],
  ] as const) {
    orders.push(await enterOrder(shop, { firstname, email }));
  }
  await until(
    () => list(''),
    (text) => text.split('Awaiting payment').length > 3,
  );
});
afterAll(() => shop.close());

const list = async (query: string) => textOf((await shop.get(`/admin/sale/payment_link?${query}`)).html);
const linkOf = async (orderId: number) =>
  (await shop.db(t(shop.db, 'payment_link')).where({ order_id: orderId }).orderBy('attempt', 'desc').first()) as {
    token: string;
    reference: string;
  };

test('links are found by order, e-mail, reference, name and their own address', async () => {
  const { token, reference } = await linkOf(orders[0] ?? 0);
  const searches = [String(orders[0]), 'ada@customer.example', reference, 'ada', `https://shop.example/pay/${token}`];
  for (const search of searches) {
    const text = await list(new URLSearchParams({ search }).toString());
    expect([search, text.includes('ada@customer.example'), text.includes('grace@')]).toEqual([search, true, false]);
  }
  expect(await list('search=nobody')).toContain('No payment link matches these filters.');
});

test('filters narrow the list, totals stand above it, and pages keep both', async () => {
  const text = await list('filter_state=open');
  expect(text).toContain('3 · €69.15');
  expect(text).toContain('Under a day');
  expect(await list('filter_state=completed')).toContain('No payment link matches these filters.');
  expect(await list('filter_amount_from=100')).toContain('No payment link matches');
  expect(await list('filter_need=expiring')).toContain('No payment link matches');
  const { html } = await shop.get('/admin/sale/payment_link?filter_state=open&sort=amount_minor&order=desc');
  expect(html).toContain('aria-sort="descending"');
  expect(html).toContain('filter_state=open&amp;sort=expires_at');
});

test('the export is CSV that opens no formula', async () => {
  const { html: csv } = await shop.get('/admin/sale/payment_link/export?filter_state=open');
  const lines = csv.trim().split('\n');
  expect(lines[0]).toContain('Order,Reference,State,Customer');
  expect(lines).toHaveLength(4);
  expect(csv).toContain(`"'=HYPERLINK(""x"") de Vries"`);
  expect(csv).toContain(',23.05,EUR,');
});
