import { t } from '../../../system/db/table';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { textOf, type Form } from '../../support/agent';

let shop: AdminRoom;
beforeAll(async () => (shop = await startAdmin()));
afterAll(() => shop.close());

const LONG = 'Wolfeschlegelstein'.repeat(2).slice(0, 32);
const sofie: Form = {
  ...{ customer_id: '0', customer_group_id: '2', language_id: '2', firstname: 'Sofie', lastname: 'van <Dam>' },
  ...{ email: 'sofie@customer.example', telephone: '06 1234', newsletter: '0', status: '1' },
};
const home: Form = {
  ...{ 'address[0][firstname]': 'Sofie', 'address[0][lastname]': 'van Dam', 'address[0][address_1]': 'Dam 1' },
  ...{ 'address[0][city]': 'Amsterdam', 'address[0][postcode]': '1012 JS', 'address[0][country_id]': '150' },
  ...{ 'address[0][zone_id]': '2336', default: '0' },
};
const stored = async (email: string) => {
  const customer = await shop.db(t(shop.db, 'customer')).where({ email }).first();
  const addresses = await shop.db(t(shop.db, 'address')).where({ customer_id: customer?.customer_id ?? 0 });
  return { customer, addresses };
};

test('an address is added by a button, with the names and the shop’s country, and nothing is saved yet', async () => {
  const shown = await shop.post('/admin/customer/customer/save', { ...sofie, act: 'add_address' });
  expect(shown.status).toBe(200);
  expect(shown.html).toMatch(/value="van &lt;Dam&gt;" id="address_0_lastname"/);
  expect(shown.html).toMatch(/<option value="222" selected>United Kingdom<\/option>/);
  expect((await stored('sofie@customer.example')).customer).toBeUndefined();
});

test('a customer is saved with the addresses, found by name and by e-mail address, and shown again', async () => {
  const saved = await shop.post('/admin/customer/customer/save', { ...sofie, ...home });
  expect(saved.status).toBe(303);
  const { customer, addresses } = await stored('sofie@customer.example');
  expect(customer).toMatchObject({ customer_group_id: 2, language_id: 2, lastname: 'van &lt;Dam&gt;', status: 1 });
  expect(addresses).toMatchObject([{ city: 'Amsterdam', country_id: 150, zone_id: 2336, default: 1 }]);
  for (const text of ['sofie dam', 'SOFIE@customer']) {
    const list = await shop.get(`/admin/customer/customer?search=${encodeURIComponent(text)}`);
    expect(textOf(list.html)).toContain('Sofie van <Dam> sofie@customer.example Wholesale Enabled');
    expect(textOf(list.html)).not.toContain('anna@example.com');
  }
  const form = await shop.get(`/admin/customer/customer/form?customer_id=${customer.customer_id}`);
  expect(form.html).toMatch(/<option value="2336" selected>Noord-Holland<\/option>/);
});

test('regions follow the country, by script and without', async () => {
  const answer = await shop.get('/admin/customer/customer/zones?country_id=222');
  expect(JSON.parse(answer.html)).toContainEqual({ id: '3563', name: 'Hertfordshire' });
  const shown = await shop.post('/admin/customer/customer/save', {
    ...{ ...sofie, ...home, 'address[0][country_id]': '222', act: 'zones' },
  });
  expect(shown.html).toContain('<option value="3563">Hertfordshire</option>');
  const none = await shop.post('/admin/customer/customer/save', {
    ...{ ...sofie, ...home, 'address[0][country_id]': '224', act: 'zones' },
  });
  expect(none.html).toContain('<option value="0">None</option>');
});

