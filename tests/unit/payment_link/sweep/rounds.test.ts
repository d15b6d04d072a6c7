import { afterQuiet, nextReminderAt } from '../../../../extension/payment_link/mail/reminders';
import { recordConsent } from '../../../../extension/payment_link/mail/consents';
import { pollRound } from '../../../../extension/payment_link/settle/poll';
import { sweepRound } from '../../../../extension/payment_link/sweep/sweep';
import { answerSweep, SWEEP_PAUSED } from '../../../../extension/payment_link/sweep/sweep_pause';
import { readState } from '../../../../extension/payment_link/state';
import { startRounds } from '../../../../extension/payment_link/manifest';
import { takeFormToken } from '../../../../extension/payment_link/forms';
import type { SessionData } from 'express-session';
import { insertTries } from '../../../../system/http/login_tries';
import { SessionStore } from '../../../../system/http/session_store';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../system/clock';
import { linkWorld, type LinkWorld } from '../../../support/link_world';

const at = (text: string): number => Date.parse(text);

describe('quiet hours', () => {
  const zone = 'Europe/Amsterdam';
  const night = { quietFrom: 21, quietTo: 8 };
  test.each([
    ['2026-01-05T12:00:00Z', '2026-01-05T12:00:00Z'],
    ['2026-01-05T20:30:00Z', '2026-01-06T07:00:00Z'],
    ['2026-01-06T03:00:00Z', '2026-01-06T07:00:00Z'],
    ['2026-01-06T07:00:00Z', '2026-01-06T07:00:00Z'],
    ['2026-03-29T00:30:00Z', '2026-03-29T06:00:00Z'],
  ])('%s becomes %s', (wish, expected) => {
    expect(new Date(afterQuiet(at(wish), zone, night)).toISOString()).toBe(new Date(expected).toISOString());
  });
  test('equal hours mean none', () => expect(afterQuiet(5, zone, { quietFrom: 8, quietTo: 8 })).toBe(5));
});

describe('reminders', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
    Object.assign(world.linkSettings, {
      reminders: true,
      reminder_hours_after: '24, 72',
      reminder_hours_before: '24',
      reminders_max: 2,
    });
  });
  afterEach(() => world.destroy());

  const agree = (orderId: number) =>
    transaction(world.db, (tx) => recordConsent(tx, { orderId, reminders: true, recordedBy: 'admin', at: world.now }));
  const reminders = async (orderId: number) =>
    (await world.mails(orderId)).filter((mail) => mail.startsWith('reminder'));

  test('only with recorded consent', async () => {
    const { orderId } = await world.activeLink();
    await world.pass(5 * DAY_MS);
    expect(await reminders(orderId)).toEqual([]);
  });

  test('at their hours, at most as many as the owner allows', async () => {
    const orderId = await world.addOrder();
    await agree(orderId);
    await world.drain();
    await world.pass(23 * HOUR_MS);
    expect(await reminders(orderId)).toHaveLength(0);
    await world.pass(2 * HOUR_MS);
    expect(await reminders(orderId)).toHaveLength(1);
    await world.pass(3 * DAY_MS);
    expect(await reminders(orderId)).toHaveLength(2);
    await world.pass(26 * DAY_MS, 6 * HOUR_MS);
    expect(await reminders(orderId)).toHaveLength(2);
  });

  test('stop when it is paid', async () => {
    const orderId = await world.addOrder();
    await agree(orderId);
    await world.drain();
    world.provider.pay(`${orderId}-1`, 't1');
    world.now += 2 * HOUR_MS;
    await pollRound(world.context);
    await world.drain();
    await world.pass(5 * DAY_MS);
    expect((await world.link(orderId)).state).toBe('completed');
    expect(await reminders(orderId)).toEqual([]);
  });

  test('never after the link has ended', () => {
    const settings = { on: true, hoursAfter: [2], hoursBefore: [], max: 3, quietFrom: 21, quietTo: 8 };
    const link = { activatedAt: at('2026-01-05T19:00:00Z'), expiresAt: at('2026-01-06T01:00:00Z'), reminders: 0 };
    expect(nextReminderAt(link, { settings, zone: 'Europe/Amsterdam', now: link.activatedAt })).toBeNull();
  });
});

