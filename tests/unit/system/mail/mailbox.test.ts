import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../../system/clock';
import { createLog } from '../../../../system/log';
import { startMailbox, type MailboxServer } from '../../../../system/mail/mailbox_server';
import { mailboxStore } from '../../../../system/mail/mailbox_store';
import { smtpMailer } from '../../../../system/mail/smtp';
import { smtpFromUrl } from '../../../../system/mail/smtp_options';
import { qrPng } from '../../../../system/qr_png';

describe('the demo mailbox', () => {
  let directory: string;
  let server: MailboxServer;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mailbox-'));
    server = await startMailbox(mailboxStore(join(directory, 'mails'), systemClock), createLog('silent'));
  });
  afterEach(async () => {
    await server.close();
    await rm(directory, { recursive: true });
  });
  const box = () => mailboxStore(join(directory, 'mails'), systemClock);
  const post = async (subject: string) => {
    const mailer = smtpMailer(smtpFromUrl(server.url));
    await mailer.send(
      {
        from: { name: 'Shop', address: 'shop@shop.example' },
        to: { name: 'Jan', address: 'jan@customer.example' },
        subject,
        html: '<p>Dag <img src="cid:qr@pay"></p>',
        text: 'Dag €',
        messageId: `<${subject}@shop.example>`,
        attachments: [{ cid: 'qr@pay', filename: 'qr.png', contentType: 'image/png', content: qrPng('x').png }],
        headers: {},
      },
      { signal: AbortSignal.timeout(5000) },
    );
    mailer.close();
  };

  test('is empty before the first mail', async () => {
    expect(await box().list({ limit: 10, offset: 0 })).toEqual({ mails: [], total: 0 });
  });

  test('keeps each mail as a file, lists newest first, and shows inline images', async () => {
    await post('first');
    const first = Date.now();
    // Names count milliseconds: the second mail is to come in a later one.
    while (Date.now() === first) await new Promise((resolve) => setImmediate(resolve));
    await post('second');
    expect((await readdir(join(directory, 'mails'))).every((name) => name.endsWith('.eml'))).toBe(true);
    const { mails, total } = await box().list({ limit: 1, offset: 0 });
    expect(total).toBe(2);
    expect(mails).toMatchObject([
      { subject: 'second', to: 'jan@customer.example', messageId: '<second@shop.example>' },
    ]);
    const opened = await box().read(mails[0]?.id ?? '');
    expect(opened?.html).toMatch(/<img src="data:image\/png;base64,iVBOR/);
    expect(opened?.text).toContain('Dag €');
    expect(opened?.source).toContain('Subject: second');
  });

  test('opens and removes nothing but its own mails', async () => {
    await writeFile(join(directory, 'secret.eml'), 'Subject: secret\r\n\r\n');
    await post('mine');
    expect(await box().read('../secret')).toBeNull();
    await box().remove('../secret');
    expect(await readdir(directory)).toContain('secret.eml');
    await box().removeAll();
    expect((await box().list({ limit: 10, offset: 0 })).total).toBe(0);
  });
});
