import { saveSettingsOf } from '../../../extension/opencart/setting/save_payment_settings';
import { PAYMENT_LINK_SETTINGS } from '../../../extension/payment_link/setting/settings';
import { forgetKept } from '../../../system/db/kept';
import { textOf } from '../../support/agent';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

onServer('a PHP shop without a payment extension of the provider', (server) => {
  let shop: PhpShop;
  beforeAll(async () => {
    shop = await PhpShop.open(server, '4.0.2');
    await addStaff(shop, 'owner', 1);
    await shop.attach();
    await shop.startProgram();
  }, 60_000);
  afterAll(() => shop.close());

  const NONE = 'No payment extension of MultiSafepay is installed in the shop';
  const told = async () => (await shop.running().doctor('en-gb')).filter(({ text }) => text.startsWith(NONE));

  test('says nothing of it while links are off, and what to choose once they are on', async () => {
    expect(await told()).toEqual([]);
    await shop.switchLinksOn();
    expect(await told()).toEqual([
      expect.objectContaining({
        level: 'warning',
        remedy: 'Choose which orders get one under Extensions → Payment link settings → Orders that get a link.',
      }),
    ]);
  });

  test('an order with another method gets no link, and its page says where that is chosen', async () => {
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS, paymentCode: 'cod' });
    await shop.untilJudged(orderId);
    const agent = await staffAgent(shop, 'owner');
    const page = textOf((await agent.get(`/admin/sale/order/info?order_id=${orderId}`)).html);
    expect(page).toContain('Which orders get one is chosen under Extensions → Payment link settings.');
    expect(shop.requests(orderId)).toEqual([]);
  });

  test('is content when the extension is there, or when the owner chose other orders', async () => {
    await shop.insert('extension', { extension: 'multisafepay', type: 'payment', code: 'multisafepay' });
    expect(await told()).toEqual([]);
    await shop.db('oc_extension').where({ code: 'multisafepay' }).delete();
    expect(await told()).toHaveLength(1);
    const { links, secretKey } = shop.running();
    await saveSettingsOf(
      { links, secretKey, table: 'payment_link_setting' },
      { code: 'payment_link', schema: PAYMENT_LINK_SETTINGS, storeId: 0, values: { which_orders: 'all' } },
      { name: 'owner', ip: null },
    );
    forgetKept(links.db);
    expect(await told()).toEqual([]);
  });
});
