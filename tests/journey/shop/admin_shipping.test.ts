import { listInstalled } from '../../../extension/opencart/setting/extensions';
import { shippingQuotes, priceOrder } from '../../../extension/opencart/order/price_order';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { listJournalElsewhere } from '../../../extension/payment_link/journal/journal';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf } from '../../support/agent';
import { draftOf, line } from '../../support/pricing_shop';

const PAGE = '/admin/extension/shipping';
const NOW = '2026-06-01 12:00:00';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

/** What the form says as it stands, with these changed. */
async function form(changes: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const { html } = await shop.get(PAGE);
  const inputs = [...html.matchAll(/<input class="form-control"[^>]*? value="([^"]*)" id="([a-z_]+)"/g)];
  const radios = [...html.matchAll(/<input [^>]*name="([a-z_]+_status)" value="([01])"[^>]* checked/g)];
  const selects = [...html.matchAll(/<select [^>]*name="([a-z_]+)"[\s\S]*?<option value="(\d+)" selected/g)];
  return {
    ...Object.fromEntries(inputs.map(([, value = '', id = '']) => [id, value])),
    ...Object.fromEntries([...radios, ...selects].map(([, name = '', value = '']) => [name, value])),
    ...changes,
  };
}

const offered = async () =>
  (await shippingQuotes(shop.db, draftOf([line(34)]), NOW)).map(({ code, cost }) => [code, cost]);

test('the owner sets what shipping costs, and the next order is offered it', async () => {
  const wanted = await form({
    ...{ shipping_flat_status: '1', shipping_flat_cost: '7,25', shipping_flat_tax_class_id: '0' },
    ...{ shipping_item_status: '1', shipping_item_cost: '1.5', shipping_item_tax_class_id: '0' },
    ...{ shipping_free_status: '0', shipping_free_total: '100', shipping_pickup_status: '1' },
  });
  const saved = await shop.post(PAGE, wanted);
  expect(saved.status).toBe(303);
  expect(textOf((await shop.get(saved.location)).html)).toContain('You have modified shipping and fees.');
  expect(wanted['total_handling_fee']).toBe('');
  const asZero = Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, value || '0']));
  expect(await form({})).toMatchObject({ ...asZero, shipping_flat_cost: '7.25' });
  expect(await offered()).toEqual(
    expect.arrayContaining([
      ['flat.flat', '7.2500'],
      ['item.item', '1.5000'],
    ]),
  );
  expect((await offered()).map(([code]) => code)).not.toContain('free.free');
  expect(await listInstalled(shop.db, 'shipping')).toEqual(expect.arrayContaining(['flat', 'free', 'item', 'pickup']));
});

test('a fee for small orders is added to them and to no other', async () => {
  await shop.post(
    PAGE,
    await form({
      ...{ total_low_order_fee_status: '1', total_low_order_fee_total: '10000', total_low_order_fee_fee: '3' },
    }),
  );
  const codes = async () =>
    (await priceOrder(shop.db, { ...draftOf([line(34)]), shippingCode: 'flat.flat' }, NOW)).totals.map(
      ({ code, value }) => [code, value],
    );
  expect(await codes()).toEqual(expect.arrayContaining([['low_order_fee', '3.0000']]));
  await shop.post(PAGE, await form({ total_low_order_fee_total: '1' }));
  expect((await codes()).map(([code]) => code)).not.toContain('low_order_fee');
});

test('an amount that is none stands beside its field, named by its part, and nothing is saved', async () => {
  const wrong = await shop.post(
    PAGE,
    await form({ shipping_flat_cost: '-5', total_handling_fee: 'much', shipping_item_tax_class_id: '999' }),
  );
  expect(wrong.status).toBe(422);
  const said = textOf(wrong.html);
  expect(said).toContain('Flat Rate, Cost, without tax: Enter an amount');
  expect(said).toContain('Handling Fee, Fee, without tax: Enter an amount');
  expect(said).toContain('Per Item, Tax Class: Choose one of the tax classes.');
  expect(wrong.html).toMatch(/value="-5" id="shipping_flat_cost"/);
  expect((await readSettings(shop.db, 0)).text('shipping_flat_cost')).toBe('7.25');
});

test('the journal says what became of which amount', async () => {
  const [last] = (await listJournalElsewhere(shop.db, { before: null, limit: 20 })).filter(
    ({ details }) => details['route'] === 'extension/shipping',
  );
  expect(last).toMatchObject({ event: 'record.changed', actor: 'admin' });
  expect(last?.details).toMatchObject({ 'fields.total_low_order_fee_total': '10000 → 1' });
});

test('who may only look sees no button; who may not, nothing; the menu leads there', async () => {
  const viewer = await shop.as('viewer', { access: ['extension/shipping'], modify: [] });
  const page = await viewer.get(PAGE);
  expect(textOf(page.html)).toContain('Extensions Shipping and fees');
  expect(page.html).not.toMatch(/<input class="form-control"(?![^>]* disabled)/);
  expect((await viewer.post(PAGE, await form({}))).status).toBe(403);
  const stranger = await shop.as('stranger', { access: ['sale/order'], modify: ['sale/order'] });
  expect((await stranger.get(PAGE)).status).toBe(403);
});
