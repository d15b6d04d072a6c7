import workers, { Worker } from 'node:worker_threads';
import { mailCrowd, type MailCrowd } from '../../../install/mail_crowd';
import type { MailError, Mailer, OutgoingMail } from '../../../system/mail/mailer';
import { built } from '../../support/built';
import { mailSample } from '../../support/mail_sample';
import { sampleShop } from '../../support/sample_order';
import { smtpSink, smtpThatForgetsToAnswer, type SmtpSink } from '../../support/smtp_sink';

const RealWorker = Worker;
const call = () => ({ signal: AbortSignal.timeout(20_000) });
const through = (port: number) => ({
  host: '127.0.0.1',
  port,
  tls: 'offered' as const,
  login: null,
  timeoutMs: 10_000,
});
const logo = { cid: 'logo', filename: 'l.png', contentType: 'image/png' as const, content: Buffer.from([9, 8, 7]) };

describe('many mails under way at once', () => {
  let crowd: MailCrowd;
  let threads: Worker[];
  let ready: Promise<unknown>;
  const closing: (() => void | Promise<void>)[] = [];
  beforeEach(() => {
    threads = [];
    jest.spyOn(workers, 'Worker').mockImplementation((...how: ConstructorParameters<typeof Worker>) => {
      const thread = new RealWorker(...how);
      threads.push(thread);
      ready = new Promise((resolve) => thread.once('message', resolve));
      return thread;
    });
    crowd = mailCrowd(built('install/mail_thread.js'));
    closing.push(() => crowd.close());
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function sink(options: Parameters<typeof smtpSink>[0] = {}): Promise<SmtpSink> {
    const opened = await smtpSink(options);
    closing.push(opened.close);
    return opened;
  }
  function mailerTo(port: number): Mailer {
    const mailer = crowd.mailerThrough(through(port));
    closing.push(() => mailer.close());
    return mailer;
  }
  async function written(number: number): Promise<OutgoingMail> {
    const rendered = await crowd.renderer.render(mailSample('payment_link', { shop: sampleShop({ logo }) }));
    return {
      ...rendered,
      from: { name: 'Shop', address: 'shop@shop.example' },
      to: { name: '', address: `customer-${number}@customer.example` },
      messageId: `<mail-${number}@shop.example>`,
      headers: {},
    };
  }
  /** Four mails at once are a crowd, with which the thread starts. */
  async function crowded(mailer: Mailer): Promise<void> {
    const mail = await written(0);
    await Promise.all(
      [1, 2, 3, 4].map((number) => mailer.send({ ...mail, messageId: `<first-${number}@a.example>` }, call())),
    );
    expect(threads).toHaveLength(1);
    await ready;
  }

  test('are rendered and sent by a thread, each once, and read as those that were not', async () => {
    const { port, caught } = await sink();
    const mailer = mailerTo(port);
    await mailer.send(await written(1), call());
    expect(threads).toHaveLength(0);
    await crowded(mailer);
    caught.splice(1);
    const numbers = [2, 3, 4, 5, 6, 7, 8];
    await Promise.all(numbers.map(async (number) => mailer.send(await written(number), call())));
    const [here, ...there] = caught;
    expect(there.map(({ mail }) => mail.messageId).sort()).toEqual(
      numbers.map((number) => `<mail-${number}@shop.example>`),
    );
    for (const { mail } of there) {
      const images = mail.attachments.map(({ contentId, content }) => [contentId, Buffer.from(content as ArrayBuffer)]);
      expect([mail.subject, mail.text, mail.html]).toEqual([here?.mail.subject, here?.mail.text, here?.mail.html]);
      expect(images).toContainEqual(['<logo>', logo.content]);
    }
    expect(threads).toHaveLength(1);
  });

  test('one after the other they need no thread', async () => {
    const { port, caught } = await sink();
    const mailer = mailerTo(port);
    for (const number of [1, 2, 3, 4, 5]) await mailer.send(await written(number), call());
    expect([caught.length, threads.length]).toEqual([5, 0]);
  });

  describe('in the thread', () => {
    const failureOf = (sending: Promise<unknown>): Promise<MailError> =>
      sending.then(
        () => Promise.reject(new Error('the mail went out')),
        (failed: MailError) => failed,
      );

    test('a refusal is told as it is told here', async () => {
      const { port } = await sink({
        onRcptTo: ({ address }, _session, done) =>
          done(
            address.startsWith('customer-9') ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null,
          ),
      });
      const mailer = mailerTo(port);
      await crowded(mailer);
      const failed = await failureOf(mailer.send(await written(9), call()));
      expect(failed).toMatchObject({
        name: 'MailError',
        outcome: 'permanent',
        remedy: expect.stringContaining('e-mail address'),
      });
      expect(failed.message).toContain('no such box');
    });

    test('a server that takes the mail and does not answer leaves it open whether it arrived', async () => {
      await crowded(mailerTo((await sink()).port));
      const forgetful = await smtpThatForgetsToAnswer();
      closing.push(forgetful.close);
      const failed = await failureOf(mailerTo(forgetful.port).send(await written(1), call()));
      expect([failed.outcome, forgetful.taken()]).toEqual(['unknown', 1]);
    });

    test('what is called off ends', async () => {
      await crowded(mailerTo((await sink()).port));
      const silent = await sink({ onRcptTo: () => undefined });
      const abort = new AbortController();
      const sending = failureOf(mailerTo(silent.port).send(await written(1), { signal: abort.signal }));
      abort.abort(new Error('the program ends'));
      expect(await sending).toMatchObject({ name: 'MailError', outcome: 'temporary' });
    });

    test('its end leaves open whether a mail arrived, and the next mails go out', async () => {
      const { port, caught } = await sink();
      await crowded(mailerTo(port));
      const silent = await sink({ onRcptTo: () => undefined });
      const sending = failureOf(mailerTo(silent.port).send(await written(1), call()));
      await threads[0]?.terminate();
      expect(await sending).toMatchObject({ name: 'MailError', outcome: 'unknown' });
      caught.splice(0);
      await mailerTo(port).send(await written(2), call());
      expect(caught.map(({ mail }) => mail.messageId)).toEqual(['<mail-2@shop.example>']);
    });
  });
});
