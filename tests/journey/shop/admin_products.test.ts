import { t } from '../../../system/db/table';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf, type Form } from '../../support/agent';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

const product = (id: number) => shop.db(t(shop.db, 'product')).where('product_id', id).first();
const nameOf = async (id: number, languageId = 1) =>
  (await shop.db(t(shop.db, 'product_description')).where({ product_id: id, language_id: languageId }).first())?.name;

const mug: Form = {
  ...{ product_id: '0', name_1: 'Mug <b>', name_2: 'Mok', model: 'MUG-1', sku: 'S1', price: '12,50' },
  ...{ tax_class_id: '9', quantity: '8', minimum: '2', subtract: '1', stock_status_id: '5', status: '1' },
  ...{ shipping: '1', weight: '0,35', weight_class_id: '1', stores: '0' },
};

test('the list searches by name and model, sorts, and says so when nothing is found', async () => {
  const found = await shop.get('/admin/catalog/product?search=iPod');
  expect(textOf(found.html)).toContain('iPod Classic');
  expect(textOf(found.html)).not.toContain('Palm Treo');
  const dear = textOf((await shop.get('/admin/catalog/product?sort=price&order=desc')).html);
  expect(dear.indexOf('MacBook Pro')).toBeLessThan(dear.indexOf('Palm Treo Pro'));
  expect(dear).toContain('US$2,000.00');
  const none = await shop.get('/admin/catalog/product?search=%3Cscript%3E');
  expect(textOf(none.html)).toContain('No product has “<script>” in its name or model.');
  expect(none.html).not.toContain('“<script>”');
});

test('a product is added with its names, stock and price, stored as the shop stores them', async () => {
  const saved = await shop.post('/admin/catalog/product/save', mug);
  expect([saved.status, saved.location]).toEqual([303, '/admin/catalog/product']);
  expect(textOf((await shop.get(saved.location)).html)).toContain('You have modified products.');
  const row = await shop.db(t(shop.db, 'product')).where('model', 'MUG-1').first();
  expect(row).toMatchObject({
    price: '12.5000',
    weight: '0.35000000',
    quantity: 8,
    minimum: 2,
    subtract: 1,
    status: 1,
    tax_class_id: 9,
  });
  expect([await nameOf(row.product_id), await nameOf(row.product_id, 2)]).toEqual(['Mug &lt;b&gt;', 'Mok']);
});

test('a wrong form comes back with what was typed, and the errors beside the fields and above', async () => {
  const wrong = { ...mug, name_1: '', name_2: '', price: '1,250', quantity: 'many', minimum: '0', weight: '-1' };
  const answer = await shop.post('/admin/catalog/product/save', wrong);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('value="1,250"');
  expect(answer.html).toContain('value="many"');
  for (const field of ['name_1', 'price', 'quantity', 'minimum', 'weight']) {
    expect(answer.html).toContain(`href="#${field}"`);
    expect(answer.html).toContain(`id="${field}-error"`);
  }
  expect(textOf(answer.html)).toContain('Please enter an amount such as 12.50');
  expect(answer.html).not.toContain('href="#name_2"');
});

test('a name left empty is as in the first language', async () => {
  await shop.post('/admin/catalog/product/save', { ...mug, name_1: 'Only English', name_2: '', model: 'ONE' });
  const { product_id } = await shop.db(t(shop.db, 'product')).where('model', 'ONE').first();
  expect([await nameOf(product_id), await nameOf(product_id, 2)]).toEqual(['Only English', 'Only English']);
});

test('editing the stock applies the change, so that an order saved meanwhile keeps its pieces', async () => {
  const form = await shop.get('/admin/catalog/product/form?product_id=40');
  expect(form.html).toContain('name="quantity_was" value="1000"');
  await shop.db(t(shop.db, 'product')).where('product_id', 40).update({ quantity: 990 });
  const phone = { ...mug, product_id: '40', name_1: 'iPhone', quantity: '1005', quantity_was: '1000' };
  expect((await shop.post('/admin/catalog/product/save', phone)).status).toBe(303);
  expect(await product(40)).toMatchObject({ quantity: 995 });
});

