import { createHash } from 'node:crypto';
import { agentFor, textOf } from '../../support/agent';
import type { OpencartVersion } from '../../support/opencart_notation';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { onServer } from '../../support/require';

const PASSWORD = 'secret123';
const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '4.0.2', '4.1.0.4'];

onServer('the admin here on an attached shop', (server) => {
  describe.each(VERSIONS)('%s', (version) => {
    let shop: PhpShop;
    beforeAll(async () => {
      shop = await PhpShop.open(server, version);
      await shop.insert('user', {
        ...{ user_id: 1, user_group_id: 1, username: 'owner', password: md5(PASSWORD), salt: '', firstname: 'Ann' },
        ...{
          lastname: 'Owner',
          email: 'ann@example.com',
          image: '',
          code: '',
          ip: '',
          status: 1,
          date_added: '2026-01-01 00:00:00',
        },
      });
      await shop.attach();
      await shop.startProgram();
      await shop.switchLinksOn();
    }, 60_000);
    afterAll(() => shop.close());

    test('what is done in the shop’s own admin is said to be done there: the first order, and the shop’s settings', async () => {
      const agent = agentFor(shop.config().publicUrl);
      await agent.logIn('owner', PASSWORD);
      const first = await agent.get('/admin');
      expect(textOf(first.html)).toContain(
        'Enter an order in the shop’s own admin, and give it the Payment Request status',
      );
      expect(first.html).not.toContain('/admin/sale/order/form');
      const check = textOf((await agent.get('/admin/tool/settings_check')).html);
      expect(check).toContain('in the shop’s own admin under System → Settings → General → E-Mail');
    });

    test('the shop’s own staff see orders, the link of one, its settings and nothing that belongs to PHP', async () => {
      const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
      await shop.untilMails(1);
      const agent = agentFor(shop.config().publicUrl);
      await agent.logIn('owner', PASSWORD);
      const list = await agent.get('/admin/sale/order');
      expect(list.status).toBe(200);
      expect(list.html).toContain('Zoë');
      const page = await agent.get(`/admin/sale/order/info?order_id=${orderId}`);
      expect(page.status).toBe(200);
      expect(page.html).toContain(`/pay/`);
      for (const path of ['', '/payment/multisafepay', '/extension/payment', '/extension/payment_link']) {
        expect([path, (await agent.get(`/admin${path}`)).status]).toEqual([path, 200]);
      }
      for (const path of [
        '/catalog/product',
        '/catalog/option',
        '/extension/shipping',
        '/setting/store',
        '/user/user',
        '/customer/customer',
      ]) {
        expect([path, (await agent.get(`/admin${path}`)).status]).toEqual([path, 404]);
      }
    });

    test('a history line added here is written once, in the shop’s own way', async () => {
      const orderId = await phpEnters(shop, { statusId: 1, paymentCode: 'cod' });
      const agent = agentFor(shop.config().publicUrl);
      await agent.logIn('owner', PASSWORD);
      const page = await agent.get(`/admin/sale/order/info?order_id=${orderId}`);
      const token = /name="form_token" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
      const form = { order_id: String(orderId), status_id: '2', comment: 'Packed <today>', form_token: token };
      for (let press = 0; press < 2; press++) await agent.post('/admin/sale/order/history', form);
      const lines = await shop.history(orderId);
      expect(lines.map((line) => [line.order_status_id, line.comment])).toEqual([
        [1, ''],
        [2, 'Packed &lt;today&gt;'],
      ]);
    });
  });
});

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
