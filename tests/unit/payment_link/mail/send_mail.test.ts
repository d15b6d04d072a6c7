import { defineError } from '../../../../system/errors';
import { t, type Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { putJob, type JobRow } from '../../../../system/outbox/jobs';
import { listJournalOfOrder } from '../../../../extension/payment_link/journal/journal';
import { findMail, listMailsOfOrder } from '../../../../extension/payment_link/mail/mails';
import { MAIL_JOB, queueMail, retryMail, type NewMail } from '../../../../extension/payment_link/mail/queue_mail';
import { DAY_MS, MINUTE_MS } from '../../../../system/clock';
import { freshDatabase } from '../../../support/database';
import { deadlockOnce } from '../../../support/deadlock';
import { mailRoom, type TestMailRoom } from '../../../support/mail_room';
import { deadPort, smtpSink, smtpThatForgetsToAnswer, type SmtpSink } from '../../../support/smtp_sink';

describe('a queued mail', () => {
  let db: Db;
  let now: number;
  const clock = { now: () => now };
  const closing: (() => void | Promise<void>)[] = [];
  beforeEach(async () => {
    now = 1_700_000_000_000;
    const fresh = await freshDatabase();
    db = fresh.db;
    closing.push(fresh.destroy);
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });
  const roomAt = (port: number): TestMailRoom => {
    const room = mailRoom(db, port, clock);
    closing.push(room.close);
    return room;
  };
  const sinkWith = async (...options: Parameters<typeof smtpSink>): Promise<SmtpSink> => {
    const sink = await smtpSink(...options);
    closing.push(sink.close);
    return sink;
  };
  const queue = (change: Partial<NewMail> = {}) =>
    transaction(db, (tx) =>
      queueMail(tx, {
        kind: 'payment_link',
        orderId: 1042,
        linkId: 3,
        recipient: 'zoe@customer.example',
        language: 'en-gb',
        note: { words: 'See you soon' },
        createdBy: 'system',
        now,
        ...change,
      }),
    );
  const jobs = () => db<JobRow>(t(db, 'payment_link_outbox')).select('*');
  const events = async () => (await listJournalOfOrder(db, 1042, 10)).map((line) => line.event);

  test('goes out once, from the store, and is recorded with its journal line', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    const id = await queue();
    await room.worker().drain();
    expect(sink.caught).toHaveLength(1);
    expect(sink.caught[0]?.mail).toMatchObject({
      from: { name: 'Fjord & Søn', address: 'shop@shop.example' },
      to: [{ name: 'Zoë de Vries', address: 'zoe@customer.example' }],
      subject: 'payment_link mail',
    });
    expect(sink.caught[0]?.mail.messageId).toMatch(new RegExp(`^<mail-${id}\\.[0-9a-f]{32}@shop\\.example>$`));
    expect(await findMail(db, id ?? 0)).toMatchObject({
      state: 'sent',
      sentAt: now,
      possiblyTwice: false,
      attempts: 1,
    });
    expect(await events()).toEqual(['mail.sent']);
    expect(await jobs()).toEqual([]);
    expect(room.rendered[0]).toMatchObject({ facts: { words: 'See you soon' }, statusName: 'Pending' });
  });

  test('among many at the same moment has its own record and its own journal line', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    const ids = [await queue(), await queue(), await queue(), await queue()];
    await room.worker().drain();
    const mails = await Promise.all(ids.map((id) => findMail(db, id ?? 0)));
    expect(mails.map((mail) => mail?.state)).toEqual(['sent', 'sent', 'sent', 'sent']);
    expect(sink.caught).toHaveLength(4);
    expect(await events()).toEqual(['mail.sent', 'mail.sent', 'mail.sent', 'mail.sent']);
  });

  test('goes out once although two workers have it at the same moment', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    const mailId = await queue();
    await putJob(db, { name: MAIL_JOB, payload: { mailId }, runAt: now, now });
    await Promise.all([room.worker().drain(), room.worker().drain()]);
    expect(sink.caught).toHaveLength(1);
    expect(await findMail(db, mailId ?? 0)).toMatchObject({ state: 'sent', possiblyTwice: false });
  });

  test('exists exactly when the transaction that queued it does', async () => {
    await expect(
      transaction(db, async (tx) => {
        await queueMail(tx, {
          kind: 'order',
          orderId: 1042,
          linkId: null,
          recipient: 'zoe@customer.example',
          language: 'en-gb',
          note: {},
          createdBy: 'system',
          now,
        });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect([await listMailsOfOrder(db, 1042), await jobs()]).toEqual([[], []]);
  });

  test.each(['', 'none', 'a@b.example\r\nBcc: c@d.example', 'a@b.example,c@d.example'])(
    'to %j is not queued: that is nobody',
    async (recipient) => {
      expect(await queue({ recipient })).toBeNull();
      expect(await jobs()).toEqual([]);
    },
  );

  test('with a key is queued once', async () => {
    expect(await queue({ onceKey: 'order 1042' })).not.toBeNull();
    expect(await queue({ onceKey: 'order 1042' })).toBeNull();
    expect(await jobs()).toHaveLength(1);
  });

  test('killed between hand-over and record is sent again with the same Message-ID, and says so', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    const id = await queue();
    // The process dies after the mail server said 250: nothing after that is written.
    let killed = false;
    const alive = room.room;
    room.room = {
      ...room.room,
      clock: {
        now: () => {
          if (killed) throw new Error('killed');
          return now;
        },
      },
      mailerOf: async (storeId) => {
        const mailer = await alive.mailerOf(storeId);
        return {
          ...mailer,
          send: async (...mail) => mailer.send(...mail).finally(() => (killed = true)),
        };
      },
    };
    await room.worker().drain();
    expect(sink.caught).toHaveLength(1);
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'handing_over', possiblyTwice: false });
    room.room = alive;
    now += MINUTE_MS;
    await room.worker().drain();
    expect(sink.caught).toHaveLength(2);
    expect(sink.caught[1]?.mail.messageId).toBe(sink.caught[0]?.mail.messageId);
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'sent', possiblyTwice: true, attempts: 2 });
    expect(await events()).toEqual(['mail.sent_possibly_twice']);
  });

  test('that the server took without an answer is sent again and marked', async () => {
    const forgetful = await smtpThatForgetsToAnswer();
    closing.push(forgetful.close);
    const id = await queue();
    await roomAt(forgetful.port).worker().drain();
    expect(forgetful.taken()).toBe(1);
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'handing_over' });
    now += MINUTE_MS;
    const sink = await sinkWith();
    await roomAt(sink.port).worker().drain();
    expect(sink.caught).toHaveLength(1);
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'sent', possiblyTwice: true });
  });

  test('waits while the mail server is down, then goes out unmarked', async () => {
    const id = await queue();
    await roomAt(await deadPort())
      .worker()
      .drain();
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'waiting', attempts: 1 });
    expect((await findMail(db, id ?? 0))?.remedy).toMatch(/mail server/);
    now += 5 * MINUTE_MS;
    const sink = await sinkWith();
    await roomAt(sink.port).worker().drain();
    expect(sink.caught).toHaveLength(1);
    expect(await findMail(db, id ?? 0)).toMatchObject({
      state: 'sent',
      possiblyTwice: false,
      failure: null,
      remedy: null,
    });
  });

  test('fails after a day of trying, with its remedy, and goes out when a person retries', async () => {
    const room = roomAt(await deadPort());
    const id = (await queue()) ?? 0;
    for (let hour = 0; hour < 26; hour++) {
      await room.worker().drain();
      now += DAY_MS / 24 + 20 * MINUTE_MS;
    }
    expect(await findMail(db, id)).toMatchObject({ state: 'failed' });
    expect((await jobs()).map((job) => job.failed_at !== null)).toEqual([true]);
    expect(await events()).toEqual(['mail.failed']);
    const sink = await sinkWith();
    expect(await transaction(db, (tx) => retryMail(tx, id, now))).toBe(true);
    await roomAt(sink.port).worker().drain();
    expect(sink.caught).toHaveLength(1);
    expect(await jobs()).toEqual([]);
    expect(await transaction(db, (tx) => retryMail(tx, id, now))).toBe(false);
  });

  test('refused for good fails at once and is not tried again', async () => {
    let tries = 0;
    const refuse = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    const sink = await sinkWith({ onRcptTo: (_address, _session, done) => (tries++, done(refuse)) });
    const room = roomAt(sink.port);
    const id = await queue();
    await room.worker().drain();
    now += 2 * DAY_MS;
    await room.worker().drain();
    expect(tries).toBe(1);
    const mail = await findMail(db, id ?? 0);
    expect(mail).toMatchObject({ state: 'failed' });
    expect(mail?.failure).toContain('no such mailbox');
    expect(mail?.remedy).toMatch(/address/);
  });

  test('waits with the remedy where no mail server is set up, as if it had never been tried', async () => {
    const room = roomAt(await deadPort());
    const missing = defineError('no_mail_server', 500, 'No mail server is set up.', 'Set SMTP_URL.');
    room.room = { ...room.room, mailerOf: () => Promise.reject(missing()) };
    const id = await queue();
    await room.worker().drain();
    expect(await findMail(db, id ?? 0)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      failure: 'No mail server is set up.',
      remedy: 'Set SMTP_URL.',
    });
  });

  test('that asks for money is skipped once the link is paid; one that reports is not', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    room.link = { ...room.link, state: 'completed' };
    const reminder = await queue({ kind: 'reminder' });
    const receipt = await queue({ kind: 'paid' });
    await room.worker().drain();
    expect(await findMail(db, reminder ?? 0)).toMatchObject({ state: 'skipped' });
    expect(await findMail(db, receipt ?? 0)).toMatchObject({ state: 'sent' });
    expect(sink.caught.map((caught) => caught.mail.subject)).toEqual(['paid mail']);
  });

  test('of a kind that the owner switched off, or of a deleted order, is skipped', async () => {
    const sink = await sinkWith();
    const room = roomAt(sink.port);
    const off = await queue();
    room.enabled = false;
    await room.worker().drain();
    room.enabled = true;
    room.order = null;
    const gone = await queue();
    await room.worker().drain();
    expect([await findMail(db, off ?? 0), await findMail(db, gone ?? 0)]).toMatchObject([
      { state: 'skipped' },
      { state: 'skipped' },
    ]);
    expect(sink.caught).toEqual([]);
  });

  test.each([
    [1042, 'office@customer.example', ''],
    [null, 'shop@shop.example', ''],
    [null, 'zoe@customer.example', 'Zoë de Vries'],
  ])(
    'of order %s to %s names the customer beside the customer’s own address only',
    async (orderId, recipient, name) => {
      const sink = await sinkWith();
      await queue({ recipient, orderId });
      await roomAt(sink.port).worker().drain();
      expect(sink.caught[0]?.mail.to).toEqual([{ name, address: recipient }]);
    },
  );

  test('is not sent again where recording it met a deadlock', async () => {
    const sink = await sinkWith();
    const met = deadlockOnce(db, /^insert into .*journal/i);
    const id = await queue();
    await roomAt(sink.port).worker().drain();
    expect([met(), sink.caught.length]).toEqual([true, 1]);
    expect(await findMail(db, id ?? 0)).toMatchObject({ state: 'sent', possiblyTwice: false });
    expect(await events()).toEqual(['mail.sent']);
  });
});
