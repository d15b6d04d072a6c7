import { fillCatalogue } from '../../support/attached_catalogue';
import { textOf, type Agent, type Form } from '../../support/agent';
import type { OpencartVersion } from '../../support/opencart_notation';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

const VERSIONS: readonly OpencartVersion[] = ['3.0.4', '4.0.2', '4.1.0.3'];
const FORM = '/admin/sale/order/form';

onServer('staff of a PHP shop enter orders here', (server) => {
  describe.each(VERSIONS)('%s', (version) => {
    let shop: PhpShop;
    let agent: Agent;
    let orderId = 0;
    const is3 = version.startsWith('3.');
    beforeAll(async () => {
      shop = await PhpShop.open(server, version);
      await fillCatalogue(shop.insert);
      await shop.db('oc_product').update({ quantity: 100 });
      await shop.db('oc_product_option_value').update({ quantity: 100, option_value_id: 39 });
      await shop.insert('customer', {
        customer_id: 7,
        customer_group_id: 1,
        store_id: 0,
        language_id: 1,
        firstname: 'Anna',
        lastname: 'Jansen',
        email: 'anna@example.com',
        telephone: '06',
        status: 1,
        address_id: 3,
      });
      await shop.insert('address', {
        address_id: 3,
        customer_id: 7,
        firstname: 'Anna',
        lastname: 'Jansen',
        address_1: 'Kraanspoor 1',
        city: 'Amsterdam',
        postcode: '1033 SC',
        country_id: 150,
        zone_id: 2336,
        default: 1,
      });
      await addStaff(shop, 'owner', 1);
      await shop.attach();
      await shop.startProgram();
      await shop.switchLinksOn();
      agent = await staffAgent(shop, 'owner');
    }, 60_000);
    afterAll(() => shop.close());

    const stock = async () =>
      ((await shop.db('oc_product').where('product_id', 31).first('quantity')) as { quantity: number }).quantity;
    const tokenOn = async (path: string) =>
      /name="form_token" value="([^"]+)"/.exec((await agent.get(path)).html)?.[1] ?? '';
    const address = {
      'payment_address[firstname]': 'Jan',
      'payment_address[lastname]': 'de Vries & Co',
      'payment_address[address_1]': 'Kraanspoor 39',
      'payment_address[city]': 'Amsterdam',
      'payment_address[postcode]': '1033 SC',
      'payment_address[country_id]': '150',
      'payment_address[zone_id]': '2336',
    };
    const typed = (form_token: string, more: Form = {}): Form => ({
      ...{ act: 'save', form_token, store_id: '0', customer_group_id: '1', language_id: '1', currency_code: 'EUR' },
      ...{ firstname: 'Jan', lastname: 'de Vries & Co', email: 'jan@customer.example', telephone: '' },
      ...{ 'lines[0][product_id]': '31', 'lines[0][quantity]': '2', ...address, shipping_same: '1' },
      ...{ shipping_code: 'flat.flat', payment_code: 'multisafepay.multisafepay', comment: '' },
      ...{ status_id: String(REQUEST_STATUS), ...more },
    });

    test('the form offers the shop’s own customers, products, countries, ways to ship and to pay', async () => {
      expect((await agent.get('/admin/sale/order')).html).toContain(`href="${FORM}"`);
      const empty = await agent.get(FORM);
      expect(empty.status).toBe(200);
      expect(empty.html).not.toContain('coupon_code');
      const form = typed(await tokenOn(FORM));
      const found = await agent.post(FORM, { ...form, act: 'find_customer', customer_search: 'jans' });
      expect(textOf(found.html)).toContain('anna@example.com');
      const picked = await agent.post(FORM, { ...form, act: 'pick_customer:7' });
      expect(picked.html).toContain('value="Kraanspoor 1"');
      const products = await agent.post(FORM, { ...form, act: 'find_product', product_search: 'Canon' });
      expect(products.html).toContain('pending_option-226');
      for (const words of [
        'Netherlands',
        'Noord-Holland',
        'Flat Shipping Rate',
        'Payment Request',
        'Cash On Delivery',
      ]) {
        expect(textOf(picked.html)).toContain(words);
      }
    });

    test('a saved order is PHP’s, gets its link by the same rule, and its customer one mail', async () => {
      const token = await tokenOn(FORM);
      const saved = await agent.post(FORM, typed(token));
      orderId = Number(/order_id=(\d+)/.exec(saved.location)?.[1] ?? 0);
      expect(orderId).toBeGreaterThan(0);
      expect((await agent.post(FORM, typed(token))).location).toBe(saved.location);
      expect(await shop.db('oc_order').select('order_id')).toHaveLength(1);
      await shop.untilMails(1);
      expect(shop.mails.caught[0]?.to).toEqual(['jan@customer.example']);
      const lines = await shop.history(orderId);
      expect(lines.map((one) => one.order_status_id)).toEqual([REQUEST_STATUS, REQUEST_STATUS]);
      expect([lines[0]?.comment, lines[1]?.comment]).toEqual(['', expect.stringContaining('<a href="http')]);
      expect(shop.requests(orderId)).toHaveLength(1);
      const page = await agent.get(`/admin/sale/order/info?order_id=${orderId}`);
      expect(textOf(page.html)).toContain('de Vries & Co');
      expect(textOf(page.html)).toContain('Nikon D300');
    });

    test('a refused form comes back with what was typed and the error beside its field', async () => {
      const refused = await agent.post(
        FORM,
        typed(await tokenOn(FORM), { 'lines[0][quantity]': '500', firstname: '' }),
      );
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('value="500"');
      expect(await shop.db('oc_order').select('order_id')).toHaveLength(1);
    });

    const edit = () => `${FORM}?order_id=${orderId}`;
    test(
      is3 ? 'an edit and a deletion are absent, and the pages say why' : 'an edit replaces the lines and the link',
      async () => {
        const page = await agent.get(`/admin/sale/order/info?order_id=${orderId}`);
        const list = await agent.get('/admin/sale/order');
        if (is3) {
          for (const { html } of [page, list]) {
            expect(textOf(html)).toContain('Orders are changed and deleted in the shop’s own admin');
            expect(html).not.toContain(`${FORM}?order_id=`);
          }
          expect((await agent.get(edit())).status).toBe(404);
          expect((await agent.post(FORM, typed('a'.repeat(32), { order_id: String(orderId) }))).status).toBe(404);
          expect((await agent.post('/admin/sale/order/delete', { selected: String(orderId) })).status).toBe(404);
          expect(await shop.db('oc_order').select('order_id')).toHaveLength(1);
          return;
        }
        expect((await agent.get(edit())).html).toContain('Nikon D300');
        const form = typed(await tokenOn(edit()), {
          order_id: String(orderId),
          'lines[0][quantity]': '3',
          tell_customer: '1',
        });
        expect((await agent.post(FORM, form)).status).toBe(303);
        await shop.untilRequests(2, orderId);
        const [before, after] = shop.requests(orderId).map(({ body }) => Number(body['amount']));
        expect(after).toBeGreaterThan(before ?? 0);
      },
    );

    if (is3) return;

    test('a deletion closes the link and leaves PHP no row of it', async () => {
      expect((await agent.post('/admin/sale/order/delete', { selected: String(orderId) })).status).toBe(303);
      expect(await shop.db('oc_order_product').where({ order_id: orderId })).toEqual([]);
      await until(
        async () =>
          (await shop.db('oc_payment_link').where({ order_id: orderId }).orderBy('attempt', 'desc').first('state')) as {
            state: string;
          },
        ({ state }) => state === 'cancelled',
      );
      expect(await stock()).toBe(100);
    });
  });
});
