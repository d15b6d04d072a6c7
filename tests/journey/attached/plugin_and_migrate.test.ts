import { textOf } from '../../support/agent';
import { command } from '../../support/command';
import { PhpShop } from '../../support/php_shop';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

const SETTING = 'payment_multisafepay_generate_payment_links_status';

onServer('beside the official plugin', (server) => {
  let shop: PhpShop;
  beforeEach(async () => {
    shop = await PhpShop.open(server, '3.0.4');
  }, 60_000);
  afterEach(() => shop.close());

  test('the dashboard and the settings check name the PHP setting to turn off, as long as it is on', async () => {
    await shop.insert('event', {
      ...{ code: 'msp_payment_links_at_email', trigger: 'catalog/controller/mail/order_add/before', sort_order: 0 },
      ...{ action: 'extension/payment/multisafepay/catalogControllerMailOrderAddBefore', status: 1 },
    });
    const row = { store_id: 0, code: 'payment_multisafepay', key: SETTING, value: '1', serialized: 0 };
    await shop.insert('setting', row);
    await addStaff(shop, 'owner', 1);
    await shop.attach();
    await shop.startProgram();
    const agent = await staffAgent(shop, 'owner');
    const page = async (path: string) => textOf((await agent.get(path)).html);
    for (const path of ['/admin', '/admin/tool/settings_check']) {
      expect(await page(path)).toContain('plugin of');
      expect(await page(path)).toMatch(/Generate payment links at the admin. to No/);
      expect(await page(path)).toContain('Tea & Co');
    }
    await shop.db('oc_setting').where({ key: SETTING }).update({ value: '0' });
    for (const path of ['/admin', '/admin/tool/settings_check']) {
      expect(await page(path)).not.toContain('plugin of');
    }
  });

  test('migrate adds nothing to a shop that was not attached, and says what to do first', async () => {
    const env = { SHOP: 'attached', DATABASE_URL: shop.url, DATA_DIR: shop.dataDir, APP_KEY: 'k'.repeat(40) };
    const refused = await command({ ...env, PUBLIC_URL: 'http://127.0.0.1:1' }, 'migrate');
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain('payment-links attach');
    expect(await shop.ownTables()).toEqual([]);
    await shop.attach();
    const done = await command({ ...env, PUBLIC_URL: 'http://127.0.0.1:1' }, 'migrate', '--json');
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { applied: [] }]);
  });
});
