import { detectShop, type Detected } from '../../../../extension/opencart/attach/detect';
import { dialectOfShop } from '../../../../extension/opencart/attach/detected_dialect';
import { connect } from '../../../../system/db/connect';
import { readAnew } from '../../../../system/db/kept';
import { t, type Db } from '../../../../system/db/table';
import { attachedShop, freshSchema, type AttachedTestShop } from '../../../support/attached_shop';
import type { OpencartVersion } from '../../../support/opencart_notation';
import { createOpencartTables } from '../../../support/opencart_schemas';
import { onServer } from '../../../support/require';

test('SQLite is nobody’s OpenCart', async () => {
  const db = connect({ url: 'sqlite::memory:', tablePrefix: 'oc_' });
  expect(await detectShop(db)).toMatchObject({ group: 'unknown', reasons: [expect.stringContaining('MySQL')] });
  await db.destroy();
});

onServer('a look at a shop', (server) => {
  async function look(version: OpencartVersion, change: (db: Db) => Promise<unknown>): Promise<Detected> {
    const { url, drop } = await freshSchema(server);
    const db = connect({ url, tablePrefix: 'shop_', sessionStatements: () => ["SET SESSION sql_mode = ''"] });
    try {
      await createOpencartTables(db, version);
      await change(db);
      return await detectShop(db);
    } finally {
      await db.destroy();
      await drop();
    }
  }
  const event = (db: Db, trigger: string) =>
    db('shop_event').insert({ code: 'mail_order_add', trigger, action: 'mail/order', status: 1, sort_order: 0 });

  test('an empty database is refused, and every table it misses is named', async () => {
    const { url, drop } = await freshSchema(server);
    const db = connect({ url, tablePrefix: 'oc_' });
    const found = await detectShop(db);
    expect(found.group).toBe('unknown');
    expect(found.missing).toEqual(expect.arrayContaining(['order', 'order_history', 'setting']));
    expect(dialectOfShop(found)).toBeNull();
    await db.destroy();
    await drop();
  });

  test('a missing column is named and refused', async () => {
    const found = await look('4.1.0.4', (db) => db.raw('ALTER TABLE shop_order_history DROP COLUMN notify'));
    expect(found).toMatchObject({ group: 'unknown', missing: ['order_history.notify'] });
  });

  test('the mixture called 3.2 and the alpha of 5.0 are refused by name', async () => {
    const hybrid = await look('3.0.4', async (db) => {
      await db.raw('ALTER TABLE shop_order DROP COLUMN payment_code, ADD payment_address_id int NOT NULL');
    });
    expect(hybrid.reasons[0]).toContain('3.2');
    const alpha = await look('4.1.0.4', (db) => db.raw('CREATE TABLE shop_task (task_id int)'));
    expect(alpha).toMatchObject({ group: 'unknown', release: '5.0 alpha' });
  });

  test('4.0.0, with plain methods beside the columns of 4.0', async () => {
    const found = await look('4.0.2', (db) =>
      db.raw(
        'ALTER TABLE shop_order ADD payment_code varchar(128) NOT NULL, ADD shipping_code varchar(128) NOT NULL, MODIFY payment_method varchar(128) NOT NULL',
      ),
    );
    expect(found).toMatchObject({ group: '4.0.0', capabilities: { methodsAreJson: false, hasPaymentCode: true } });
    expect(dialectOfShop(found)).toMatchObject({ name: '4.0.0', methods: 'text', totalExtensions: true });
  });

  test('what an upgrade left behind does not mislead', async () => {
    const found = await look('4.1.0.3', async (db) => {
      await db.raw('CREATE TABLE shop_product_special (product_id int)');
      await db.raw('CREATE TABLE shop_order_voucher (order_id int)');
      await db.raw('ALTER TABLE shop_user ADD salt varchar(9)');
      await event(db, 'catalog/model/checkout/order.addHistory/before');
    });
    expect(found).toMatchObject({
      group: '4.1',
      capabilities: { hasVoucherTables: false, hasProductSpecial: false, userHasSalt: true },
    });
  });

  test('an event of the order mail that contradicts the columns is not explained away', async () => {
    const found = await look('4.1.0.3', (db) => event(db, 'catalog/model/checkout/order/addOrderHistory/before'));
    expect(found.group).toBe('unknown');
    expect(found.reasons[0]).toContain('order/addOrderHistory');
  });

  test('engines are read: one MyISAM table among the written ones, and nothing rolls back', async () => {
    const found = await look('4.0.2', (db) => db.raw('ALTER TABLE shop_product ENGINE=MyISAM'));
    expect(found.capabilities.orderTablesTransactional).toBe(false);
    expect(dialectOfShop(found)?.rollsBack).toBe(false);
  });

  test('a column that an upgrade left at three bytes makes texts narrow', async () => {
    const found = await look('4.0.2', (db) =>
      db.raw('ALTER TABLE shop_order_history MODIFY comment text CHARACTER SET utf8 NOT NULL'),
    );
    expect(found.capabilities.wideText).toBe(false);
    expect(found.textColumns.find(({ table }) => table === 'order_history')?.charset).toMatch(/^utf8(mb3)?$/);
  });

  describe('that it understands', () => {
    let shop: AttachedTestShop;
    beforeAll(async () => {
      shop = await attachedShop(server, '3.0.4');
    });
    afterAll(() => shop.destroy());

    test('says its stores, languages, statuses and session', async () => {
      await shop.insert('store', {
        store_id: 1,
        name: 'Second &amp; Co',
        url: 'http://two.example/',
        ssl: 'https://two.example/',
      });
      await shop.insert('order', {
        store_id: 0,
        store_url: 'https://one.example/',
        order_status_id: 0,
        currency_value: 1,
      });
      // The test writes past the program, which reads stores and settings once a second.
      readAnew(shop.db);
      const found = await detectShop(shop.db);
      expect(found.stores).toEqual([
        { storeId: 0, name: 'Tea & Co', url: 'https://one.example/' },
        { storeId: 1, name: 'Second & Co', url: 'https://two.example/' },
      ]);
      expect(found.languages.map(({ code }) => code)).toEqual(['en-gb', 'nl-nl']);
      expect(found.statuses).toContainEqual({ statusId: 17, name: 'Payment Request' });
      expect(found).toMatchObject({ defaultStatusId: 1, session: { timeZone: 'Europe/Amsterdam' } });
    });

    test('finds the official plugin, hides its keys, and names the stores in which it makes links itself', async () => {
      const set = (store_id: number, key: string, value: string) =>
        shop.insert('setting', { store_id, code: 'payment_multisafepay', key: `payment_multisafepay_${key}`, value });
      await set(0, 'api_key', 'secret');
      await set(0, 'generate_payment_links_status', '1');
      await set(1, 'generate_payment_links_status', '0');
      expect((await detectShop(shop.db)).plugin.linkStoreIds).toEqual([]);
      const trigger = 'catalog/view/mail/order_add/before';
      await shop.insert('event', {
        code: 'msp_payment_links_at_email',
        trigger,
        action: 'extension/payment/multisafepay/x',
        status: 1,
      });
      const { plugin } = await detectShop(shop.db);
      expect(plugin).toMatchObject({ linkEvent: true, linkStoreIds: [0] });
      expect(JSON.stringify(plugin)).not.toContain('secret');
      await shop.db(t(shop.db, 'event')).update({ status: 0 });
      expect((await detectShop(shop.db)).plugin).toMatchObject({ linkEvent: false, linkStoreIds: [] });
    });

    test('writes nothing', async () => {
      const sums = async () => shop.db.raw('CHECKSUM TABLE oc_order, oc_setting, oc_event, oc_extension, oc_user');
      const before = JSON.stringify((await sums())[0]);
      await detectShop(shop.db);
      expect(JSON.stringify((await sums())[0])).toBe(before);
    });
  });
});
