import { stopRun } from '../../../../extension/payment_link/bulk/begin_run';
import { findRun, listRuns, listRunsUnderWay, type BulkAct } from '../../../../extension/payment_link/bulk/runs';
import { deleteOldRuns, UNDER_WAY_MAX } from '../../../../extension/payment_link/bulk/run_round';
import { runVersion } from '../../../../extension/payment_link/bulk/run_version';
import { findFormResult } from '../../../../extension/payment_link/forms';
import { putRefresh } from '../../../../extension/payment_link/jobs';
import type { Link } from '../../../../extension/payment_link/link/link_row';
import { markPaidOtherwise } from '../../../../extension/payment_link/person/person_actions';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../system/clock';
import { setCrashTrap } from '../../../../system/crash_point';
import { t } from '../../../../system/db/table';
import { ANN, BulkRoom } from '../../../support/bulk_room';
import type { LinkWorld } from '../../../support/link_world';

let room: BulkRoom;
let world: LinkWorld;
beforeEach(async () => {
  room = await BulkRoom.open();
  world = room.world;
});
afterEach(() => {
  setCrashTrap(null);
  return world.destroy();
});

describe('a run', () => {
  test('cancels each link at the provider, says so in each journal under the name of who pressed, and ends', async () => {
    const chosen = await room.links(3);
    const runId = await room.begin('cancel', chosen);
    expect(await listRunsUnderWay(world.db, 5)).toMatchObject([{ runId, act: 'cancel', total: 3, actor: 'ann' }]);
    await room.seconds(10);
    expect(await room.counts(runId)).toEqual({ waiting: 0, asked: 0, done: 3, refused: 0, left: 0 });
    expect(world.provider.count('cancel')).toBe(3);
    for (const link of chosen)
      expect(await room.newest(link)).toMatchObject({ state: 'cancelled', closedWhy: 'by_hand' });
    const noted = world.db(t(world.db, 'payment_link_journal')).where({ event: 'link.cancel_asked' });
    expect(await noted.select('actor', 'ip')).toEqual(Array(3).fill({ actor: 'ann', ip: '192.0.2.7' }));
    expect((await findRun(world.db, runId))?.endedAt).toEqual(expect.any(Number));
    expect(await listRunsUnderWay(world.db, 5)).toEqual([]);
    const said = world.db(t(world.db, 'payment_link_journal')).where('event', 'like', 'bulk.%').orderBy('journal_id');
    expect(((await said) as { event: string }[]).map(({ event }) => event)).toEqual(['bulk.cancel_begun', 'bulk.done']);
  });

  test('renews each link and mails it; done is what the provider made, not what was wished', async () => {
    const chosen = await room.links(2);
    world.provider.faults = ['none', 'none', 'refused'];
    const runId = await room.begin('renew', chosen);
    await room.seconds(20);
    const states = await Promise.all(chosen.map(async (link) => (await room.newest(link)).state));
    expect(states.sort()).toEqual(['active', 'failed']);
    expect(await room.counts(runId)).toMatchObject({ done: 1, refused: 1 });
    expect(await room.refusals(runId)).toEqual([['Invalid amount', 'Check it.']]);
  });

  test('mails each link again; done is what the mail server took', async () => {
    const chosen = await room.links(2);
    await room.mails().update({ state: 'sent' });
    const runId = await room.begin('resend', chosen);
    await room.seconds(3);
    expect(await room.counts(runId)).toMatchObject({ asked: 2, done: 0 });
    const [first] = (await room.mails().where({ state: 'waiting' })) as { mail_id: number }[];
    await room
      .mails()
      .where({ mail_id: first?.mail_id ?? 0 })
      .update({ state: 'failed', failure: 'The mail server refused the mail.', remedy: 'Look at the address.' });
    await room.answerMails({ state: 'sent' });
    await room.seconds(3);
    expect(await room.counts(runId)).toMatchObject({ asked: 0, done: 1, refused: 1 });
    expect(await room.refusals(runId)).toEqual([['The mail server refused the mail.', 'Look at the address.']]);
  });

  test('is begun once by a press, which remembers it, and what crashes within the press leaves nothing', async () => {
    const chosen = await room.links(1);
    const pressing = { ...ANN, press: { token: 'a'.repeat(32), userId: 1 } };
    setCrashTrap((place) => {
      if (place === 'press.acted') throw new Error('power cut');
    });
    await expect(room.begin('cancel', chosen, pressing)).rejects.toThrow('power cut');
    expect(await listRuns(world.db, 5)).toEqual([]);
    setCrashTrap(null);
    const runId = await room.begin('cancel', chosen, pressing);
    expect(await findFormResult(world.db, pressing.press.token)).toBe(String(runId));
    await expect(room.begin('cancel', chosen, pressing)).rejects.toMatchObject({ code: 'pressed_before' });
    expect(await listRuns(world.db, 5)).toHaveLength(1);
  });

  test('names an unknown link, and goes on with the others', async () => {
    const [link] = await room.links(1);
    const runId = await room.begin('cancel', [{ linkId: 987_654 }, link!, link!]);
    await room.seconds(5);
    expect(await room.counts(runId)).toMatchObject({ done: 1, refused: 1 });
    expect(await room.refusals(runId)).toEqual([['There is no such payment link.', null]]);
  });
});

