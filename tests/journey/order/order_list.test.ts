import { textOf } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
let ada: number;

beforeAll(async () => {
  shop = await startProgram();
  ada = await enterOrder(shop, { firstname: 'Ada', lastname: 'King' });
  await enterOrder(shop, { firstname: 'Grace', lastname: 'Hopper' });
});
afterAll(() => shop.close());

const list = async (query: string) => (await shop.get(`/admin/sale/order?${query}`)).html;

test.each(['number', 'number with its sign', 'name'])(
  'the field above the list finds an order by its %s',
  async (by) => {
    const search = { number: String(ada), 'number with its sign': `#${ada}`, name: 'king' }[by] ?? '';
    const found = textOf(await list(new URLSearchParams({ search }).toString()));
    expect([found.includes('Ada King'), found.includes('Grace Hopper')]).toEqual([true, false]);
  },
);

test('filters in force stand above the list in words, each with the way to drop it alone', async () => {
  const html = await list('filter_customer=Ada&filter_date_from=2026-01-31&search=king&sort=total');
  expect(textOf(html)).toContain('Customer: Ada');
  expect(textOf(html)).toContain('Date Added from: 31 Jan 2026');
  expect(html).toContain('aria-label="Remove the filter Customer: Ada"');
  const [, without = ''] = /href="([^"]*)" aria-label="Remove the filter Customer: Ada"/.exec(html) ?? [];
  expect(without.replaceAll('&amp;', '&')).toBe('/admin/sale/order?search=king&filter_date_from=2026-01-31&sort=total');
  expect(textOf(await list(''))).not.toContain('Clear all filters');
});

test('searching keeps the filters, filtering keeps the search', async () => {
  const html = await list('filter_customer=Ada&search=king');
  const [search = '', filters = ''] = html.split('class="filters"');
  expect(search).toContain('type="hidden" name="filter_customer" value="Ada"');
  expect(filters).toContain('type="hidden" name="search" value="king"');
});

test('every order says how it is with its payment link', async () => {
  const state = async () => /#\d+<\/a>[\s\S]*?<span class="state state-(\w+)">/.exec(await list(`search=${ada}`))?.[1];
  await until(state, (seen) => seen === 'active');
  const link = (await shop.program.links.db('oc_payment_link').where('order_id', ada).first()) as { link_id: number };
  await shop.program.links.db('oc_payment_link').where('link_id', link.link_id).update({ state: 'expired' });
  expect(await state()).toBe('expired');
});
