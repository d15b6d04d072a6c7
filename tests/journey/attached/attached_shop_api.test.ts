import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { textOf } from '../../support/agent';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { until } from '../../support/program';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

/** As long as OpenCart makes them. */
const KEY = 'a1b2'.repeat(64);
const NOT_ALLOWED = '{"error":{"warning":"Warning: Your IP 127.0.0.1 is not allowed to access this API!"}}';

onServer('the shop’s own API, from its settings to a paid order', (server) => {
  let shop: PhpShop;
  let api: Server;
  /** What the shop's log-in says, and the keys that it was given. */
  let answer = '{"api_token":"t"}';
  const keys: string[] = [];
  let agent: Awaited<ReturnType<typeof staffAgent>>;

  beforeAll(async () => {
    shop = await PhpShop.open(server, '4.0.2');
    await addStaff(shop, 'owner', 1);
    await shop.attach();
    await shop.startProgram();
    await shop.switchLinksOn();
    api = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        keys.push(new URLSearchParams(body).get('key') ?? '');
        response.end(answer);
      });
    });
    await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
    agent = await staffAgent(shop, 'owner');
  }, 60_000);
  afterAll(async () => {
    await new Promise((done) => api.close(done));
    await shop.close();
  });

  const told = async () =>
    (await shop.running().doctor('en-gb'))
      .filter(({ text }) => text.includes('API'))
      .map(({ level, text }) => [level, text]);

  test('the settings page takes a key of 256 characters whole, and the settings check tries it', async () => {
    expect(await told()).toEqual([]);
    const { html } = await agent.get('/admin/extension/payment_link');
    const field = /<input[^>]*name="shop_api_key"[^>]*>/.exec(html)?.[0] ?? '';
    expect(Number(/maxlength="(\d+)"/.exec(field)?.[1])).toBeGreaterThanOrEqual(KEY.length);
    const saved = await agent.post('/admin/extension/payment_link/save', {
      ...{ link_address: 'own', expired_status: '0', links_per_minute: '60', which_orders: 'own', payment_codes: '' },
      ...{ notify_emails: '', notify_paid: '1', notify_needs_person: '1', reminders: '0', reminders_max: '3' },
      ...{ reminder_hours_after: '24', reminder_hours_before: '24', quiet_from: '21', quiet_to: '8', store_id: '0' },
      ...{ shop_api_url: `http://127.0.0.1:${(api.address() as AddressInfo).port}/` },
      ...{ shop_api_username: 'Default', shop_api_key: KEY },
    });
    expect(saved.status).toBe(303);
    expect(await told()).toEqual([['ok', 'The shop’s own API takes our changes of status.']]);
    expect(keys).toEqual([KEY]);
  });

  test('a shop that refuses is a problem with its own words, and a paid order tells them to a person', async () => {
    answer = NOT_ALLOWED;
    expect(await told()).toEqual([
      [
        'problem',
        'The shop’s own API cannot be used, so no order would change its status when it is paid. ' +
          'The shop said no: Warning: Your IP 127.0.0.1 is not allowed to access this API!',
      ],
    ]);
    const orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.untilMails(1);
    shop.sandbox.control.act(`${orderId}-1`, 'complete', { method: 'IDEAL' });
    const page = () => agent.get(`/admin/sale/order/info?order_id=${orderId}`).then(({ html }) => textOf(html));
    await until(page, (text) => text.includes('The shop’s own API did not change the status of the order.'));
    expect(await page()).toContain('The shop said no: Warning: Your IP 127.0.0.1 is not allowed to access this API!');
    expect((await shop.history(orderId)).at(-1)).toMatchObject({ order_status_id: REQUEST_STATUS });
    expect((await shop.history(orderId)).at(-1)?.comment).toContain('Paid');
  });
});
