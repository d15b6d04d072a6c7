import { hashPassword } from '../../../extension/opencart/user/passwords';
import { embeddedUsers } from '../../../extension/opencart/user/embedded_users';
import { t, type Db } from '../../../system/db/table';
import { deleteOldTries } from '../../../system/http/login_tries';
import { PASSWORD, startAdmin, type AdminRoom } from '../../support/admin_app';
import { agentFor, textOf, type Agent } from '../../support/agent';

let room: AdminRoom;
let now = Date.now();
beforeAll(async () => (room = await startAdmin({ clock: { now: () => now } })));
afterAll(() => room.close());
beforeEach(() => {
  // A quiet hour: no failed try of the test before counts.
  now += 3_600_000;
});

/** At the log-in, in a browser that nobody has used here. */
async function stranger(): Promise<Agent> {
  const agent = agentFor(room.url);
  await agent.get('/admin/common/login');
  return agent;
}
const tryAs = async (agent: Agent, username: string, password: string) =>
  (await agent.post('/admin/common/login', { username, password })).status;

test('after five wrong passwords the name must wait a quarter of an hour', async () => {
  const agent = await stranger();
  for (let tries = 0; tries < 5; tries++) expect(await tryAs(agent, 'admin', 'wrong')).toBe(401);
  const refused = await agent.post('/admin/common/login', { username: ' ADMIN', password: PASSWORD });
  expect(refused.status).toBe(429);
  expect(textOf(refused.html)).toContain('Please wait 15 minutes');
  now += 15 * 60_000 + 1;
  expect(await tryAs(agent, 'admin', PASSWORD)).toBe(303);
});

test('guesses sent at the same moment are no more than five', async () => {
  const agent = await stranger();
  const guesses = Array.from({ length: 40 }, (_, n) => tryAs(agent, 'admin', `guess ${n}`));
  const compared = (await Promise.all(guesses)).filter((status) => status === 401);
  expect(compared.length).toBeLessThanOrEqual(5);
});

test('each way to write a name, where the database takes them for one, has no guesses of its own', async () => {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');
  const users = {
    ...embeddedUsers,
    storedName: (db: Db, username: string) => embeddedUsers.storedName(db, plain(username)),
    authenticate: (db: Db, username: string, password: string) =>
      embeddedUsers.authenticate(db, plain(username), password),
  };
  const shop = await startAdmin({ users });
  const agent = agentFor(shop.url);
  await agent.get('/admin/common/login');
  for (const name of ['ádmin', 'àdmin', 'âdmin', 'admín', 'admìn']) expect(await tryAs(agent, name, 'wrong')).toBe(401);
  expect(await tryAs(agent, 'admîn', PASSWORD)).toBe(429);
  await shop.close();
});

test('a stranger who guesses at a name does not lock its owner out of the browser used before', async () => {
  const owner = await stranger();
  expect(await tryAs(owner, 'admin', PASSWORD)).toBe(303);
  const guesser = await stranger();
  for (let tries = 0; tries < 6; tries++) await tryAs(guesser, 'admin', 'wrong');
  await owner.get('/admin/common/login');
  expect(await tryAs(guesser, 'admin', PASSWORD)).toBe(429);
  expect(await tryAs(owner, 'Admin', PASSWORD)).toBe(303);
});

test('a browser known for one user has no more guesses at another, nor has one that made its cookie up', async () => {
  const known = await stranger();
  expect(await tryAs(known, 'admin', PASSWORD)).toBe(303);
  await room.as('colleague', { access: [], modify: [] });
  await known.get('/admin/common/login');
  for (let tries = 0; tries < 5; tries++) await tryAs(known, 'colleague', 'wrong');
  expect(await tryAs(known, 'colleague', PASSWORD)).toBe(429);
  const forger = await fetch(`${room.url}/admin/common/login`, { headers: { cookie: known.cookie() } });
  const csrf = /name="csrf" value="([^"]+)"/.exec(await forger.text())?.[1] ?? '';
  const cookie = known.cookie().replace(/payment_links_browser=[^;]*/, 'payment_links_browser=aaaa.bbbb');
  const body = new URLSearchParams({ csrf, username: 'colleague', password: PASSWORD });
  const answer = await fetch(`${room.url}/admin/common/login`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie },
    body,
  });
  expect(answer.status).toBe(429);
});

