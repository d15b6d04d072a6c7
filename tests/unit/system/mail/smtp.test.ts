import type { MailError, OutgoingMail } from '../../../../system/mail/mailer';
import { smtpMailer } from '../../../../system/mail/smtp';
import { mustEncrypt, smtpFromSettings, smtpFromUrl } from '../../../../system/mail/smtp_options';
import { deadPort, smtpSink, smtpThatForgetsToAnswer, type SmtpSink } from '../../../support/smtp_sink';

const mail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Fjord & Søn', address: 'shop@shop.example' },
  to: { name: 'Zoë Müller', address: 'zoe@customer.example' },
  subject: 'Bestellung 1042 – 250,47 €',
  html: '<p>Guten Tag <img src="cid:qr"></p>',
  text: 'Guten Tag',
  messageId: '<mail-1.abc@shop.example>',
  attachments: [{ cid: 'qr', filename: 'qr.png', contentType: 'image/png', content: Buffer.from([1, 2, 3]) }],
  headers: { 'Auto-Submitted': 'auto-generated' },
  ...change,
});
const call = () => ({ signal: AbortSignal.timeout(10_000) });
const failureOf = async (sending: Promise<unknown>): Promise<MailError> =>
  sending.then(
    () => Promise.reject(new Error('the mail went out')),
    (failed: MailError) => failed,
  );

const AUTH = { user: 'post', password: 'secret' };

describe('mails over SMTP', () => {
  let sink: SmtpSink | undefined;
  const closing: (() => void | Promise<void>)[] = [];
  const mailerTo = (port: number, timeoutMs = 5000) => {
    const mailer = smtpMailer({ host: '127.0.0.1', port, tls: 'offered', login: null, timeoutMs });
    closing.push(() => mailer.close());
    return mailer;
  };
  const sinkWith = async (...options: Parameters<typeof smtpSink>) => {
    sink = await smtpSink(...options);
    closing.push(sink.close);
    return sink;
  };
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  test('arrive whole: names, subject, both bodies, the image by its cid, the Message-ID', async () => {
    const { port, caught } = await sinkWith();
    expect(await mailerTo(port).send(mail(), call())).toEqual({ accepted: true });
    expect(caught).toHaveLength(1);
    const [first] = caught;
    expect(first?.from).toBe('shop@shop.example');
    expect(first?.to).toEqual(['zoe@customer.example']);
    expect(first?.mail).toMatchObject({
      subject: 'Bestellung 1042 – 250,47 €',
      messageId: '<mail-1.abc@shop.example>',
      from: { name: 'Fjord & Søn' },
      to: [{ name: 'Zoë Müller' }],
    });
    expect(first?.mail.text).toContain('Guten Tag');
    expect(first?.mail.attachments[0]).toMatchObject({
      contentId: '<qr>',
      disposition: 'inline',
      mimeType: 'image/png',
    });
    expect(first?.source).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  });

  test('use one connection for many', async () => {
    let connections = 0;
    const { port, caught } = await sinkWith({ onConnect: (_session, done) => (connections++, done()) });
    const mailer = mailerTo(port);
    for (let n = 0; n < 8; n++) await mailer.send(mail({ messageId: `<${n}@shop.example>` }), call());
    expect(caught).toHaveLength(8);
    expect(connections).toBe(1);
  });

  test('line breaks in names, subjects and header values cannot add headers', async () => {
    const { port, caught } = await sinkWith();
    await mailerTo(port).send(
      mail({
        subject: 'Hello\r\nBcc: victim@evil.example\r\n\r\n<b>body</b>',
        from: { name: 'Shop\nX-Evil: 1', address: 'shop@shop.example' },
        to: { name: 'Zoë\u2028\r\nCc: other@evil.example', address: 'zoe@customer.example' },
        headers: { 'X-Note': 'a\r\nX-Evil: 2', 'X-Bad\r\nX-Evil': '3' },
      }),
      call(),
    );
    const [only] = caught;
    expect(only?.to).toEqual(['zoe@customer.example']);
    const names = only?.mail.headers.map((header) => header.key) ?? [];
    expect(names).toContain('x-note');
    expect(names.filter((name) => ['bcc', 'cc', 'x-evil', 'x-bad'].includes(name))).toEqual([]);
    expect(only?.mail.subject).toBe('Hello Bcc: victim@evil.example <b>body</b>');
  });

  test.each([
    'zoe@customer.example\r\nRCPT TO:<a@evil.example>',
    'a@b.example, c@d.example',
    '<a@b.example>',
    'none',
    '',
  ])('an address that is not one plain address is refused for good: %j', async (address) => {
    const { port, caught } = await sinkWith();
    const failed = await failureOf(mailerTo(port).send(mail({ to: { name: '', address } }), call()));
    expect(failed.outcome).toBe('permanent');
    expect(caught).toEqual([]);
  });

  test('a server that is down is temporary, and the remedy names what to check', async () => {
    const failed = await failureOf(mailerTo(await deadPort()).send(mail(), call()));
    expect(failed.outcome).toBe('temporary');
    expect(failed.remedy).toMatch(/mail server/);
  });

  test.each([
    [451, 'temporary'],
    [550, 'permanent'],
  ] as const)('a recipient refused with %i is %s', async (responseCode, outcome) => {
    const { port } = await sinkWith({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('mailbox unavailable'), { responseCode })),
    });
    const failed = await failureOf(mailerTo(port).send(mail(), call()));
    expect(failed.outcome).toBe(outcome);
    expect(failed.message).toContain('mailbox unavailable');
  });

  test('a refused sender and refused text are permanent, each with its own remedy', async () => {
    const refuse = (responseCode: number) => Object.assign(new Error('no'), { responseCode });
    const sender = await sinkWith({ onMailFrom: (_address, _session, done) => done(refuse(553)) });
    const noSender = await failureOf(mailerTo(sender.port).send(mail(), call()));
    const text = await sinkWith({
      onData: (stream, _session, done) => void stream.resume().on('end', () => done(refuse(554))),
    });
    const noText = await failureOf(mailerTo(text.port).send(mail(), call()));
    expect([noSender.outcome, noText.outcome]).toEqual(['permanent', 'permanent']);
    expect(noSender.remedy).toMatch(/sender/);
    expect(noText.remedy).not.toBe(noSender.remedy);
  });

  test('a refused log-in is temporary: its owner can mend it', async () => {
    const { port } = await sinkWith({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error('bad password'), { responseCode: 535 })),
    });
    const mailer = smtpMailer({
      host: '127.0.0.1',
      port,
      tls: 'offered',
      login: { user: 'shop', password: 'wrong' },
      timeoutMs: 5000,
    });
    closing.push(() => mailer.close());
    expect(await failureOf(mailer.send(mail(), call()))).toMatchObject({ outcome: 'temporary' });
    expect(await mailer.verify()).toMatchObject({ ok: false });
  });

  test('a server of the open net that offers no encryption is not told the password', async () => {
    const told: unknown[] = [];
    const { port } = await sinkWith({
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => {
        told.push(auth);
        done(null, { user: auth.username });
      },
    });
    const sendTo = async (host: string) => {
      const mailer = smtpMailer({ host, port, tls: 'offered', login: AUTH, timeoutMs: 5000 });
      closing.push(() => mailer.close());
      return mailer.send(mail(), call()).catch((failed: MailError) => failed.outcome);
    };
    // Loopback, in a notation that is none of the nearby ones.
    expect(await sendTo('::ffff:127.0.0.1')).toBe('temporary');
    expect(told).toEqual([]);
    expect(await sendTo('127.0.0.1')).toEqual({ accepted: true });
    expect(told).toHaveLength(1);
  });

  test('no answer after the whole mail was written is unknown, not temporary', async () => {
    const forgetful = await smtpThatForgetsToAnswer();
    closing.push(forgetful.close);
    const failed = await failureOf(mailerTo(forgetful.port).send(mail(), call()));
    expect(failed.outcome).toBe('unknown');
    expect(forgetful.taken()).toBe(1);
  });

  test('the signal ends the wait', async () => {
    const { port } = await sinkWith({ onConnect: () => undefined });
    const failed = await failureOf(mailerTo(port).send(mail(), { signal: AbortSignal.timeout(150) }));
    expect(failed.outcome).toBe('temporary');
  });

  test('verify says that the server answers', async () => {
    const { port } = await sinkWith();
    expect(await mailerTo(port).verify()).toMatchObject({ ok: true, remedy: null });
  });
});

