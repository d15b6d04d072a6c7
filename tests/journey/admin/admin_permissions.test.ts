import { ROUTES } from '../../../admin/routes';
import { embeddedUsers } from '../../../extension/opencart/user/embedded_users';
import { ADMIN_ROUTES } from '../../../extension/opencart/user/permissions';
import { textsIn } from '../../../language';
import { t } from '../../../system/db/table';
import { startAdmin, type AdminRoom } from '../../support/admin_app';
import { agentFor, textOf, type Agent } from '../../support/agent';

let shop: AdminRoom;
let nobody: Agent;
let looker: Agent;
beforeAll(async () => {
  shop = await startAdmin();
  nobody = await shop.as('nobody', { access: [], modify: [] });
  looker = await shop.as('looker', { access: ADMIN_ROUTES, modify: [] });
});
afterAll(() => shop.close());

const ask = (agent: Agent, method: 'get' | 'post', path: string) =>
  method === 'get' ? agent.get(`/admin${path}`) : agent.post(`/admin${path}`, {});
const table = ROUTES.map(([method, path, route, kind]) => [method, path, route, kind] as const);

test.each(table)('%s %s asks for the permission of %s and says who gives it', async (method, path, route, kind) => {
  const refused = await ask(nobody, method, path);
  expect(refused.status).toBe(403);
  const page = textsIn('en-gb')['user/user_permission'].routes[route as (typeof ADMIN_ROUTES)[number]];
  const wanted = kind === 'access' ? 'Access Permission' : 'Modify Permission';
  expect(textOf(refused.html)).toContain(
    `You do not have this permission: ${wanted}: ${page}. Ask somebody in the group Administrator: on the page ` +
      'System → User Groups it is given to your group, Group of nobody.',
  );
});

test('where no group may give permissions, an administrator of the shop may, in the language of whoever asks', async () => {
  const groupsThatMay = () => Promise.resolve([]);
  const other = await startAdmin({ users: { ...embeddedUsers, groupsThatMay } });
  const guest = await other.as('guest', { access: [], modify: [] });
  expect(textOf((await guest.get('/admin/sale/order')).html)).toContain('Ask an administrator of the shop: ');
  await guest.get('/admin/sale/order?admin_language=nl-nl');
  expect(textOf((await guest.get('/admin/sale/order')).html)).toContain(
    'U hebt deze toestemming niet: Mag zien: Verkoop → Bestellingen. Vraag een beheerder van de winkel: ',
  );
  await other.close();
});

test('a change that was refused is in the journal, once a minute', async () => {
  const clerk = await shop.as('curious', { access: ['sale/order'], modify: [] });
  const written = () => shop.db(t(shop.db, 'payment_link_journal')).where({ event: 'admin.refused', actor: 'curious' });
  await clerk.get('/admin/user/user');
  expect(await written()).toEqual([]);
  for (let press = 0; press < 3; press++) await clerk.post('/admin/sale/order/delete', { selected: '1' });
  const [row, ...more] = await written();
  expect([more, JSON.parse(row.details)]).toEqual([[], { route: 'sale/order' }]);
  expect(textOf((await shop.get('/admin/tool/journal')).html)).toContain(
    'A change was refused for want of permission: Orders.',
  );
});

test.each(table.filter(([method]) => method === 'post'))(
  '%s %s is refused to who may only look',
  async (...[, path]) => {
    expect((await looker.post(`/admin${path}`, {})).status).toBe(403);
  },
);

test.each(table)('%s %s leads a stranger to the log-in', async (method, path) => {
  const stranger = agentFor(shop.url);
  await stranger.get('/admin/common/login');
  expect((await ask(stranger, method, path)).location).toBe('/admin/common/login');
});

test('every route whose permission is asked can be given to a group', () => {
  const asked = new Set(ROUTES.map(([, , route]) => route));
  expect([...asked].filter((route) => !ADMIN_ROUTES.some((one) => one === route))).toEqual([]);
});

test('the menu shows what one may see, and nothing else', async () => {
  const clerk = await shop.as('clerk', { access: ['catalog/product'], modify: [] });
  const page = await clerk.get('/admin/catalog/product');
  expect(page.html).toContain('href="/admin/catalog/product" aria-current="page"');
  expect(page.html).not.toContain('href="/admin/user/user"');
});

const forms = [
  ...table.filter(([method]) => method === 'post').map(([, path]) => path),
  '/common/login',
  '/common/login/code',
  '/common/logout',
];

/** As the administrator, who may do everything. */
const send = (path: string, headers: Readonly<Record<string, string>>, body: string | URLSearchParams | FormData) =>
  fetch(`${shop.url}/admin${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: shop.cookie(), ...headers },
    body,
  });

test.each(forms)(
  '%s without the token of a form is refused, whoever sends it and however it is written',
  async (path) => {
    const parts = new FormData();
    parts.set('selected', '1');
    const answers = [
      await send(path, {}, new URLSearchParams({ selected: '1' })),
      await send(path, { 'content-type': 'application/json' }, '{"csrf":"x","selected":"1"}'),
      await send(path, {}, parts),
      await send(path, { 'content-type': 'text/plain' }, 'csrf=x'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(textOf((await answers[0]?.text()) ?? '')).toContain('This form has expired.');
  },
);

test('a form of another site is refused even with the right token', async () => {
  const { html } = await shop.get('/admin/user/user/form');
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const body = new URLSearchParams({ csrf, selected: '1' });
  for (const site of ['cross-site', 'same-site']) {
    expect((await send('/user/user/delete', { 'sec-fetch-site': site }, body)).status).toBe(403);
  }
  expect((await send('/user/user/delete', { 'sec-fetch-site': 'same-origin' }, body)).status).not.toBe(403);
});