test('wrong fields come back with what was typed, and the tab with the first error is open', async () => {
  const wrong = {
    ...{ ...sofie, ...home, email: 'sofie@', firstname: '', 'address[0][zone_id]': '', 'address[0][postcode]': '' },
  };
  const answer = await shop.post('/admin/customer/customer/save', wrong);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('value="sofie@"');
  for (const id of ['firstname', 'email', 'address_0_zone_id', 'address_0_postcode']) {
    expect(answer.html).toContain(`href="#${id}"`);
    expect(answer.html).toContain(`id="${id}-error"`);
  }
  expect(answer.html).toContain('id="tab-general" data-open');
  const address = await shop.post('/admin/customer/customer/save', {
    ...{ ...sofie, ...home, email: 'new@customer.example', 'address[0][city]': 'A' },
  });
  expect(address.html).toContain('id="tab-address" data-open');
  const twice = await shop.post('/admin/customer/customer/save', { ...sofie, email: 'Sofie@Customer.example' });
  expect(textOf(twice.html)).toContain('Another customer has this e-mail address.');
});

test('an address that was taken out is gone after saving; the others keep their id', async () => {
  const { customer, addresses } = await stored('sofie@customer.example');
  const id = String(customer.customer_id);
  const kept = { ...home, 'address[0][address_id]': String(addresses[0].address_id) };
  const second = Object.fromEntries(Object.entries(home).map(([name, value]) => [name.replace('[0]', '[1]'), value]));
  const both = { ...sofie, customer_id: id, ...kept, ...second, 'address[1][city]': 'Utrecht', default: '1' };
  expect((await shop.post('/admin/customer/customer/save', both)).status).toBe(303);
  expect((await stored('sofie@customer.example')).addresses).toMatchObject([
    { address_id: addresses[0].address_id, city: 'Amsterdam', default: 0 },
    { city: 'Utrecht', default: 1 },
  ]);
  const shown = await shop.post('/admin/customer/customer/save', { ...both, act: 'remove_address_1' });
  expect(textOf(shown.html)).not.toContain('Address 2 is the default');
  await shop.post('/admin/customer/customer/save', { ...sofie, customer_id: id, ...kept });
  expect((await stored('sofie@customer.example')).addresses).toMatchObject([
    { address_id: addresses[0].address_id, default: 1 },
  ]);
});

test('200,000 customers are paged, with the last page one press away', async () => {
  const many = Array.from({ length: 45 }, (_one, index) => ({
    ...{ firstname: LONG, lastname: `No ${String(index).padStart(3, '0')}`, email: `c${index}@many.example` },
    ...{ customer_group_id: 1, status: 0, date_added: '2026-03-01 10:00:00' },
  }));
  await shop.db.batchInsert(t(shop.db, 'customer'), many, 50);
  const third = await shop.get('/admin/customer/customer?search=many.example&page=3');
  expect(textOf(third.html)).toContain('41 to 45 of 45');
  expect(textOf(third.html)).toContain('No 044');
  expect(textOf(third.html)).toContain('1 Mar 2026');
  expect(third.html).toContain('aria-current="page">3<');
  expect((await shop.get('/admin/customer/customer?page=99999999999')).status).toBe(200);
});

test('the ticked customers are deleted with their addresses', async () => {
  const { customer } = await stored('sofie@customer.example');
  const gone = await shop.post('/admin/customer/customer/delete', { selected: [String(customer.customer_id)] });
  expect(textOf((await shop.get(gone.location)).html)).toContain('Deleted customers: 1.');
  expect(await shop.db(t(shop.db, 'address')).where('customer_id', customer.customer_id)).toEqual([]);
  expect((await shop.get(`/admin/customer/customer/form?customer_id=${customer.customer_id}`)).status).toBe(404);
});

test('who may only look sees the fields disabled', async () => {
  const viewer = await shop.as('viewer', { access: ['customer/customer'], modify: [] });
  const page = await viewer.get('/admin/customer/customer/form?customer_id=7');
  expect(textOf(page.html)).toContain('People in the group Administrator may.');
  expect(page.html).not.toMatch(/<(input|select) class="form-(control|select)"(?![^>]* disabled)/);
});