describe('where mails go', () => {
  test.each([
    ['smtp://localhost:2525', { host: 'localhost', port: 2525, tls: 'offered', login: null }],
    ['smtps://u%40x:p%3Aw@mail.example', { port: 465, tls: 'implicit', login: { user: 'u@x', password: 'p:w' } }],
  ])('SMTP_URL %s', (url, expected) => {
    expect(smtpFromUrl(url)).toMatchObject(expected);
  });

  test.each(['http://mail.example', 'mail.example:25', ''])('SMTP_URL %j is refused with a remedy', (url) => {
    expect(() => smtpFromUrl(url)).toThrow(
      expect.objectContaining({
        code: 'smtp_address_invalid',
        details: { remedy: expect.stringContaining('smtps://') },
      }),
    );
  });

  test("the shop's settings: tls:// means STARTTLS or nothing, and no host means none", () => {
    const settings = { hostname: 'tls://mail.example', port: '587', username: 'u', password: 'p', timeout: '5' };
    expect(smtpFromSettings(settings)).toEqual({
      host: 'mail.example',
      port: 587,
      tls: 'starttls',
      login: { user: 'u', password: 'p' },
      timeoutMs: 5000,
    });
    expect(smtpFromSettings({ ...settings, hostname: ' ' })).toBeNull();
    expect(smtpFromSettings({ ...settings, hostname: 'mail.example', port: '' })).toMatchObject({
      port: 25,
      tls: 'offered',
    });
  });
});

test.each([
  ['mail.shop.example', true],
  ['203.0.113.9', true],
  ['2001:db8::5', true],
  ['172.32.0.1', true],
  ['localhost', false],
  ['127.0.0.1', false],
  ['mailer', false],
  ['mail.lan', false],
  ['10.0.0.5', false],
  ['172.20.0.3', false],
  ['192.168.1.2', false],
  ['fd00::5', false],
])('a password goes to %s encrypted or not at all: %s', (host, must) => {
  expect(mustEncrypt({ host, tls: 'offered', login: AUTH })).toBe(must);
  expect(mustEncrypt({ host, tls: 'offered', login: null })).toBe(false);
  expect(mustEncrypt({ host, tls: 'starttls', login: null })).toBe(true);
});