describe('the poll', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('finds a payment whose notification never came, without asking early', async () => {
    const { orderId, link } = await world.activeLink();
    await startRounds(world.db, world.now);
    world.provider.pay(link.reference, 't1');
    await world.pass(45 * MINUTE_MS, MINUTE_MS);
    expect(world.provider.count('read')).toBe(0);
    await world.pass(10 * MINUTE_MS, MINUTE_MS);
    expect((await world.link(orderId)).state).toBe('completed');
    expect(world.provider.count('read')).toBe(1);
  });

  test('looks twice more after a payment: a second one whose notifications were all lost is found and flagged', async () => {
    const { orderId, link } = await world.activeLink();
    await startRounds(world.db, world.now);
    world.provider.pay(link.reference, 't1');
    await world.pass(HOUR_MS, MINUTE_MS);
    world.provider.pay(link.reference, 't2');
    await world.pass(DAY_MS, HOUR_MS);
    expect((await world.link(orderId)).flags).toEqual(['paid_twice']);
    await world.pass(30 * DAY_MS, 6 * HOUR_MS);
    expect(world.provider.count('read')).toBe(3);
  });

  test('an outage does not pile up reads: one waits per link', async () => {
    const { link } = await world.activeLink();
    await startRounds(world.db, world.now);
    world.provider.readsFail = true;
    await world.pass(12 * HOUR_MS, 5 * MINUTE_MS);
    const reads = (await world.jobs()).filter((job) => job.name === 'payment_link.refresh');
    expect(reads).toHaveLength(1);
    world.provider.readsFail = false;
    world.provider.pay(link.reference, 't1');
    await world.pass(2 * HOUR_MS, 5 * MINUTE_MS);
    expect((await world.links(link.orderId ?? 0))[0]?.state).toBe('completed');
  });

  test('asks about an open link less and less', async () => {
    await world.activeLink();
    await startRounds(world.db, world.now);
    const days: number[] = [];
    for (let day = 0; day < 10; day++) {
      const before = world.provider.count('read');
      await world.pass(DAY_MS, 20 * MINUTE_MS);
      days.push(world.provider.count('read') - before);
    }
    expect(days[0]).toBeGreaterThan(8);
    expect(days[0]).toBeLessThan(14);
    expect(days.slice(2, 6).every((reads) => reads >= 1 && reads <= 3)).toBe(true);
    expect(days.slice(8)).toEqual([1, 1]);
  });

  test('spreads the reads of one round', async () => {
    for (let n = 0; n < 3; n++) await world.activeLink();
    world.now += HOUR_MS;
    await pollRound(world.context);
    const reads = (await world.jobs()).filter((job) => job.name === 'payment_link.refresh');
    expect(reads.map((job) => Number(job.run_at) - world.now).sort()).toEqual([0, 1000, 2000]);
  });

  test('goes on for ever, and starting twice does not double it', async () => {
    await startRounds(world.db, world.now);
    await startRounds(world.db, world.now);
    await world.pass(HOUR_MS, 10 * MINUTE_MS);
    expect((await world.jobs()).map((job) => job.name).sort()).toEqual(['payment_link.poll', 'payment_link.sweep']);
    expect((await world.jobs()).every((job) => job.failed_at === null)).toBe(true);
  });

  test('one that was given up begins anew with the next start', async () => {
    await startRounds(world.db, world.now);
    await world
      .db(t(world.db, 'payment_link_outbox'))
      .update({ failed_at: world.now, last_error: 'nobody handles it' });
    await world.pass(HOUR_MS, 10 * MINUTE_MS);
    await startRounds(world.db, world.now);
    const jobs = await world.jobs();
    expect(jobs.map((job) => job.name).sort()).toEqual(['payment_link.poll', 'payment_link.sweep']);
    expect(jobs.map((job) => [job.failed_at, Number(job.run_at)])).toEqual([
      [null, world.now],
      [null, world.now],
    ]);
  });
});