test('a known browser has five tries too', async () => {
  const known = await stranger();
  expect(await tryAs(known, 'admin', PASSWORD)).toBe(303);
  await known.get('/admin/common/login');
  for (let tries = 0; tries < 5; tries++) expect(await tryAs(known, 'admin', 'wrong')).toBe(401);
  expect(await tryAs(known, 'admin', PASSWORD)).toBe(429);
});

test('whoever passes by leaves nothing in the database, and is led to the page that was wanted after the log-in', async () => {
  const sessions = async () => (await room.db(t(room.db, 'payment_link_session'))).length;
  const before = await sessions();
  const agent = agentFor(room.url);
  expect((await agent.get('/admin/user/user?sort=name')).location).toBe('/admin/common/login');
  await agent.get('/admin/common/login');
  await agent.get('/admin/no/such/page');
  await tryAs(agent, 'admin', 'wrong');
  expect(await sessions()).toBe(before);
  const answer = await agent.post('/admin/common/login', { username: 'admin', password: PASSWORD });
  expect([answer.status, answer.location]).toEqual([303, '/admin/user/user?sort=name']);
  expect(await sessions()).toBe(before + 1);
});

test('a log-in leads to no foreign address, and its form needs the cookie it was made with', async () => {
  const page = await fetch(`${room.url}/admin/common/login`);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const form = /payment_links_form=[^;]+/.exec(page.headers.getSetCookie().join(';'))?.[0] ?? '';
  const body = new URLSearchParams({ csrf, username: 'admin', password: PASSWORD });
  const post = (cookie: string) =>
    fetch(`${room.url}/admin/common/login`, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
  expect((await post('')).status).toBe(403);
  expect((await post('payment_links_form=AAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(403);
  for (const target of ['https://evil.example/admin/', '//evil.example', '/admin.evil.example/']) {
    const answer = await post(`${form}; payment_links_return=${encodeURIComponent(target)}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin']);
  }
});

test('the table of sessions opens none: it has only the hash of what the browser brings', async () => {
  const agent = agentFor(room.url);
  await agent.logIn('admin', PASSWORD);
  const [, id = ''] = /payment_links=s%3A([^.;]+)\./.exec(agent.cookie()) ?? [];
  expect(id.length).toBeGreaterThan(20);
  const rows = (await room.db(t(room.db, 'payment_link_session')).select('*')) as object[];
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(id);
});

test('a session ends a day after the log-in, however busy it was, and after ten quiet hours', async () => {
  const agent = await room.as('busy', { access: ['user/user'], modify: [] });
  for (let hours = 0; hours < 23; hours++) {
    expect((await agent.get('/admin/user/user')).status).toBe(200);
    now += 3_600_000;
  }
  now += 3_600_000;
  expect((await agent.get('/admin/user/user')).location).toBe('/admin/common/login');
  const quiet = agentFor(room.url);
  await quiet.logIn('busy', PASSWORD);
  now += 10 * 3_600_000 + 1;
  expect((await quiet.get('/admin/user/user')).location).toBe('/admin/common/login');
});

test('a password that was changed elsewhere, as the PHP shop does, ends the sessions opened with the old one', async () => {
  const agent = await room.as('changed', { access: ['user/user'], modify: [] });
  expect((await agent.get('/admin/user/user')).status).toBe(200);
  const hash = await hashPassword('another pass 1');
  await room.db(t(room.db, 'user')).where({ username: 'changed' }).update({ password: hash });
  expect((await agent.get('/admin/user/user')).location).toBe('/admin/common/login');
  expect((await agent.get('/admin')).location).toBe('/admin/common/login');
  await agent.logIn('changed', 'another pass 1');
  expect((await agent.get('/admin/user/user')).status).toBe(200);
});

test('old tries are forgotten, and no name can be read in what is kept', async () => {
  await tryAs(await stranger(), 'somebody', 'wrong');
  const kept = await room.db(t(room.db, 'payment_link_login'));
  expect(kept.length).toBeGreaterThan(0);
  expect(JSON.stringify(kept)).not.toContain('somebody');
  await deleteOldTries(room.db, now + 3_600_000);
  expect(await room.db(t(room.db, 'payment_link_login'))).toEqual([]);
});
