import { MINUTE_MS, SECOND_MS } from '../../../../system/clock';
import { setCrashTrap } from '../../../../system/crash_point';
import { BulkRoom } from '../../../support/bulk_room';
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

describe('killed at a named point and started again', () => {
  /** Stops at the point at its first passing and its third, as a process that dies there. */
  const crashAt = (name: string) => {
    let passed = 0;
    setCrashTrap((point) => {
      if (point === name && ++passed % 2 === 1) throw new Error(`power cut at ${name}`);
    });
    return () => passed;
  };
  const recover = () => world.pass(20 * MINUTE_MS, 10 * SECOND_MS);

  test.each(['bulk.asking', 'bulk.asked', 'bulk.followed', 'bulk.ended'])(
    'at %s: each link is renewed once and mailed once',
    async (point) => {
      const chosen = await room.links(3);
      const before = (await room.mails()).length;
      const passed = crashAt(point);
      const runId = await room.begin('renew', chosen);
      await recover();
      expect(passed()).toBeGreaterThan(0);
      expect(await room.counts(runId)).toEqual({ waiting: 0, asked: 0, done: 3, refused: 0, left: 0 });
      for (const link of chosen) {
        expect((await world.links(link.orderId ?? 0)).map(({ state }) => state)).toEqual(['replaced', 'active']);
      }
      expect(await room.mails()).toHaveLength(before + 3);
      expect([world.provider.count('create'), world.provider.count('cancel')]).toEqual([6, 3]);
    },
  );

  test.each(['bulk.asking', 'bulk.asked', 'bulk.followed'])('at %s: each link is mailed once', async (point) => {
    const chosen = await room.links(3);
    const before = (await room.mails()).length;
    const passed = crashAt(point);
    const runId = await room.begin('resend', chosen);
    for (let n = 0; n < 120; n++) {
      await room.answerMails({ state: 'sent' });
      await world.pass(10 * SECOND_MS, 10 * SECOND_MS);
    }
    expect(passed()).toBeGreaterThan(0);
    expect(await room.counts(runId)).toMatchObject({ done: 3, refused: 0 });
    expect(await room.mails()).toHaveLength(before + 3);
  });

  test('at bulk.refused: refused once, with its reason', async () => {
    const passed = crashAt('bulk.refused');
    const runId = await room.begin('cancel', [{ linkId: 1001 }, { linkId: 1002 }, { linkId: 1003 }]);
    await recover();
    expect(passed()).toBe(3);
    expect(await room.counts(runId)).toMatchObject({ refused: 3, waiting: 0 });
  });
});