describe('a link that changed before its turn', () => {
  const PAID = 'This payment link is paid.';
  const pay = async (link: Link) => {
    world.provider.pay(link.reference, 't1');
    await putRefresh(world.db, link.linkId, world.now, world.now);
    await world.drain();
  };

  test.each<[BulkAct, string, (link: Link) => Promise<unknown>, string]>([
    ['resend', 'was paid', pay, PAID],
    ['renew', 'was paid', pay, 'This payment link cannot be renewed: it is paid.'],
    ['cancel', 'was paid', pay, PAID],
    ['renew', 'was paid otherwise', ({ linkId }) => markPaidOtherwise(world.context, linkId, ANN, 2), PAID],
    ['cancel', 'expired', () => world.pass(31 * DAY_MS, DAY_MS), 'This payment link is closed already.'],
    ['resend', 'expired', () => world.pass(31 * DAY_MS, DAY_MS), 'This payment link is closed.'],
    [
      'renew',
      'lost its order',
      ({ orderId }) => world.book.change(world.db, orderId ?? 0, { total: '0.0000' }),
      'There is nothing to pay for the order of this link any more.',
    ],
    [
      'renew',
      'lost its key',
      async () => (world.settings['api_key'] = ''),
      'No API key is set for the store of this link.',
    ],
    [
      'renew',
      'got a currency that cannot be charged',
      ({ orderId }) => world.book.change(world.db, orderId ?? 0, { currencyCode: 'JPY' }),
      'The currency of this link cannot be charged. JPY must be confirmed with FakePay first.',
    ],
  ])('is not touched by %s when it %s', async (act, _how, change, reason) => {
    const [link] = await room.links(1);
    await change(link!);
    await world.drain();
    const before = await room.newest(link!);
    const calls = world.provider.calls.length;
    const runId = await room.begin(act, [link!]);
    await room.seconds(3);
    expect(await room.refusals(runId)).toEqual([[reason, expect.any(String)]]);
    expect(await room.newest(link!)).toEqual(before);
    expect(world.provider.calls).toHaveLength(calls);
  });

  test('names the attempt that stands for it', async () => {
    const [link] = await room.links(1);
    await room.begin('renew', [link!]);
    await room.seconds(10);
    const second = await room.newest(link!);
    const runId = await room.begin('renew', [link!]);
    await room.seconds(3);
    expect(await room.refusals(runId)).toEqual([
      [`This link gave way to a newer one, ${second.reference}.`, 'Choose the newer one instead.'],
    ]);
    expect((await room.newest(link!)).attempt).toBe(2);
  });

  test('is left as it is while a payment is on its way, and the run says why', async () => {
    const [link] = await room.links(1);
    world.provider.pay(link!.reference, 't1', { status: 'pending' });
    const runId = await room.begin('renew', [link!]);
    await room.seconds(5);
    expect((await room.refusals(runId))[0]?.[0]).toBe(
      'A payment is on its way or has arrived, so the link was left as it is.',
    );
    expect((await room.newest(link!)).attempt).toBe(1);
  });
});

