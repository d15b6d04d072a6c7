import { findOption } from '../../../extension/opencart/product/find_option';
import { listOptions } from '../../../extension/opencart/product/options';
import { listJournalElsewhere } from '../../../extension/payment_link/journal/journal';
import { t } from '../../../system/db/table';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf, type Form } from '../../support/agent';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

const PAGE = '/admin/catalog/option';
const save = (form: Form) => shop.post(`${PAGE}/save`, form);
const idOf = async (name: string): Promise<number> =>
  (await listOptions(shop.db, 1)).find((option) => option.name === name)?.optionId ?? 0;

const engraving: Form = { option_id: '0', name_1: 'Engraving <b>', name_2: '', type: 'text', sort_order: '7' };
const roast: Form = {
  ...{ option_id: '0', name_1: 'Roast', name_2: 'Branding', type: 'select', sort_order: '' },
  ...{ 'value[0][option_value_id]': '0', 'value[0][name_1]': 'Dark', 'value[0][name_2]': 'Donker' },
  ...{ 'value[0][sort_order]': '2', 'value[1][option_value_id]': '0', 'value[1][name_1]': 'Light' },
  ...{ 'value[1][name_2]': '', 'value[1][sort_order]': '1', 'value[2][option_value_id]': '0' },
  ...{ 'value[2][name_1]': '', 'value[2][name_2]': '', 'value[2][sort_order]': '' },
};

test('the menu leads to it below Products, and the list searches, sorts and says when nothing is found', async () => {
  await save(engraving);
  await save(roast);
  const page = textOf((await shop.get(PAGE)).html);
  expect(page).toMatch(/Catalog Products Options/);
  expect(page).toContain('Engraving <b>');
  const found = textOf((await shop.get(`${PAGE}?search=roa`)).html);
  expect(found).toMatch(/Roast Select 0/);
  expect(found).not.toContain('Engraving');
  const last = textOf((await shop.get(`${PAGE}?sort=name&order=desc`)).html);
  expect(last.indexOf('Roast')).toBeLessThan(last.indexOf('Engraving'));
  expect(textOf((await shop.get(`${PAGE}?search=nowhere`)).html)).toContain('No option has “nowhere” in its name.');
});

test('an option keeps its names, and its values in their order; an empty row and an empty language count for nothing', async () => {
  const option = await findOption(shop.db, await idOf('Roast'));
  expect(option).toMatchObject({ names: { 1: 'Roast', 2: 'Branding' }, type: 'select', sortOrder: 0 });
  expect(option?.values.map(({ names }) => names)).toEqual([
    { 1: 'Light', 2: 'Light' },
    { 1: 'Dark', 2: 'Donker' },
  ]);
  const stored = await shop.db(t(shop.db, 'option_description')).where('name', 'Engraving &lt;b&gt;');
  expect(stored).toHaveLength(2);
});

test('rows are added and removed by buttons that save nothing and keep what was typed', async () => {
  const added = await save({ ...roast, name_1: 'Not saved', act: 'add_value' });
  expect(added.status).toBe(200);
  expect(added.html).toContain('name="value[3][name_1]"');
  const removed = await save({ ...roast, name_1: 'Not saved', act: 'remove_value_0' });
  expect(removed.html).toContain('value="Light"');
  expect(removed.html).not.toContain('value="Dark"');
  expect(await idOf('Not saved')).toBe(0);
});

test('a wrong form comes back with what was typed, each error at its field', async () => {
  const answer = await save({
    ...{ ...roast, name_1: '', name_2: '', sort_order: 'first', 'value[1][name_1]': 'x'.repeat(129) },
    'value[0][sort_order]': '-1',
  });
  expect(answer.status).toBe(422);
  for (const id of ['name_1', 'sort_order', 'value_1_name_1', 'value_0_sort_order']) {
    expect(answer.html).toContain(`href="#${id}"`);
    expect(answer.html).toContain(`id="${id}-error"`);
  }
  expect(answer.html).not.toMatch(/href="#(value_1_)?name_2"/);
  expect(answer.html).toContain('value="first"');
});

