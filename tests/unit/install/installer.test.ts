import { listAddresses } from '../../../extension/opencart/customer/addresses';
import { listTaxClasses, listWeightClasses } from '../../../extension/opencart/localisation/classes';
import { listCountries } from '../../../extension/opencart/localisation/countries';
import { listCurrencies } from '../../../extension/opencart/localisation/currencies';
import { embeddedUsers } from '../../../extension/opencart/user/embedded_users';
import { readExtensionSettings } from '../../../extension/opencart/setting/extension_settings';
import { listLanguages } from '../../../extension/opencart/localisation/languages';
import { findOrderStatus, listOrderStatuses } from '../../../extension/opencart/localisation/order_statuses';
import { deleteProducts } from '../../../extension/opencart/product/product_rows';
import { searchCustomers } from '../../../extension/opencart/customer/search_customers';
import { searchProducts } from '../../../extension/opencart/product/search_products';
import { readSettings } from '../../../extension/opencart/setting/settings';
import { listZones } from '../../../extension/opencart/localisation/zones';
import { settings as multisafepay } from '../../../extension/multisafepay/settings';
import { seedDemo } from '../../../install/demo/demo';
import type { InstallOptions } from '../../../install/installer';
import { installEmbedded } from '../../../install/installer';
import { migrate } from '../../../install/migrations/migrate';
import { systemClock } from '../../../system/clock';
import { connect } from '../../../system/db/connect';
import type { Db } from '../../../system/db/table';
import { t } from '../../../system/db/table';
import { listTables } from '../../../system/db/tables';
import { transaction } from '../../../system/db/transaction';
import { createLog } from '../../../system/log';
import { deriveSecretKey } from '../../../system/secret_box';

const appKey = 'a key of at least thirty-two characters';
const options: InstallOptions = {
  clock: systemClock,
  log: createLog('silent'),
  adminPassword: 'correct horse',
  keepPassword: () => undefined,
  demo: false,
  publicUrl: 'http://localhost:3000',
  appKey,
};

let db: Db;
beforeEach(() => {
  db = connect({ url: 'sqlite::memory:', tablePrefix: 'oc_' });
});
afterEach(() => db.destroy());