test('an option is added by a button, keeps what was typed, and is saved with the values that are offered', async () => {
  const first = await shop.post('/admin/catalog/product/save', {
    ...{ ...mug, model: 'MUG-2', price: 'soon' },
    ...{ act: 'add_option', add_option: '217' },
  });
  expect(first.status).toBe(200);
  expect(first.html).toContain('value="soon"');
  expect(first.html).toContain('aria-label="Offer Red"');
  const option = 'option[0]';
  const saved = await shop.post('/admin/catalog/product/save', {
    ...{ ...mug, model: 'MUG-2', [`${option}[product_option_id]`]: '0', [`${option}[option_id]`]: '217' },
    ...{ [`${option}[required]`]: '1', [`${option}[values][0][option_value_id]`]: '1' },
    ...{ [`${option}[values][1][option_value_id]`]: '4', [`${option}[values][1][offered]`]: '1' },
    ...{ [`${option}[values][1][quantity]`]: '3', [`${option}[values][1][price]`]: '1.5' },
    ...{ [`${option}[values][1][subtract]`]: '1', [`${option}[values][1][price_prefix]`]: '-' },
  });
  expect(saved.status).toBe(303);
  const { product_id } = await shop.db(t(shop.db, 'product')).where('model', 'MUG-2').first();
  expect(await shop.db(t(shop.db, 'product_option_value')).where({ product_id })).toMatchObject([
    { option_value_id: 4, quantity: 3, subtract: 1, price: '1.5000', price_prefix: '-' },
  ]);
  const again = await shop.get(`/admin/catalog/product/form?product_id=${product_id}`);
  expect(again.html).toContain('aria-label="Quantity of Red"');
  expect(again.html).toContain('aria-label="Offer Green"');
});

test('an error in an option names the offered value it belongs to', async () => {
  const answer = await shop.post('/admin/catalog/product/save', {
    ...{ ...mug, 'option[0][option_id]': '217', 'option[0][values][0][option_value_id]': '1' },
    ...{ 'option[0][values][1][option_value_id]': '4', 'option[0][values][1][offered]': '1' },
    ...{ 'option[0][values][1][quantity]': '1', 'option[0][values][1][price]': 'free' },
  });
  expect(answer.status).toBe(422);
  expect(answer.html).toMatch(/id="option_0_value_0_price" name="option\[0\]\[values\]\[1\]\[price\]" value="free"/);
});

test('the ticked products are disabled, enabled and deleted together; none ticked does nothing', async () => {
  const selected = ['47', '48'];
  await shop.post('/admin/catalog/product/disable', { selected });
  expect([(await product(47)).status, (await product(48)).status]).toEqual([0, 0]);
  await shop.post('/admin/catalog/product/enable', { selected: '48' });
  expect([(await product(47)).status, (await product(48)).status]).toEqual([0, 1]);
  const none = await shop.post('/admin/catalog/product/delete', {});
  expect(textOf((await shop.get(none.location)).html)).toContain('no product was selected');
  await shop.post('/admin/catalog/product/delete', { selected });
  expect([await product(47), await product(48)]).toEqual([undefined, undefined]);
});

test('who may only look sees the fields disabled, no Save, and who may change them', async () => {
  const viewer = await shop.as('viewer', { access: ['catalog/product'], modify: [] });
  const page = await viewer.get('/admin/catalog/product/form?product_id=40');
  expect(textOf(page.html)).toContain('People in the group Administrator may.');
  expect(page.html).not.toMatch(/<input class="form-control"(?![^>]* disabled)/);
  expect(page.html).not.toContain('form="product"');
  expect((await viewer.get('/admin/catalog/product')).html).not.toContain('name="selected"');
});

test('a product that does not exist is not found', async () => {
  expect((await shop.get('/admin/catalog/product/form?product_id=999999')).status).toBe(404);
  expect((await shop.post('/admin/catalog/product/save', { ...mug, product_id: '999999' })).status).toBe(404);
});