test('a type asks for values or has none; one that is not known, or a file, is refused', async () => {
  const said = async (form: Form) => textOf((await save(form)).html);
  expect(await said({ ...engraving, type: 'radio' })).toContain('Please add at least one value');
  expect(await said({ ...roast, type: 'date' })).toContain('This type has no values.');
  expect(await said({ ...engraving, type: 'file' })).toContain('Please choose one of the entries.');
});

test('a value that a product offers stays, and the form says which product; others can go, and keep their ids', async () => {
  const optionId = await idOf('Roast');
  const [light, dark] = (await findOption(shop.db, optionId))?.values.map((value) => value.optionValueId) ?? [];
  const place = { product_id: 40, option_id: optionId };
  const [productOptionId = 0] = await shop
    .db(t(shop.db, 'product_option'))
    .insert({ ...place, value: '', required: 1 });
  await shop
    .db(t(shop.db, 'product_option_value'))
    .insert({ ...place, product_option_id: productOptionId, option_value_id: dark, quantity: 1, price: '0.0000' });
  const only = (id: number | undefined, name: string): Form => ({
    ...{ option_id: String(optionId), name_1: 'Roast', name_2: 'Branding', type: 'select', sort_order: '0' },
    ...{ 'value[0][option_value_id]': String(id), 'value[0][name_1]': name, 'value[0][name_2]': '' },
    'value[0][sort_order]': '1',
  });
  const refused = await save(only(light, 'Pale'));
  expect(refused.status).toBe(409);
  expect(textOf(refused.html)).toContain('The value “Dark” is in use and cannot be removed.');
  expect(refused.html).toMatch(/<a href="[^"]*product_id=40#tab-option">iPhone</);
  expect(refused.html).toMatch(/value="Pale"[\s\S]*value="Dark"/);
  expect((await save(only(dark, 'Black'))).status).toBe(303);
  expect((await findOption(shop.db, optionId))?.values).toEqual([
    { optionValueId: dark, names: { 1: 'Black', 2: 'Black' }, sortOrder: 1 },
  ]);
  const turned = { option_id: String(optionId), name_1: 'Roast', name_2: '', type: 'text', sort_order: '0' };
  expect(textOf((await save(turned)).html)).toContain('Products use this option');
});

test('an option that a product has stays, and the page leads to the product; others go, values and all', async () => {
  const used = await shop.post(`${PAGE}/delete`, { selected: String(await idOf('Roast')) });
  expect(used.status).toBe(409);
  expect(textOf(used.html)).toContain('The option “Roast” is in use and cannot be deleted.');
  expect(used.html).toMatch(/<a href="[^"]*product_id=40#tab-option">iPhone</);
  const free = await shop.post(`${PAGE}/delete`, { selected: String(await idOf('Engraving <b>')) });
  expect(textOf((await shop.get(free.location)).html)).toContain('Deleted: Engraving <b>.');
  expect(await idOf('Engraving <b>')).toBe(0);
  const none = await shop.post(`${PAGE}/delete`, {});
  expect(textOf((await shop.get(none.location)).html)).toContain('no entry was selected');
});

test('the journal names what was added, changed and deleted, value by value, and nothing that did not happen', async () => {
  const rows = (await listJournalElsewhere(shop.db, { before: null, limit: 50 })).filter(
    ({ details }) => details['route'] === 'catalog/option',
  );
  const id = await idOf('Roast');
  const dark = (await findOption(shop.db, id))?.values[0]?.optionValueId ?? 0;
  const said = (name: string) => rows.filter(({ details }) => details['name'] === name).map(({ event }) => event);
  expect(said('Engraving <b>')).toEqual(['record.deleted', 'record.added']);
  expect(said('Roast')).toEqual(['record.changed', 'record.added']);
  expect(rows).toHaveLength(4);
  const changed = rows.find(({ event }) => event === 'record.changed');
  expect(changed).toMatchObject({ actor: 'admin', ip: '127.0.0.1' });
  const { route: _route, record, name: _name, ...changes } = changed?.details ?? {};
  expect(record).toBe(`${id}`);
  // "Light" went, and "Dark" is not said to have taken its place.
  const light = dark + 1;
  expect(changes).toEqual({
    [`fields.values.${light}.name.1`]: 'Light → –',
    [`fields.values.${light}.name.2`]: 'Light → –',
    [`fields.values.${light}.sortOrder`]: '1 → –',
    [`fields.values.${dark}.name.1`]: 'Dark → Black',
    [`fields.values.${dark}.name.2`]: 'Donker → Black',
    [`fields.values.${dark}.sortOrder`]: '2 → 1',
  });
  const page = textOf((await shop.get('/admin/tool/journal')).html);
  expect(page).toMatch(/Options: Roast was changed\..*name\.1 : Dark → Black/s);
  expect(page).toContain('Options: Engraving <b> was deleted.');
});

