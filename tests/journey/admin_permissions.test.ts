import { ROUTES } from '../../admin/routes';
import { ADMIN_ROUTES } from '../../extension/opencart/permissions';
import { startAdmin, type AdminRoom } from '../support/admin_app';
import { agentFor, textOf, type Agent } from '../support/agent';

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

test.each(table)('%s %s asks for the permission of %s', async (method, path, route) => {
  const refused = await ask(nobody, method, path);
  expect(refused.status).toBe(403);
  expect(textOf(refused.html)).toContain(`You do not have permission for ${route}.`);
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

test('a form without its token is refused, whoever sends it', async () => {
  const answer = await fetch(`${shop.url}/admin/user/user/delete`, {
    method: 'POST',
    headers: { cookie: shop.cookie() },
    body: new URLSearchParams({ selected: '1' }),
  });
  expect(answer.status).toBe(403);
  expect(textOf(await answer.text())).toContain('This form has expired.');
});
