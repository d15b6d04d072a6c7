import { insertOption, insertOptionValue } from '../../../../extension/opencart/product/option_rows';
import { listOptions } from '../../../../extension/opencart/product/options';
import { deleteProducts, setProductsEnabled } from '../../../../extension/opencart/product/product_rows';
import { listProductOptions } from '../../../../extension/opencart/product/product_options';
import { findProduct, listProducts } from '../../../../extension/opencart/product/products';
import type { ProductForm } from '../../../../extension/opencart/product/save_product';
import { saveProduct } from '../../../../extension/opencart/product/save_product';
import { findSellable, searchProducts } from '../../../../extension/opencart/product/search_products';
import { transaction } from '../../../../system/db/transaction';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };
const form: ProductForm = {
  names: { 1: 'Desk & lamp', 2: 'Bureaulamp' },
  model: 'LAMP-1',
  sku: '',
  price: '19.99',
  quantity: 10,
  subtract: true,
  minimum: 1,
  taxClassId: 1,
  stockStatusId: 5,
  enabled: true,
  shipping: true,
  weight: '0.25',
  weightClassId: 1,
  storeIds: [0],
  options: [],
};
const query = { languageId: 1, text: '', sort: 'name', direction: 'asc', limit: 10, offset: 0 } as const;

let shop: Awaited<ReturnType<typeof freshDatabase>>;
let colour: { optionId: number; red: number; blue: number };
beforeEach(async () => {
  shop = await freshDatabase();
  const language = t(shop.db, 'language');
  await shop.db(language).insert({ language_id: 1, name: 'English', code: 'en-gb', sort_order: 1, status: 1 });
  await shop.db(language).insert({ language_id: 2, name: 'Nederlands', code: 'nl-nl', sort_order: 2, status: 1 });
  colour = await transaction(shop.db, async (tx) => {
    const optionId = await insertOption(tx, 'select', { 1: 'Colour', 2: 'Kleur' }, 1);
    const red = await insertOptionValue(tx, optionId, { 1: 'Red', 2: 'Rood' }, 1);
    const blue = await insertOptionValue(tx, optionId, { 1: 'Blue', 2: 'Blauw' }, 2);
    return { optionId, red, blue };
  });
});
afterEach(() => shop.destroy());

const value = (optionValueId: number, productOptionValueId = 0) => ({
  productOptionValueId,
  optionValueId,
  quantity: 4,
  subtract: true,
  price: '1.50',
  pricePrefix: '-' as const,
});
const withColour = (): ProductForm => ({
  ...form,
  options: [
    {
      productOptionId: 0,
      optionId: colour.optionId,
      required: true,
      value: '',
      values: [value(colour.blue), value(colour.red)],
    },
  ],
});

test('a saved product comes back as it was entered', async () => {
  const id = await saveProduct(shop.db, clock, null, form);
  const { options: _options, ...saved } = form;
  expect(await findProduct(shop.db, id)).toEqual({ productId: id, ...saved, price: '19.9900', weight: '0.25000000' });
  expect(await findProduct(shop.db, id + 1)).toBeNull();
});

test('what the form gets wrong is said beside each field', async () => {
  const wrong = { ...form, names: { 1: '' }, model: '', price: '-1', quantity: 1.5, minimum: 0, weight: 'x' };
  await expect(saveProduct(shop.db, clock, null, wrong)).rejects.toMatchObject({
    code: 'invalid_form',
    details: {
      fields: {
        name_1: 'error_name',
        name_2: 'error_name',
        model: 'error_model',
        price: 'error_price',
        quantity: 'error_whole',
        minimum: 'error_minimum',
        weight: 'error_weight',
      },
    },
  });
});

test('pieces that an order took while the form was open stay taken', async () => {
  const id = await saveProduct(shop.db, clock, null, form);
  await shop.db(t(shop.db, 'product')).where('product_id', id).decrement('quantity', 3);
  await saveProduct(shop.db, clock, id, { ...form, quantity: 12, quantityWas: 10 });
  expect((await findProduct(shop.db, id))?.quantity).toBe(9);
  await saveProduct(shop.db, clock, id, { ...form, quantity: 50 });
  expect((await findProduct(shop.db, id))?.quantity).toBe(50);
});

