import type { Address } from '../../../../extension/opencart/customer/addresses';
import { listAddresses } from '../../../../extension/opencart/customer/addresses';
import { deleteCustomers } from '../../../../extension/opencart/customer/customer_rows';
import { findCustomer, listCustomers } from '../../../../extension/opencart/customer/customers';
import type { CustomerForm } from '../../../../extension/opencart/customer/save_customer';
import { isCustomerEmail, saveCustomer } from '../../../../extension/opencart/customer/save_customer';
import { searchCustomers } from '../../../../extension/opencart/customer/search_customers';
import { transaction } from '../../../../system/db/transaction';
import { t } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const clock = { now: () => Date.UTC(2026, 0, 2, 3, 4, 5) };
const address: Address = {
  addressId: 0,
  firstName: 'Ann',
  lastName: 'de Vries',
  company: 'Vries & Zn',
  address1: 'Kerkstraat 1',
  address2: '',
  city: 'Utrecht',
  postcode: '3511 AA',
  countryId: 150,
  zoneId: 7,
  isDefault: false,
};
const form: CustomerForm = {
  customerGroupId: 1,
  storeId: 0,
  languageId: 1,
  firstName: 'Ann',
  lastName: 'de Vries',
  email: 'Ann@example.com',
  telephone: '',
  newsletter: false,
  enabled: true,
  addresses: [],
};

let shop: Awaited<ReturnType<typeof freshDatabase>>;
const insert = (table: string, row: object) => shop.db(t(shop.db, table)).insert(row);
const save = (more: Partial<CustomerForm>, id: number | null = null) =>
  saveCustomer(shop.db, clock, id, { ...form, ...more });

beforeEach(async () => {
  shop = await freshDatabase();
  await insert('customer_group', { customer_group_id: 1, sort_order: 1 });
  await insert('customer_group_description', { customer_group_id: 1, language_id: 1, name: 'Default' });
  await insert('country', { country_id: 150, iso_code_2: 'NL', iso_code_3: 'NLD', postcode_required: 1, status: 1 });
  await insert('country', { country_id: 151, iso_code_2: 'HK', iso_code_3: 'HKG', postcode_required: 0, status: 1 });
  await insert('zone', { zone_id: 7, country_id: 150, code: 'UT', status: 1 });
});
afterEach(() => shop.destroy());

test('a saved customer comes back as entered, with the first address as the default one', async () => {
  const id = await save({ addresses: [address, { ...address, city: 'Zeist' }] });
  const { addresses: _addresses, ...data } = form;
  expect(await findCustomer(shop.db, id)).toEqual({ customerId: id, ...data });
  const book = await listAddresses(shop.db, id);
  expect(book).toMatchObject([
    { company: 'Vries & Zn', city: 'Utrecht', isDefault: true },
    { city: 'Zeist', isDefault: false },
  ]);
});

test('editing keeps the ids of addresses, drops those left out, and never touches another customer', async () => {
  const ann = await save({ addresses: [address, { ...address, city: 'Zeist' }] });
  const bob = await save({ email: 'bob@example.com', addresses: [{ ...address, city: 'Houten' }] });
  const [, zeist] = await listAddresses(shop.db, ann);
  const [houten] = await listAddresses(shop.db, bob);
  if (!zeist || !houten) throw new Error('no addresses');
  await save(
    {
      addresses: [
        { ...zeist, city: 'Driebergen' },
        { ...houten, city: 'Bunnik' },
      ],
    },
    ann,
  );
  expect(await listAddresses(shop.db, bob)).toEqual([houten]);
  const book = await listAddresses(shop.db, ann);
  expect(book.map((one) => one.city)).toEqual(['Bunnik', 'Driebergen']);
  expect(book.find((one) => one.city === 'Driebergen')?.addressId).toBe(zeist.addressId);
});

