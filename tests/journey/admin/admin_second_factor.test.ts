import { embeddedUsers } from '../../../extension/opencart/user/embedded_users';
import { MailError, type OutgoingMail } from '../../../system/mail/mailer';
import type { Admin } from '../../../admin/admin';
import { PASSWORD, startAdmin, type AdminRoom } from '../../support/admin_app';
import { agentFor, textOf } from '../../support/agent';

let room: AdminRoom;
let now = Date.now();
let asked = false;
let address = 'admin@shop.example';
let mails: OutgoingMail[] = [];
let broken = false;

const send = async (mail: OutgoingMail) => {
  if (broken) throw new MailError('temporary', 'The mail server is down', 'Wait.');
  mails.push(mail);
  return { accepted: true };
};

beforeAll(async () => {
  room = await startAdmin({
    clock: { now: () => now },
    users: { ...embeddedUsers, secondFactor: async () => (asked ? { email: address } : null) },
    mailing: { mailerOf: async () => ({ send }) } as unknown as Admin['mailing'],
    links: {
      shops: { identityOf: async () => ({ name: 'Tea & Co', email: 'shop@shop.example' }) },
    } as unknown as Admin['links'],
  });
  asked = true;
});
afterAll(() => room.close());
beforeEach(() => {
  [mails, broken, address] = [[], false, 'admin@shop.example'];
  // A quiet hour: no failed try of the test before counts.
  now += 3_600_000;
});

/** Name and password given; the code waits in the mail. */
async function halfIn() {
  const agent = agentFor(room.url);
  await agent.get('/admin/common/login');
  const answer = await agent.post('/admin/common/login', { username: 'admin', password: PASSWORD });
  return { agent, answer, code: /\d{6}/.exec(mails.at(-1)?.text ?? '')?.[0] ?? '' };
}

test('the password alone opens nothing; the code that was mailed does, once', async () => {
  const { agent, answer, code } = await halfIn();
  expect(answer.location).toBe('/admin/common/login/code');
  expect((await agent.get('/admin/user/user')).location).toBe('/admin/common/login');
  expect(mails).toMatchObject([{ to: { address: 'admin@shop.example' }, subject: `Tea & Co: your code is ${code}` }]);
  const page = textOf((await agent.get('/admin/common/login/code')).html);
  expect(page).toContain('a•••@shop.example');
  expect((await agent.post('/admin/common/login/code', { code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(
    303,
  );
  expect((await agent.get('/admin/user/user')).status).toBe(200);
  expect((await agent.get('/admin/common/login/code')).location).toBe('/admin/common/login');
});

test('a wrong code opens nothing, and after five the name must wait', async () => {
  const { agent, code } = await halfIn();
  await agent.get('/admin/common/login/code');
  const wrong = code === '000000' ? '111111' : '000000';
  for (let tries = 0; tries < 5; tries++) {
    const answer = await agent.post('/admin/common/login/code', { code: wrong });
    expect([answer.status, textOf(answer.html).includes('This is not the code.')]).toEqual([401, true]);
  }
  expect((await agent.post('/admin/common/login/code', { code })).status).toBe(429);
  expect((await halfIn()).answer.status).toBe(429);
});

test('after ten minutes the code is worth nothing', async () => {
  const { agent, code } = await halfIn();
  await agent.get('/admin/common/login/code');
  now += 10 * 60_000 + 1;
  const answer = await agent.post('/admin/common/login/code', { code });
  expect([answer.status, textOf(answer.html).includes('no longer valid')]).toEqual([403, true]);
});

test('a code of one log-in does not open another', async () => {
  const first = await halfIn();
  const second = await halfIn();
  await second.agent.get('/admin/common/login/code');
  if (first.code === second.code) return;
  expect((await second.agent.post('/admin/common/login/code', { code: first.code })).status).toBe(401);
});

test('somebody without a mail address, or without a mail server, is told what to do', async () => {
  address = '';
  const nobody = (await halfIn()).answer;
  expect([nobody.status, textOf(nobody.html).includes('your user has no mail address')]).toEqual([403, true]);
  [address, broken] = ['admin@shop.example', true];
  const down = (await halfIn()).answer;
  expect([down.status, textOf(down.html).includes('The mail server is down.')]).toEqual([403, true]);
});

test('nobody comes to the code without the password', async () => {
  const agent = agentFor(room.url);
  await agent.get('/admin/common/login');
  expect((await agent.post('/admin/common/login/code', { code: '000000' })).location).toBe('/admin/common/login');
});
