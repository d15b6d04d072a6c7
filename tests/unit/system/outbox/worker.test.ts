import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from '../../../../system/outbox/worker';
import { GiveUp, RetryLater } from '../../../../system/outbox/job';
import { putJob, type JobRow } from '../../../../system/outbox/jobs';
import { createLog } from '../../../../system/log';
import { t, type Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { freshDatabase } from '../../../support/database';
import { until } from '../../../support/program';

const quiet = createLog('silent');

describe('the outbox', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  let now = 1_000_000;
  const clock = { now: () => now };

  beforeEach(async () => {
    ({ db, destroy } = await freshDatabase());
    now = 1_000_000;
  });
  afterEach(() => destroy());

  const worker = (run: (payload: unknown) => Promise<void>) =>
    new Worker({ db, clock, log: quiet, parallel: 4, handlers: [{ name: 'test.job', run }] });
  const put = (payload: unknown, uniqueKey?: string) =>
    putJob(db, { name: 'test.job', payload, runAt: now, now, ...(uniqueKey === undefined ? {} : { uniqueKey }) });
  const rows = () => db<JobRow>(t(db, 'payment_link_outbox')).select('*');

  test('a job that succeeds is gone', async () => {
    const seen: unknown[] = [];
    await put({ orderId: 7 });
    await worker(async (payload) => void seen.push(payload)).drain();
    expect(seen).toEqual([{ orderId: 7 }]);
    expect(await rows()).toEqual([]);
  });

  test('a job that fails comes back later, with its reason', async () => {
    await put({});
    await worker(async () => Promise.reject(new Error('mail server is down'))).drain();
    const [row] = await rows();
    expect(row).toMatchObject({ attempt: 1, last_error: 'mail server is down', claimed_by: null, failed_at: null });
    expect(Number(row?.run_at)).toBeGreaterThan(now);
  });

  test('after a day of failures, and at once on GiveUp, it is kept for a person', async () => {
    await put({ a: 1 });
    now += 25 * 3600 * 1000;
    await worker(async () => Promise.reject(new Error('still down'))).drain();
    await put({ a: 2 });
    await worker(async () => Promise.reject(new GiveUp('refused'))).drain();
    expect((await rows()).map((row) => [Number(row.failed_at), row.last_error])).toEqual([
      [now, 'still down'],
      [now, 'refused'],
    ]);
  });

  const DAY_AGO = 25 * 3600 * 1000;
  const stopped = async (run: (signal: AbortSignal) => Promise<void>, graceMs: number): Promise<string[]> => {
    const told: string[] = [];
    const begun = async () => told.length;
    const busy = new Worker({
      ...{ db, clock, log: quiet, parallel: 4, pollMs: 20, graceMs },
      handlers: [
        {
          name: 'test.job',
          run: async (_payload, { signal }) => {
            told.push('begun');
            await run(signal);
            told.push('ended');
          },
        },
      ],
    });
    busy.start();
    await until(begun, (count) => count > 0);
    await busy.stop();
    return told;
  };

  test('a stop lets what runs come to its end', async () => {
    await put({});
    const told = await stopped(async (signal) => {
      await sleep(100);
      signal.throwIfAborted();
    }, 60_000);
    expect(told).toEqual(['begun', 'ended']);
    expect(await rows()).toEqual([]);
  });

  test('what a stop cuts short is given back as it was, however old it is', async () => {
    await put({});
    const [before] = await rows();
    now += DAY_AGO;
    const cutShort = (signal: AbortSignal) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('cut short'))));
    expect(await stopped(cutShort, 20)).toEqual(['begun']);
    expect(await rows()).toEqual([before]);
  });

  test('what was taken in the moment of a stop is given back and not begun', async () => {
    await put({});
    const [before] = await rows();
    now += DAY_AGO;
    const begun: unknown[] = [];
    const early = worker(async (payload) => void begun.push(payload));
    early.start();
    await early.stop();
    expect(begun).toEqual([]);
    expect(await rows()).toEqual([before]);
  });

  test('two jobs run beside people who wait, and all that there is room for when nobody does', async () => {
    let peopleWait = true;
    const ends: (() => void)[] = [];
    const run = () => new Promise<void>((resolve) => ends.push(resolve));
    const begun = async () => ends.length;
    const busy = new Worker({
      ...{ db, clock, log: quiet, parallel: 4, pollMs: 20 },
      peopleWait: () => peopleWait,
      handlers: [{ name: 'test.job', run }],
    });
    for (const n of [1, 2, 3, 4, 5]) await put({ n });
    busy.start();
    await until(begun, (jobs) => jobs >= 2);
    await sleep(200);
    expect(ends).toHaveLength(2);
    peopleWait = false;
    busy.wake();
    await until(begun, (jobs) => jobs >= 4);
    ends.forEach((end) => end());
    await until(begun, (jobs) => jobs === 5);
    ends.at(-1)?.();
    await busy.stop();
    expect(await rows()).toEqual([]);
  });

  test('RetryLater is no failure', async () => {
    await put({});
    await worker(async () => Promise.reject(new RetryLater(5000, 'not yet'))).drain();
    expect((await rows())[0]).toMatchObject({ attempt: 0, last_error: 'not yet' });
    expect(Number((await rows())[0]?.run_at)).toBe(now + 5000);
  });

  test('one waiting job per key', async () => {
    await put({ n: 1 }, 'read:1');
    await put({ n: 2 }, 'read:1');
    expect(await rows()).toHaveLength(1);
  });

  test('a job put in a transaction that is rolled back never was', async () => {
    await expect(
      transaction(db, async (tx) => {
        await putJob(tx, { name: 'test.job', payload: {}, runAt: now, now });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await rows()).toEqual([]);
  });

  test('a lease that ended is claimed again', async () => {
    await put({});
    await db(t(db, 'payment_link_outbox')).update({ claimed_by: 'a killed worker', claimed_until: now + 1000 });
    let ran = 0;
    expect(await worker(async () => void ran++).drain()).toBe(0);
    now += 2000;
    expect(await worker(async () => void ran++).drain()).toBe(1);
    expect(ran).toBe(1);
  });

  test('workers side by side run every job once', async () => {
    for (let n = 0; n < 60; n++) await put({ n });
    const seen: number[] = [];
    const run = async (payload: unknown) => void seen.push((payload as { n: number }).n);
    await Promise.all([worker(run).drain(), worker(run).drain(), worker(run).drain()]);
    expect(seen.sort((a, b) => a - b)).toEqual([...Array(60).keys()]);
  });
});