test('what the form gets wrong is said beside each field', async () => {
  const wrong = save({
    firstName: '',
    lastName: 'x'.repeat(33),
    email: 'no',
    customerGroupId: 9,
    addresses: [
      { ...address, address1: 'x', city: '', postcode: '', zoneId: 0 },
      { ...address, countryId: 151, postcode: '', zoneId: 0 },
      { ...address, countryId: 0 },
    ],
  });
  await expect(wrong).rejects.toMatchObject({ code: 'invalid_form' });
  const { details } = (await wrong.catch((thrown: unknown) => thrown)) as { details: { fields: object } };
  expect(details.fields).toEqual({
    firstname: 'error_firstname',
    lastname: 'error_lastname',
    email: 'error_email',
    customer_group_id: 'error_choice',
    address_0_address_1: 'error_address_1',
    address_0_city: 'error_city',
    address_0_postcode: 'error_postcode',
    address_0_zone_id: 'error_zone',
    address_2_country_id: 'error_country',
    address_2_zone_id: 'error_zone',
  });
});

test('an e-mail address belongs to one customer, whatever its capitals', async () => {
  const ann = await save({ email: 'Ann@Example.com' });
  await expect(save({ email: 'ANN@example.com' })).rejects.toMatchObject({
    details: { fields: { email: 'error_exists' } },
  });
  expect(await save({ email: 'ann@example.com', lastName: 'Bakker' }, ann)).toBe(ann);
});

test('an e-mail address is one plain address, without line breaks or lists', () => {
  expect(['ann@example.com', "o'neil+x@sub.example.co.uk"].map(isCustomerEmail)).toEqual([true, true]);
  const bad = ['ann', 'a@b\r\nBcc: c@d.ee', 'a@b.nl,c@d.nl', 'Ann <a@b.nl>', '', `${'x'.repeat(90)}@example.com`];
  expect(bad.filter(isCustomerEmail)).toEqual([]);
});

test('the order form finds by the beginning of a name or an address, and by parts when nothing begins so', async () => {
  await save({ email: 'ann@example.com' });
  await save({ firstName: 'Bob', lastName: 'Annema', email: 'bob@work.example' });
  await save({ firstName: 'Carl', lastName: 'Off', email: 'annoff@example.com', enabled: false });
  const names = async (text: string, limit = 5) =>
    (await searchCustomers(shop.db, { text, limit })).map((one) => one.firstName);
  expect(await names('ann')).toEqual(['Ann', 'Bob']);
  expect(await names('ANN D')).toEqual(['Ann']);
  expect(await names('ann', 1)).toHaveLength(1);
  expect(await names('ann de Vr')).toEqual(['Ann']);
  expect(await names('bob@')).toEqual(['Bob']);
  expect(await names('work.ex')).toEqual(['Bob']);
  expect(await names('nema bo')).toEqual(['Bob']);
  expect(await names('%')).toEqual([]);
  expect(await names('')).toEqual(['Bob', 'Ann']);
});

test('the list searches every word, sorts, pages, and names the group', async () => {
  await save({ email: 'ann@example.com' });
  await save({ firstName: 'Bob', email: 'a@example.com' });
  const query = { languageId: 1, text: '', sort: 'name', direction: 'desc', limit: 1, offset: 0 } as const;
  expect(await listCustomers(shop.db, query)).toMatchObject({
    total: 2,
    rows: [{ name: 'Bob de Vries', groupName: 'Default', dateAdded: '2026-01-02 03:04:05' }],
  });
  expect(await listCustomers(shop.db, { ...query, sort: 'email', direction: 'asc' })).toMatchObject({
    rows: [{ email: 'a@example.com' }],
  });
  expect(await listCustomers(shop.db, { ...query, text: 'vries bob' })).toMatchObject({ total: 1 });
});

test('deleting a customer takes the address book along', async () => {
  const ann = await save({ addresses: [address] });
  await transaction(shop.db, (tx) => deleteCustomers(tx, [ann]));
  expect(await findCustomer(shop.db, ann)).toBeNull();
  expect(await listAddresses(shop.db, ann)).toEqual([]);
});