test('two people who begin the same at once: each link is mailed once, and the other is told by whom', async () => {
  const chosen = await room.links(3);
  const before = await room.mails();
  const [first, second] = [
    await room.begin('resend', chosen),
    await room.begin('resend', chosen, { name: 'bob', ip: null }),
  ];
  await room.seconds(3);
  await room.answerMails({ state: 'sent' });
  await room.seconds(3);
  const [one, other] = [await room.counts(first), await room.counts(second)];
  expect([one.done + other.done, one.refused + other.refused]).toEqual([3, 3]);
  expect(await room.mails()).toHaveLength(before.length + 3);
  const said = [...(await room.refusals(first)), ...(await room.refusals(second))].map(([reason]) => reason);
  expect(said.every((reason) => /^(ann|bob) did the same with this link a moment ago\.$/.test(reason ?? ''))).toBe(
    true,
  );
  const again = await room.begin('resend', chosen);
  await room.seconds(3);
  expect(await room.counts(again)).toMatchObject({ asked: 3, refused: 0 });
});

describe('a run goes easy on others', () => {
  test('it takes half of the links that the owner allows in a minute, whatever was refused between', async () => {
    world.linkSettings['links_per_minute'] = 6;
    const chosen = await room.links(7);
    const runId = await room.begin('cancel', chosen);
    await room.seconds(50);
    expect(await room.counts(runId)).toMatchObject({ done: 3, waiting: 4 });
    await room.seconds(60);
    expect(await room.counts(runId)).toMatchObject({ done: 6, waiting: 1 });
  });

  test('while the provider is down the rest waits its turn, and goes on by itself', async () => {
    world.linkSettings['links_per_minute'] = 10_000;
    const chosen = await room.links(UNDER_WAY_MAX + 3);
    world.provider.readsFail = true;
    const runId = await room.begin('cancel', chosen);
    await room.seconds(10);
    expect(await runVersion(world.context, runId)).toMatch(/false$/);
    await room.seconds(20);
    expect(await room.counts(runId)).toMatchObject({ asked: UNDER_WAY_MAX, waiting: 3, done: 0 });
    expect(await runVersion(world.context, runId)).toMatch(/true$/);
    world.provider.readsFail = false;
    await world.pass(HOUR_MS, 10 * SECOND_MS);
    expect(await room.counts(runId)).toMatchObject({ done: UNDER_WAY_MAX + 3, refused: 0 });
    expect(world.provider.count('cancel')).toBe(UNDER_WAY_MAX + 3);
  });

  test('what nobody decides within a day is given up, with the place to look', async () => {
    const [link] = await room.links(1);
    const runId = await room.begin('resend', [link!]);
    await world.pass(28 * HOUR_MS, HOUR_MS);
    expect(await room.refusals(runId)).toEqual([
      ['It was not done within a day.', 'Look under System → Jobs for what holds it up.'],
    ]);
    expect((await findRun(world.db, runId))?.endedAt).toEqual(expect.any(Number));
  });
});

test('Stop leaves what has not begun, sees to what was asked for, and is heard once', async () => {
  world.linkSettings['links_per_minute'] = 4;
  const chosen = await room.links(5);
  world.provider.readsFail = true;
  const runId = await room.begin('cancel', chosen);
  await room.seconds(2);
  expect(await stopRun(world.context, runId, ANN)).toBe(true);
  expect(await stopRun(world.context, runId, ANN)).toBe(false);
  expect(await room.counts(runId)).toMatchObject({ asked: 2, left: 3 });
  expect((await findRun(world.db, runId))?.endedAt).toBeNull();
  world.provider.readsFail = false;
  await world.pass(HOUR_MS, MINUTE_MS);
  expect(await room.counts(runId)).toMatchObject({ done: 2, left: 3, waiting: 0 });
  expect((await findRun(world.db, runId))?.endedAt).toEqual(expect.any(Number));
  expect(world.provider.count('cancel')).toBe(2);
});

test('a run of long ago is forgotten with its links', async () => {
  const runId = await room.begin('cancel', await room.links(1));
  await room.seconds(5);
  await deleteOldRuns(world.context, world.now + 89 * DAY_MS);
  expect(await findRun(world.db, runId)).not.toBeNull();
  await deleteOldRuns(world.context, world.now + 91 * DAY_MS);
  expect([await findRun(world.db, runId), (await room.counts(runId)).done]).toEqual([null, 0]);
});