describe('the sweep', () => {
  let world: LinkWorld;
  beforeEach(async () => {
    world = await linkWorld();
  });
  afterEach(() => world.destroy());

  test('makes links for orders whose event was lost, but never for those before it began', async () => {
    const old = await world.book.add(world.db);
    await sweepRound(world.context);
    const missed = await world.book.add(world.db);
    await sweepRound(world.context);
    await world.drain();
    expect(await world.links(old)).toEqual([]);
    expect(await world.link(missed)).toMatchObject({ state: 'active' });
    await sweepRound(world.context);
    await world.drain();
    expect(world.provider.count('create')).toBe(1);
  });

  test('finds an order whose event was lost below more orders than one statement reads', async () => {
    await sweepRound(world.context);
    const missed = await world.book.add(world.db);
    await world.db.transaction(async (tx) => {
      for (let n = 0; n < 1001; n++) await world.book.add(tx, { paymentMethod: { code: 'cod', name: 'Cash' } });
    });
    await sweepRound(world.context);
    await world.drain();
    expect(await world.link(missed)).toMatchObject({ state: 'active' });
  });

  test('an order that cannot have a link is noted once, not at every round', async () => {
    await sweepRound(world.context);
    world.settings['api_key'] = '';
    const orderId = await world.book.add(world.db);
    for (let round = 0; round < 3; round++) {
      await sweepRound(world.context);
      await world.drain();
    }
    expect(await world.journal(orderId)).toEqual(['link.not_requested']);
  });

  test('orders that cannot have a link wait for nobody, and keep no other order from its link', async () => {
    world.linkSettings['links_per_minute'] = 3;
    await sweepRound(world.context);
    const missed = await world.book.add(world.db);
    const free: number[] = [];
    for (let n = 0; n < 4; n++) free.push(await world.book.add(world.db, { total: '0.0000' }));
    await sweepRound(world.context);
    await world.drain();
    expect(await readState(world.db, SWEEP_PAUSED)).toBe(null);
    expect(await world.link(missed)).toMatchObject({ state: 'active' });
    for (const orderId of free) expect(await world.journal(orderId)).toEqual(['link.not_requested']);
  });

  test('a change of the status begins anew', async () => {
    await sweepRound(world.context);
    const old = await world.book.add(world.db, { statusId: 21 });
    world.settings['order_status_id_initialize_payment_request'] = 21;
    await sweepRound(world.context);
    await world.drain();
    expect(await world.links(old)).toEqual([]);
  });

  test('more links in a minute than allowed: it stops and asks, and does as it is told', async () => {
    world.linkSettings['links_per_minute'] = 3;
    await sweepRound(world.context);
    const ids: number[] = [];
    for (let n = 0; n < 4; n++) ids.push(await world.book.add(world.db));
    await sweepRound(world.context);
    await world.drain();
    expect(world.provider.count('create')).toBe(0);
    expect(await readState(world.db, SWEEP_PAUSED)).toEqual({ orderIds: [...ids].reverse() });
    await answerSweep(world.context, false, 'admin');
    world.now += MINUTE_MS;
    await sweepRound(world.context);
    await world.drain();
    expect(world.provider.count('create')).toBe(0);
    const later = await world.book.add(world.db);
    await sweepRound(world.context);
    await world.drain();
    expect(await world.link(later)).toMatchObject({ state: 'active' });
  });

  test('links whose expiry was lost end all the same', async () => {
    const { orderId } = await world.activeLink();
    await world.db(t(world.db, 'payment_link_outbox')).delete();
    world.now += 31 * DAY_MS;
    await sweepRound(world.context);
    await world.drain();
    expect((await world.link(orderId)).state).toBe('expired');
  });

  test('sessions, tries to log in and forms that are over leave their tables', async () => {
    const store = new SessionStore(world.db, world.context.clock, { lifetimeMs: HOUR_MS, longestMs: DAY_MS });
    await new Promise((done) => store.set('old', { cookie: {} } as SessionData, done));
    await insertTries(world.db, ['a'.repeat(64)], world.now);
    await transaction(world.db, (tx) => takeFormToken(tx, 'b'.repeat(32), 1, world.now));
    const kept = async () => {
      const tables = ['payment_link_session', 'payment_link_login', 'payment_link_form'];
      return Promise.all(tables.map(async (table) => (await world.db(t(world.db, table))).length));
    };
    await sweepRound(world.context);
    expect(await kept()).toEqual([1, 1, 1]);
    world.now += 8 * DAY_MS;
    await sweepRound(world.context);
    expect(await kept()).toEqual([0, 0, 0]);
  });
});