describe('a fresh shop', () => {
  test('has languages, currencies, statuses with the ids every shop has, units and taxes', async () => {
    await installEmbedded(db, options);
    expect((await listLanguages(db)).map((language) => language.code)).toEqual([
      'en-gb',
      'nl-nl',
      'de-de',
      'fr-fr',
      'es-es',
      'it-it',
      'id-id',
    ]);
    const statuses = await listOrderStatuses(db, 1);
    expect(statuses.map((status) => status.statusId).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
    expect(await listOrderStatuses(db, 3)).toContainEqual({ statusId: 3, name: 'Versandt' });
    const currencies = await listCurrencies(db);
    expect(currencies.find((currency) => currency.code === 'EUR')).toMatchObject({ value: '1.00000000' });
    expect(currencies.find((currency) => currency.code === 'JPY')).toMatchObject({ decimalPlaces: 0 });
    expect(await listWeightClasses(db, 2)).toContainEqual({ id: 2, name: 'Gram', unit: 'g' });
    expect(await listTaxClasses(db)).toHaveLength(3);
  });

  test('knows every country by its name in each language, and the zones of those it sells to most', async () => {
    await installEmbedded(db, options);
    const countries = await listCountries(db, 2);
    expect(countries).toHaveLength(249);
    const germany = countries.find((country) => country.iso2 === 'DE');
    expect(germany).toMatchObject({ name: 'Duitsland', iso3: 'DEU', postcodeRequired: true });
    const zones = await listZones(db, germany?.countryId ?? 0, 1);
    expect(zones).toHaveLength(16);
    expect(zones).toContainEqual(expect.objectContaining({ code: 'BY', name: 'Bayern' }));
    for (const iso2 of 'NL BE DE FR ES IT GB US CA AU JP ID AT CH IE PT PL LU DK SE'.split(' ')) {
      const country = countries.find((one) => one.iso2 === iso2);
      expect((await listZones(db, country?.countryId ?? 0, 1)).length).toBeGreaterThanOrEqual(5);
    }
  });

  test('taxes what it says: 21 per cent in the Netherlands, nothing but the sales tax in California', async () => {
    await installEmbedded(db, options);
    const rates = async (iso2: string, zone: string) =>
      db(t(db, 'tax_rule as r'))
        .join(t(db, 'tax_rate as a'), 'a.tax_rate_id', 'r.tax_rate_id')
        .join(t(db, 'zone_to_geo_zone as z'), 'z.geo_zone_id', 'a.geo_zone_id')
        .join(t(db, 'country as c'), 'c.country_id', 'z.country_id')
        .leftJoin(t(db, 'zone as n'), 'n.zone_id', 'z.zone_id')
        .where({ 'r.tax_class_id': 3, 'c.iso_code_2': iso2 })
        .where((either) => either.where('z.zone_id', 0).orWhere('n.code', zone))
        .orderBy('r.priority')
        .pluck('a.rate');
    expect((await rates('NL', 'NH')).map(Number)).toEqual([21, 2]);
    expect((await rates('US', 'CA')).map(Number)).toEqual([7.25]);
    expect(await rates('US', 'NY')).toEqual([]);
  });

  test('is set up as OpenCart is: default status, processing and complete lists, totals, shipping, payment', async () => {
    await installEmbedded(db, options);
    const settings = await readSettings(db, 0);
    expect(settings.ids('config_processing_status')).toEqual([5, 1, 2, 12, 3]);
    expect(settings.ids('config_complete_status')).toEqual([5, 3]);
    expect(settings.number('config_order_status_id')).toBe(1);
    expect(settings.number('total_total_sort_order')).toBe(9);
    expect(settings.flag('shipping_flat_status')).toBe(true);
    expect(settings.flag('payment_cod_status')).toBe(true);
    expect(settings.text('config_url')).toBe('http://localhost:3000/');
    expect(settings.flag('payment_multisafepay_status')).toBe(false);
    const [country] = (await listCountries(db, 1)).filter((one) => one.iso2 === 'NL');
    expect(settings.number('config_country_id')).toBe(country?.countryId);
  });

  test('has one administrator, who may do everything, with the given password', async () => {
    expect(await installEmbedded(db, options)).toEqual({ first: true, generatedPassword: null });
    const admin = await embeddedUsers.authenticate(db, 'admin', 'correct horse');
    expect(admin).toMatchObject({ groupName: 'Administrator' });
    expect(admin?.permission.modify).toEqual(expect.arrayContaining(['sale/order', 'user/user', 'setting/setting']));
  });

  test('makes up a password when none is given, keeps it before the shop is there, and tells it once', async () => {
    const kept: string[] = [];
    const without = { ...options, adminPassword: null, keepPassword: (password: string) => void kept.push(password) };
    const { generatedPassword } = await installEmbedded(db, without);
    expect(generatedPassword).toMatch(/^[\w-]{16}$/);
    expect(await embeddedUsers.authenticate(db, 'admin', generatedPassword ?? '')).not.toBeNull();
    expect(await installEmbedded(db, without)).toEqual({ first: false, generatedPassword: null });
    expect(kept).toEqual([generatedPassword]);
  });

  test('is not made when its password cannot be kept', async () => {
    const full = () => {
      throw new Error('no space left');
    };
    await expect(installEmbedded(db, { ...options, adminPassword: null, keepPassword: full })).rejects.toThrow('space');
    const { first } = await installEmbedded(db, options);
    expect(first).toBe(true);
  });

  test('is left as its owner made it by later starts', async () => {
    await installEmbedded(db, options);
    await db(t(db, 'order_status')).where('order_status_id', 15).delete();
    await db(t(db, 'setting')).where('key', 'config_name').update({ value: 'My shop' });
    await installEmbedded(db, { ...options, adminPassword: 'another one' });
    expect(await findOrderStatus(db, 15)).toBeNull();
    expect((await readSettings(db, 0)).text('config_name')).toBe('My shop');
    expect(await embeddedUsers.authenticate(db, 'admin', 'another one')).toBeNull();
  });
});

describe('the demo', () => {
  const demo = { ...options, demo: true };

  test('is ready to make a link: the status exists, reserves stock, and the provider is switched on', async () => {
    await installEmbedded(db, demo);
    expect((await findOrderStatus(db, 17))?.names).toMatchObject({ 1: 'Payment Request', 2: 'Betaalverzoek' });
    expect((await readSettings(db, 0)).ids('config_processing_status')).toContain(17);
    const place = { storeId: 0, code: 'payment_multisafepay', secretKey: deriveSecretKey(appKey) };
    expect(await readExtensionSettings(db, place, multisafepay)).toMatchObject({
      status: true,
      environment: '1',
      sandbox_api_key: 'demo-key-multisafepay-test',
      generate_payment_links_status: true,
      order_status_id_initialize_payment_request: 17,
      order_status_id_expired: 14,
      days_active: 30,
    });
    const [stored] = await db(t(db, 'setting')).where('key', 'payment_multisafepay_sandbox_api_key').pluck('value');
    expect(stored).not.toContain('demo-key');
  });

  test('sells products with every kind of option, to customers with addresses of their own countries', async () => {
    await installEmbedded(db, demo);
    const products = await searchProducts(db, { text: '', languageId: 2, storeId: 0, limit: 50 });
    expect(products.length).toBeGreaterThanOrEqual(12);
    const types = new Set(products.flatMap((product) => product.options.map((option) => option.type)));
    expect([...types].sort()).toEqual(['checkbox', 'date', 'radio', 'select', 'text', 'textarea', 'time']);
    expect(products.find((product) => product.model === 'LAMP-01')).toMatchObject({ name: 'Eiken bureaulamp' });
    const countries = new Map((await listCountries(db, 1)).map((country) => [country.countryId, country.iso2]));
    const places = new Set<string>();
    for (const customer of await searchCustomers(db, { text: '', limit: 50 })) {
      for (const address of await listAddresses(db, customer.customerId)) {
        places.add(countries.get(address.countryId) ?? '');
      }
    }
    expect([...places]).toEqual(expect.arrayContaining(['NL', 'DE', 'GB', 'US', 'JP', 'ID']));
    expect(await db(t(db, 'coupon')).orderBy('code').pluck('code')).toEqual(['FIFTEEN', 'FREESHIP', 'WELCOME10']);
  });

  test('does not bring back what was deleted', async () => {
    await installEmbedded(db, demo);
    const [first] = await searchProducts(db, { text: 'LAMP-01', languageId: 1, storeId: 0, limit: 1 });
    await transaction(db, (tx) => deleteProducts(tx, [first?.productId ?? 0]));
    await installEmbedded(db, demo);
    expect(await searchProducts(db, { text: 'LAMP-01', languageId: 1, storeId: 0, limit: 1 })).toEqual([]);
  });

  test('can be added to a shop that was made without it', async () => {
    await installEmbedded(db, options);
    expect(await seedDemo(db, options)).toBe(true);
    expect(await seedDemo(db, options)).toBe(false);
    expect(await findOrderStatus(db, 17)).not.toBeNull();
  });
});

describe('a database that this program did not make', () => {
  test('is refused, naming the way out, and nothing is written', async () => {
    await db.schema.createTable('oc_order', (table) => table.increments('order_id'));
    const refused = installEmbedded(db, { ...options, demo: true });
    await expect(refused).rejects.toMatchObject({
      code: 'foreign_database',
      details: { remedy: expect.stringContaining('SHOP=attached') },
    });
    expect(await listTables(db)).toEqual(['oc_order']);
  });

  test('is refused also when this program is attached to it', async () => {
    await db.schema.createTable('oc_order', (table) => table.increments('order_id'));
    await migrate(db, 'attached', systemClock);
    const before = await listTables(db);
    await expect(installEmbedded(db, options)).rejects.toMatchObject({
      code: 'attached_database',
      details: { remedy: expect.stringContaining('SHOP=attached') },
    });
    await expect(seedDemo(db, options)).rejects.toMatchObject({ code: 'demo_refused' });
    expect(await listTables(db)).toEqual(before);
    expect(await db('oc_order')).toEqual([]);
  });

  test('gets no demo data', async () => {
    await db.schema.createTable('oc_product', (table) => table.increments('product_id'));
    await expect(seedDemo(db, options)).rejects.toMatchObject({ code: 'demo_refused' });
    expect(await db('oc_product')).toEqual([]);
  });

  test('does not stand in the way under another prefix, nor does a start that was interrupted', async () => {
    await db.schema.createTable('shop_order', (table) => table.increments('order_id'));
    await migrate(db, 'embedded', systemClock);
    expect(await installEmbedded(db, options)).toMatchObject({ first: true });
  });
});
