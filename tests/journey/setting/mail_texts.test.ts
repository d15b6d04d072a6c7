import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mailChoices } from '../../../extension/payment_link/mail/mail_choices';
import { MAIL_KINDS } from '../../../extension/payment_link/mail_port';
import { t } from '../../../system/db/table';
import { textOf, type Form } from '../../support/agent';
import { enterOrder } from '../../support/enter_order';
import { startProgram, until, type ProgramRoom } from '../../support/program';

let shop: ProgramRoom;
beforeAll(async () => (shop = await startProgram()));
afterAll(() => shop.close());

const HOME = '/admin/extension/payment_link/mails';
const post = (act: string, more: Form) =>
  shop.post(`${HOME}/${act}`, { store_id: '0', kind: 'payment_link', enabled: '1', tab: 'en-gb', ...more });
/** Headers are encoded where they are not ASCII; these are. */
const mailbox = async () =>
  (await shop.program.links.db(t(shop.db, 'payment_link_mail')).select('*')) as { kind: string; state: string }[];

test('every kind of mail is listed, on, with built-in words', async () => {
  const { html } = await shop.get(HOME);
  for (const kind of MAIL_KINDS) expect(html).toContain(`mails/form?kind=${kind}`);
  expect(textOf(html)).toContain('Payment link When a link was made, with the details of the order. On Built-in words');
});

test.each([...MAIL_KINDS])('the mail %s is shown in a frame that can run and fetch nothing', async (kind) => {
  const answer = await fetch(`${shop.url}${HOME}/preview?kind=${kind}&language=nl-nl`, {
    headers: { cookie: shop.cookie() },
  });
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'self'; sandbox");
  const html = await answer.text();
  expect(html).toContain('<html lang="nl-NL"');
  expect(html).not.toMatch(/cid:|src="http/);
});

test('own words are shown as typed before they are saved, as plain text and never as HTML', async () => {
  const own = { 'subject_en-gb': 'Pay {amount}', 'words_en-gb': 'Dear {name} <b>now</b>' };
  const html = (await post('preview', { ...own, language: 'en-gb' })).html;
  expect(html).toContain('Dear Sanne de Vries &lt;b&gt;now&lt;/b&gt;');
  const text = (await post('preview', { ...own, as_text: 'en-gb' })).html;
  expect(text.startsWith('Pay €84.70\n')).toBe(true);
  expect(await mailChoices(shop.db).choiceOf('payment_link', 0, 'en-gb')).toEqual({
    enabled: true,
    subject: '',
    words: '',
  });
});

test('place-holders that nothing fills are refused, with what was typed kept', async () => {
  const answer = await post('save', { 'words_en-gb': 'Hello {firstname}' });
  expect(answer.status).toBe(422);
  expect(textOf(answer.html)).toContain('Nothing fills {firstname}.');
  expect(answer.html).toContain('Hello {firstname}</textarea>');
});

test('saved words go out with the next order’s mail, and each language has its own', async () => {
  const own = { 'subject_en-gb': 'Please pay order {order}, {name}', 'words_nl-nl': 'Beste {name}' };
  expect((await post('save', own)).status).toBe(303);
  expect(await mailChoices(shop.db).choiceOf('payment_link', 0, 'nl-nl')).toMatchObject({ words: 'Beste {name}' });
  const orderId = await enterOrder(shop);
  const asksFor = (mail: string): boolean => mail.includes(`Subject: Please pay order ${orderId}, Jan de Vries`);
  const mails = await until(mailFiles, (files) => files.some(asksFor));
  expect(mails.find(asksFor)).toContain('To: Jan de Vries <jan@customer.example>');
  expect(textOf((await shop.get(HOME)).html)).toContain('On English and Nederlands');
});

test('a mail that is switched off is not sent, and the list says so', async () => {
  await post('save', { enabled: '0' });
  await enterOrder(shop);
  const rows = await until(mailbox, (all) => all.some((mail) => mail.state === 'skipped'));
  expect(rows.filter((mail) => mail.state === 'skipped').map((mail) => mail.kind)).toEqual(['payment_link']);
  expect(textOf((await shop.get(HOME)).html)).toContain(
    'Payment link When a link was made, with the details of the order. Off',
  );
});

test('a test mail goes to one address, now, with what is typed', async () => {
  const answer = await post('test', { recipient: 'me@shop.example', 'subject_en-gb': 'Trying {order}' });
  expect(textOf(answer.html)).toContain('The mail server took the test mail (English) for me@shop.example.');
  expect((await mailFiles()).some((mail) => /^Subject: \[Test\] Trying 1042/m.test(mail))).toBe(true);
  const wrong = await post('test', { recipient: 'a@b.example, c@d.example' });
  expect([wrong.status, textOf(wrong.html).includes('Enter one mail address.')]).toEqual([422, true]);
});

/** The demo's mailbox as it lies on disk. */
function mailFiles(): Promise<string[]> {
  const folder = join(shop.folder, 'mailbox');
  // Made with the first mail.
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Promise.resolve(
    names.filter((name) => name.endsWith('.eml')).map((name) => readFileSync(join(folder, name), 'utf8')),
  );
}