test('where values are wanted and none was typed, the rows to type them in are still there', async () => {
  const { 'value[0][name_1]': _one, 'value[0][name_2]': _two, ...rest } = roast;
  const empty = { ...rest, name_1: 'Grind', 'value[0][name_1]': '', 'value[1][name_1]': '' };
  const answer = await save(empty);
  expect(answer.status).toBe(422);
  expect(textOf(answer.html)).toContain('Please add at least one value');
  expect(answer.html).toContain('name="value[2][name_1]"');
});

test('a value is added behind those that are in an order, and each button leads to its value', async () => {
  const form = (await save({ ...roast, act: 'add_value' })).html;
  expect(form).toMatch(/name="value\[3\]\[sort_order\]"/);
  expect(form).toMatch(/id="value_3_sort_order"[^>]*value="3"|value="3"[^>]*id="value_3_sort_order"/);
  const leads = (button: RegExp) => button.exec(form)?.[1];
  expect(leads(/formaction="[^"]*(#[^"]*)" name="act" value="add_value"/)).toBe('#value_4_name_1');
  expect(leads(/formaction="[^"]*(#[^"]*)" name="act" value="remove_value_0"/)).toBe('#value_0_name_1');
  expect(leads(/formaction="[^"]*(#[^"]*)" name="act" value="remove_value_3"/)).toBe('#value_2_name_1');
  const none = (await save({ ...engraving, type: 'select', act: 'add_value' })).html;
  expect(/formaction="[^"]*(#[^"]*)" name="act" value="remove_value_0"/.exec(none)?.[1]).toBe('#values');
});

test('a thousand values in seven languages are saved by one form', async () => {
  const names = (index: number) =>
    [1, 2, 3, 4, 5, 6, 7].map((language) => [`value[${index}][name_${language}]`, `Shade ${index} (${language})`]);
  const values = Array.from({ length: 1000 }, (_one, index) => [
    [`value[${index}][option_value_id]`, '0'],
    [`value[${index}][sort_order]`, `${1000 - index}`],
    ...names(index),
  ]).flat() as [string, string][];
  const card = { option_id: '0', name_1: 'Card', name_2: '', type: 'select', sort_order: '0' };
  expect((await save({ ...card, ...Object.fromEntries(values) })).status).toBe(303);
  const stored = (await findOption(shop.db, await idOf('Card')))?.values;
  expect(stored).toHaveLength(1000);
  expect(stored?.[0]?.names).toEqual({ 1: 'Shade 999 (1)', 2: 'Shade 999 (2)' });
});

test('who may only look sees no buttons; who may not, nothing; an option that is gone is not found', async () => {
  const viewer = await shop.as('viewer', { access: ['catalog/option'], modify: [] });
  const page = await viewer.get(`${PAGE}/form?option_id=${await idOf('Roast')}`);
  expect(page.html).not.toContain('name="act"');
  expect(page.html).not.toMatch(/<input class="form-control"(?![^>]* disabled)/);
  expect((await viewer.post(`${PAGE}/save`, engraving)).status).toBe(403);
  const stranger = await shop.as('stranger', { access: ['catalog/product'], modify: ['catalog/product'] });
  expect((await stranger.get(PAGE)).status).toBe(403);
  expect((await shop.get(`${PAGE}/form?option_id=99999`)).status).toBe(404);
});

test('where a product can have no further option, its form leads to where they are made', async () => {
  const all = await listOptions(shop.db, 1);
  const options = all.flatMap(({ optionId }, index) => [[`option[${index}][option_id]`, String(optionId)] as const]);
  const form = { product_id: '0', act: 'remove_option_9999', ...Object.fromEntries(options) };
  const page = await shop.post('/admin/catalog/product/save', form);
  expect(page.html).toMatch(/no further options to add\. <a href="\/admin\/catalog\/option">Make options/);
});
