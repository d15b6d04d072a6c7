import { fillCatalogue } from '../../support/attached_catalogue';
import { textOf } from '../../support/agent';
import { documentedRunner } from '../../support/documented_user';
import type { OpencartVersion } from '../../support/opencart_notation';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '4.1.0.3'];
const FORM = '/admin/sale/order/form';
/** The privileges that the documentation lists for entering orders alone. */
const ENTERING = /GRANT (?:INSERT, )?DELETE ON shop\.oc_order/;

const typed = (form_token: string, more: Readonly<Record<string, string>> = {}) => ({
  ...{ act: 'save', form_token, store_id: '0', customer_group_id: '1', language_id: '1', currency_code: 'EUR' },
  ...{ firstname: 'Jan', lastname: 'Jansen', email: 'jan@customer.example', shipping_same: '1' },
  ...{ 'lines[0][product_id]': '31', 'lines[0][quantity]': '1', shipping_code: 'flat.flat' },
  ...{ 'payment_address[firstname]': 'Jan', 'payment_address[lastname]': 'Jansen', 'payment_address[city]': 'Delft' },
  ...{ 'payment_address[address_1]': 'Markt 1', 'payment_address[postcode]': '2611 GP' },
  ...{ 'payment_address[country_id]': '150', 'payment_address[zone_id]': '2336' },
  ...{ payment_code: 'multisafepay.multisafepay', status_id: String(REQUEST_STATUS), ...more },
});

onServer('entering orders with no more than the documented privileges', (server) => {
  test.each(VERSIONS)(
    '%s: with them all is done, without them Save says so and the rest works',
    async (version) => {
      const shop = await PhpShop.open(server, version);
      await fillCatalogue(shop.insert);
      await shop.db('oc_product').update({ quantity: 100 });
      await addStaff(shop, 'owner', 1);
      await shop.attach();
      const few = await documentedRunner(shop, ENTERING);
      await shop.startProgram({ DATABASE_URL: few.url });
      await shop.switchLinksOn();
      let agent = await staffAgent(shop, 'owner');
      const token = async () => /name="form_token" value="([^"]+)"/.exec((await agent.get(FORM)).html)?.[1] ?? '';
      const refused = await agent.post(FORM, typed(await token()));
      expect(refused.status).toBe(409);
      expect(textOf(refused.html)).toContain('may not write orders');
      expect(await shop.db('oc_order').select('order_id')).toEqual([]);
      await phpEnters(shop, { statusId: REQUEST_STATUS });
      await shop.untilMails(1);
      await shop.stopProgram();

      const all = await documentedRunner(shop);
      await shop.startProgram({ DATABASE_URL: all.url });
      agent = await staffAgent(shop, 'owner');
      const saved = await agent.post(FORM, typed(await token()));
      const order_id = /order_id=(\d+)/.exec(saved.location)?.[1] ?? '';
      await shop.untilMails(2);
      if (version.startsWith('4.')) {
        const edited = typed(await token(), { order_id, 'lines[0][quantity]': '2' });
        expect((await agent.post(FORM, edited)).status).toBe(303);
        expect((await agent.post('/admin/sale/order/delete', { selected: order_id })).status).toBe(303);
      }
      expect(await shop.db('oc_order').where({ order_id })).toHaveLength(version.startsWith('4.') ? 0 : 1);
      await shop.stopProgram();
      await few.drop();
      await all.drop();
      await shop.close();
    },
    60_000,
  );
});