test('options come with values, prices and stock in the language, and keep their ids when edited', async () => {
  const id = await saveProduct(shop.db, clock, null, withColour());
  const read = async () => (await listProductOptions(shop.db, [id], 2)).get(id) ?? [];
  const [option] = await read();
  expect(option).toMatchObject({ name: 'Kleur', type: 'select', required: true });
  expect(option?.values.map((one) => [one.name, one.price, one.pricePrefix, one.quantity])).toEqual([
    ['Rood', '1.5000', '-', 4],
    ['Blauw', '1.5000', '-', 4],
  ]);
  const [red] = option?.values ?? [];
  if (!option || !red) throw new Error('no option');
  const edited = { ...option, values: [{ ...red, price: '2', quantity: 7, quantityWas: 4 }] };
  await saveProduct(shop.db, clock, id, { ...form, options: [edited] });
  expect(await read()).toEqual([{ ...option, values: [{ ...red, price: '2.0000', quantity: 7 }] }]);
  await saveProduct(shop.db, clock, id, form);
  expect(await read()).toEqual([]);
});

test('the option ids of another product cannot be taken over', async () => {
  const first = await saveProduct(shop.db, clock, null, withColour());
  const options = (await listProductOptions(shop.db, [first], 1)).get(first) ?? [];
  const second = await saveProduct(shop.db, clock, null, { ...form, options });
  expect((await listProductOptions(shop.db, [first], 1)).get(first)).toEqual(options);
  expect((await listProductOptions(shop.db, [second], 1)).get(second)?.[0]?.values).toHaveLength(2);
});

test('the list searches, sorts by amount and not by text, and pages', async () => {
  for (const [name, price] of [
    ['Chair', '100'],
    ['Table', '20'],
    ['Charm', '3'],
  ] as const) {
    await saveProduct(shop.db, clock, null, { ...form, names: { 1: name, 2: name }, price });
  }
  const names = async (more: object) => {
    const page = await listProducts(shop.db, { ...query, ...more });
    return [page.total, ...page.rows.map((row) => row.name)];
  };
  expect(await names({ sort: 'price', direction: 'desc' })).toEqual([3, 'Chair', 'Table', 'Charm']);
  expect(await names({ text: 'cha' })).toEqual([2, 'Chair', 'Charm']);
  expect(await names({ text: '%' })).toEqual([0]);
  expect(await names({ text: 'LAMP', limit: 1, offset: 1 })).toEqual([3, 'Charm']);
});

test('the order form finds enabled products of its store only, by their plain text', async () => {
  const lamp = await saveProduct(shop.db, clock, null, withColour());
  await saveProduct(shop.db, clock, null, { ...form, names: { 1: 'Lamp of store 2', 2: 'x' }, storeIds: [2] });
  const off = await saveProduct(shop.db, clock, null, { ...form, names: { 1: 'Lamp, sold out', 2: 'x' } });
  await transaction(shop.db, (tx) => setProductsEnabled(tx, [off], false));
  const search = (text: string) => searchProducts(shop.db, { text, languageId: 1, storeId: 0, limit: 5 });
  expect(await search('k & l')).toMatchObject([
    { productId: lamp, name: 'Desk & lamp', price: '19.9900', quantity: 10, options: [{ name: 'Colour' }] },
  ]);
  expect((await search('lamp')).map((one) => one.productId)).toEqual([lamp]);
  expect((await findSellable(shop.db, [lamp, off], { languageId: 1, storeId: 0 })).map((one) => one.productId)).toEqual(
    [lamp],
  );
});

test('deleting takes the options along and leaves other products', async () => {
  const [first, second] = [
    await saveProduct(shop.db, clock, null, withColour()),
    await saveProduct(shop.db, clock, null, withColour()),
  ];
  await transaction(shop.db, (tx) => deleteProducts(tx, [first]));
  expect(await findProduct(shop.db, first)).toBeNull();
  const left = await listProductOptions(shop.db, [first, second], 1);
  expect([...left.keys()]).toEqual([second]);
  expect(await listOptions(shop.db, 1)).toMatchObject([
    { name: 'Colour', values: [{ name: 'Red' }, { name: 'Blue' }] },
  ]);
});
