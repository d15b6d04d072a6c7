import { textOf, type Agent } from '../../support/agent';
import { phpEnters } from '../../support/php_orders';
import { PhpShop, REQUEST_STATUS } from '../../support/php_shop';
import { onServer } from '../../support/require';
import { addStaff, staffAgent } from '../../support/shop_staff';

const PAGE = '/admin/setting/permission';

onServer('who may do what on an attached shop', (server) => {
  let shop: PhpShop;
  let owner: Agent;
  let viewer: Agent;
  let orderId: number;
  beforeAll(async () => {
    shop = await PhpShop.open(server, '3.0.4');
    await addStaff(shop, 'owner', 1);
    await addStaff(shop, 'viewer', 2);
    orderId = await phpEnters(shop, { statusId: REQUEST_STATUS });
    await shop.attach();
    await shop.startProgram();
    [owner, viewer] = [await staffAgent(shop, 'owner'), await staffAgent(shop, 'viewer')];
  }, 60_000);
  afterAll(() => shop.close());

  const decide = (choices: Readonly<Record<string, string>>) => owner.post(PAGE, choices);
  const statuses = async (agent: Agent, ...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await agent.get(`/admin${path}`)).status));
  const addLine = async (agent: Agent) =>
    (await agent.post('/admin/sale/order/history', { order_id: String(orderId), status_id: '7', form_token: 'x' }))
      .status;

  test('follows the shop’s own groups until the owner decides, and says what that means', async () => {
    const { html } = await owner.get(PAGE);
    expect(textOf(html)).toContain('Everything: refund and set up too (as the shop’s own admin says)');
    expect(textOf(html)).toContain('See orders and payment links (as the shop’s own admin says)');
    expect((await owner.get('/admin')).html).toContain(`href="${PAGE}"`);
    for (const page of [PAGE, '/admin/tool/journal']) {
      const marked = (await owner.get(page)).html.matchAll(/<a[^>]*href="([^"]+)"[^>]*aria-current="page"/g);
      // In the crumbs and in the menu.
      expect([...marked].map((found) => found[1])).toEqual([page, page]);
    }
    expect(await statuses(viewer, '/sale/order', '/setting/permission', '/extension/payment')).toEqual([200, 403, 403]);
    expect(await addLine(viewer)).toBe(403);
    const told = textOf((await viewer.get('/admin/extension/payment')).html);
    expect(told).toContain('You do not have this permission: Everything: refund and set up too.');
    expect(told).toContain(
      'Ask somebody in the group Administrator: on the page System → Permissions it is given to your group',
    );
    expect(textOf((await viewer.get('/admin/sale/payment_link')).html)).toContain(
      'People in the group Administrator may.',
    );
  });

  test('a group gets more, less or nothing, at once, and PHP’s own row stays as it is', async () => {
    const php = await shop.fingerprint(['user_group', 'user']);
    expect((await decide({ group_1: 'shop', group_2: 'make', group_10: 'see' })).status).toBe(303);
    expect(await addLine(viewer)).not.toBe(403);
    expect(await statuses(viewer, '/extension/payment')).toEqual([403]);
    await decide({ group_2: 'setup' });
    expect(await statuses(viewer, '/extension/payment', '/setting/permission')).toEqual([200, 200]);
    const list = await viewer.get('/admin/localisation/order_status');
    expect(textOf(list.html)).toContain('They are added and renamed in the shop’s own admin');
    expect(list.html).not.toContain('order_status/form');
    await decide({ group_2: 'none' });
    expect(await statuses(viewer, '', '/sale/order', '/sale/payment_link')).not.toContain(200);
    await decide({ group_2: 'shop' });
    expect(await statuses(viewer, '/sale/order')).toEqual([200]);
    expect(await shop.fingerprint(['user_group', 'user'])).toEqual(php);
  });

  test('is written in the journal, with who did it', async () => {
    const rows = (await shop
      .db('oc_payment_link_journal')
      .where({ event: 'permission.changed' })
      .orderBy('journal_id')) as { actor: string; details: string }[];
    expect(rows.slice(0, 2).map(({ actor, details }) => [actor, JSON.parse(details)])).toEqual([
      ['owner', { group: 'Demonstration', group_id: 10, from: 'shop', to: 'see' }],
      ['owner', { group: 'Viewer', group_id: 2, from: 'shop', to: 'make' }],
    ]);
  });

  test('nobody shuts the door behind themselves, and nobody else comes in by the form', async () => {
    const refused = await decide({ group_1: 'make' });
    expect(refused.status).toBe(422);
    expect(textOf(refused.html)).toContain('You are in this group yourself');
    expect((await viewer.post(PAGE, { group_2: 'setup' })).status).toBe(403);
    expect(await statuses(owner, '/setting/permission')).toEqual([200]);
  });
});
