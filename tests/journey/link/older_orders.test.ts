import { multisafepay } from '../../../extension/multisafepay/manifest';
import { savePaymentSettings } from '../../../extension/opencart/setting/save_payment_settings';
import { textOf, type Agent } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import type { OpencartVersion } from '../../support/opencart_notation';
import { phpEnters, phpMoves } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { startProgram, until } from '../../support/program';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

const OLDER = '/admin/sale/payment_link/older';
const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '4.1.0.4'];

async function press(agent: Agent, form: Readonly<Record<string, string | string[]>>, token?: string) {
  const { html } = await agent.get(OLDER);
  const form_token = token ?? /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await agent.post(OLDER, { store_id: '0', gateway: 'multisafepay', form_token, ...form });
  return form_token;
}

onServer('orders that an attached shop had before', (server) => {
  describe.each(VERSIONS)('%s', (version) => {
    let shop: PhpShop;
    let agent: Agent;
    const ids: number[] = [];
    beforeAll(async () => {
      shop = await PhpShop.open(server, version);
      await addStaff(shop, 'owner', 1);
      await addStaff(shop, 'viewer', 2);
      for (let n = 0; n < 24; n++) ids.push(await phpEnters(shop, { statusId: REQUEST_STATUS }));
      await phpEnters(shop, { statusId: REQUEST_STATUS, paymentCode: 'cod' });
      await phpMoves(shop, ids[0] ?? 0, REQUEST_STATUS, 'Pay at https://payv2.multisafepay.com/connect/x/');
      await shop.attach();
      await shop.startProgram();
      agent = await staffAgent(shop, 'owner');
    }, 60_000);
    afterAll(() => shop.close());

    test('while links are off there is no starting point: the page leads to where they are switched on', async () => {
      const { html } = await agent.get(OLDER);
      expect(textOf(html)).toContain('Payment links are switched off');
      expect(html).toContain('/admin/extension/payment"');
    });

    test('they are listed, counted, and nobody has been mailed', async () => {
      await shop.switchLinksOn();
      const text = textOf((await agent.get(OLDER)).html);
      expect(text).toContain('24 orders were in the status “Payment Request” before');
      expect(text).toContain('Make links for these 24 orders');
      expect(text).toContain('1 to 20 of 24');
      const second = textOf((await agent.get(`${OLDER}?page=2`)).html);
      expect(second).toContain(`#${ids[0]}`);
      expect(second).toContain('already has a payment link that was made elsewhere');
      expect([shop.requests(), shop.mails.caught]).toEqual([[], []]);
    });

    test('whoever may only see links sees the list, and cannot press', async () => {
      const viewer = await staffAgent(shop, 'viewer');
      expect(textOf((await viewer.get(OLDER)).html)).not.toContain('Make links for these');
      expect((await viewer.post(OLDER, { which: 'all', form_token: 'a'.repeat(32) })).status).toBe(403);
    });

    test('the ticked ones get their link, once, though the form is sent twice', async () => {
      const chosen = ids.slice(-2);
      const token = await press(agent, { which: 'ticked', selected: chosen.map(String) });
      await press(agent, { which: 'ticked', selected: chosen.map(String) }, token);
      await shop.untilMails(2);
      expect(
        shop
          .requests()
          .map(({ reference }) => reference)
          .sort(),
      ).toEqual(chosen.map((id) => `${id}-1`).sort());
    });

    test('then all the others, in the pace that the owner set, but not the one that PHP made a link for', async () => {
      await press(agent, { which: 'all' });
      await until(
        async () => textOf((await agent.get(OLDER)).html),
        (text) => text.includes('Links asked for 21 Left alone 1'),
      );
      await shop.untilMails(23);
      expect(shop.requests()).toHaveLength(23);
      expect(shop.requests(ids[0])).toEqual([]);
      expect(textOf((await agent.get(OLDER)).html)).toContain('Make a link for this 1 order');
    });
  });
});

test('on the embedded shop too: orders in a status before it came to mean Payment Request', async () => {
  const room = await startProgram();
  const orderId = await enterOrder(room, { status_id: '16' });
  const { links, secretKey } = room.program;
  const values = await links.settingsFor(0, 'multisafepay');
  expect(textOf((await room.get(OLDER)).html)).toContain('No older order waits for a link.');
  await savePaymentSettings(
    { links, secretKey, table: 'setting' },
    multisafepay,
    { storeId: 0, offered: null, values: { ...values, order_status_id_initialize_payment_request: 16 } },
    { name: 'admin', ip: null },
  );
  const page = await room.get(OLDER);
  expect(textOf(page.html)).toContain('Make a link for this 1 order');
  await press(room, { which: 'all' });
  await until(
    async () => textOf((await room.get(`/admin/sale/order/info?order_id=${orderId}`)).html),
    (text) => text.includes('Awaiting payment'),
  );
  expect(textOf((await room.get(OLDER)).html)).toContain('Links asked for 1 Left alone 0');
  await room.close();
});
