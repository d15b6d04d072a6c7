import { forgetKept } from '../../../system/db/kept';
import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import { filledForm, saveOrder } from '../../support/enter_order';
import { startProgram, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
let lamp: { productId: string; colour: string; black: string };

beforeAll(async () => {
  shop = await startProgram();
  const row = (await shop
    .db(t(shop.db, 'product as p'))
    .join(t(shop.db, 'product_option as o'), 'o.product_id', 'p.product_id')
    .join(t(shop.db, 'product_option_value as v'), 'v.product_option_id', 'o.product_option_id')
    .join(t(shop.db, 'option_value_description as d'), 'd.option_value_id', 'v.option_value_id')
    .where({ 'p.model': 'LAMP-01', 'd.name': 'Black', 'd.language_id': 1 })
    .first('p.product_id', 'o.product_option_id', 'v.product_option_value_id')) as Record<string, number>;
  lamp = {
    productId: String(row['product_id']),
    colour: `pending_option[o${row['product_option_id']}]`,
    black: String(row['product_option_value_id']),
  };
});
afterAll(() => shop.close());

const press = async (act: string, typed: Form = {}) =>
  (await shop.post('/admin/sale/order/form', { ...(await filledForm(shop)), ...typed, act })).html;

test('an option that must be chosen is asked for before the product becomes a line, and what was chosen stays', async () => {
  const chosen = { pending_product_id: lamp.productId, pending_quantity: '3' };
  const refused = await press('add_product', chosen);
  expect(refused).toContain('id="pending_option-');
  expect(textOf(refused)).toContain('Please choose or fill in Colour.');
  const again = await press('refresh', { ...chosen, [lamp.colour]: lamp.black });
  expect(again).toMatch(new RegExp(`<option value="${lamp.black}" selected`));
  expect(again).toMatch(/name="pending_quantity" value="3"|value="3" id="pending_quantity"/);
});

test('a product with an option is ordered with the piece that was chosen', async () => {
  const page = await press('add_product', {
    pending_product_id: lamp.productId,
    pending_quantity: '1',
    [lamp.colour]: lamp.black,
  });
  expect(textOf(page)).toContain('Colour: Black');
  const hidden = [...page.matchAll(/name="(lines\[1\][^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  const line = Object.fromEntries(hidden) as Record<string, string>;
  const orderId = await saveOrder(shop, { ...(await filledForm(shop)), ...line });
  const options = (await shop.db(t(shop.db, 'order_option')).where({ order_id: orderId })) as { value: string }[];
  expect(options.map(({ value }) => value)).toEqual(['Black']);
});

test('who orders is who pays, until another name is typed', async () => {
  const nobody = { 'payment_address[firstname]': '', 'payment_address[lastname]': '' };
  expect(await press('step:payment', nobody)).toContain('value="de Vries" id="payment_address-lastname"');
  const other = { 'payment_address[firstname]': 'Ada', 'payment_address[lastname]': 'King' };
  expect(await press('step:payment', other)).toContain('value="King" id="payment_address-lastname"');
});

test('a Save that comes too early names each field once, with its step', async () => {
  const form = await filledForm(shop);
  const early = Object.fromEntries(Object.entries(form).filter(([name]) => !/^(payment_address|lines)/.test(name)));
  const page = await shop.post('/admin/sale/order/form', { ...early, firstname: 'Ada', lastname: 'King' });
  expect(page.status).toBe(422);
  const said = [...page.html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, at, text]) => [at, text]);
  expect(said).toContainEqual(['payment_address-city', 'Payment Details, City: Please fill this in.']);
  expect(said.filter(([at]) => at?.endsWith('-city'))).toHaveLength(1);
  expect(said.map(([at]) => at)).not.toContain('payment_address-firstname');
  expect(page.html).toContain('value="King" id="payment_address-lastname"');
});

test('a customer without an address is not asked which one', async () => {
  await shop.post('/admin/customer/customer/save', {
    ...{ customer_id: '0', customer_group_id: '1', language_id: '1', firstname: 'Eva', lastname: 'Nieuw' },
    ...{ email: 'eva@new.example', status: '1', newsletter: '0' },
  });
  const found = await press('find_customer', { customer_search: 'eva@new' });
  const id = /value="pick_customer:(\d+)"/.exec(found)?.[1];
  const picked = await press(`pick_customer:${id}`);
  expect(picked).toContain('value="Nieuw" id="payment_address-lastname"');
  expect(picked).not.toContain('choose_payment_address');
});

test('staff read the shop in their own language whatever the customer speaks', async () => {
  const dutch = await press('refresh', { language_id: '2', product_search: 'desk lamp' });
  expect(textOf(dutch)).toContain('Oak desk lamp');
  expect(dutch).toMatch(/<option value="\d+" selected>Payment Request<\/option>/);
});

test('a payment method that was switched off meanwhile is refused beside its field; the one that an order has stays', async () => {
  const cash = await filledForm(shop, { payment_code: 'cod.cod', status_id: '1' });
  const orderId = await saveOrder(shop, cash);
  const key = 'payment_cod_status';
  await shop.db(t(shop.db, 'setting')).where({ key }).update({ value: '0' });
  forgetKept(shop.db);
  const late = await shop.post('/admin/sale/order/form', await filledForm(shop, { payment_code: 'cod.cod' }));
  expect(late.status).toBe(422);
  expect(textOf(late.html)).toContain('This store does not offer this payment method any more.');
  const edit = await filledForm(shop, { payment_code: 'cod.cod', status_id: '1', order_id: String(orderId) });
  expect(await saveOrder(shop, edit)).toBe(orderId);
  const gone = await shop.post('/admin/sale/order/form', await filledForm(shop, { payment_code: 'foo.bar' }));
  expect(gone.status).toBe(422);
});
