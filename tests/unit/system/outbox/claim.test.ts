import { migrate } from '../../../../install/migrations/migrate';
import { systemClock } from '../../../../system/clock';
import { connect } from '../../../../system/db/connect';
import { t, type Db } from '../../../../system/db/table';
import { claimJobs, knowsSkipLocked } from '../../../../system/outbox/claim';
import { putJob, type JobRow } from '../../../../system/outbox/jobs';
import { newDatabase } from '../../../support/database';
import { onServer } from '../../../support/require';

const [NOW, LEASE_MS] = [1_700_000_000_000, 120_000];

onServer('claiming jobs on a server', (server) => {
  const pools: Db[] = [];
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const own = await newDatabase(server);
    drop = own.drop;
    for (let workers = 0; workers < 4; workers++) pools.push(connect({ url: own.url, tablePrefix: 'oc_' }));
    await migrate(first(), 'embedded', systemClock);
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.destroy()));
    await drop();
  });
  beforeEach(async () => {
    await first()(t(first(), 'payment_link_outbox')).delete();
  });

  const first = () => pools[0] as Db;
  const put = async (count: number, runAt = NOW) => {
    for (let index = 0; index < count; index++)
      await putJob(first(), { name: 'some.job', payload: { index }, runAt, now: runAt });
  };
  const claim = (pool: Db, skipLocked: boolean, more: { now?: number; limit?: number; finished?: number[] } = {}) =>
    claimJobs(pool, {
      ...{ owner: `worker ${pools.indexOf(pool)}`, now: NOW, leaseMs: LEASE_MS, limit: 5, skipLocked, finished: [] },
      ...more,
    });
  const idsOf = (jobs: readonly JobRow[]) => jobs.map((job) => job.outbox_id);

  test('this server knows SKIP LOCKED, so both ways can be tried on it', async () => {
    expect(await knowsSkipLocked(first())).toBe(true);
  });

  describe.each([
    ['with SKIP LOCKED', true],
    ['under a lock, as servers before it do', false],
  ])('%s', (_title, skipLocked) => {
    test('four workers at once: each job is claimed by one of them, and none is left', async () => {
      await put(60);
      const claimed: number[] = [];
      const work = async (pool: Db): Promise<void> => {
        for (let empty = 0; empty < 3;) {
          const jobs = await claim(pool, skipLocked);
          empty = jobs.length === 0 ? empty + 1 : 0;
          claimed.push(...idsOf(jobs));
        }
      };
      await Promise.all(pools.map(work));
      expect(new Set(claimed).size).toBe(60);
      expect(claimed).toHaveLength(60);
    });

    test('what is leased, failed or not yet due stays; a lease that is over frees its job', async () => {
      await put(2);
      await put(1, NOW + 1);
      const [failed] = await claim(first(), skipLocked, { limit: 1 });
      await first()<JobRow>(t(first(), 'payment_link_outbox'))
        .where({ outbox_id: failed?.outbox_id ?? 0 })
        .update({ failed_at: NOW, claimed_by: null, claimed_until: null });
      const [leased] = await claim(first(), skipLocked);
      expect(await claim(first(), skipLocked)).toEqual([]);
      const later = await claim(first(), skipLocked, { now: NOW + LEASE_MS + 1 });
      expect(idsOf(later)).toHaveLength(2);
      expect(idsOf(later)).toContain(leased?.outbox_id);
      expect(idsOf(later)).not.toContain(failed?.outbox_id);
    });

    test('what this worker finished goes with its next claim; what another one took over meanwhile does not', async () => {
      await put(2);
      const [mine = 0, taken = 0] = idsOf(await claim(first(), skipLocked));
      const rows = first()<JobRow>(t(first(), 'payment_link_outbox'));
      await rows.clone().where({ outbox_id: taken }).update({ claimed_by: 'another worker' });
      await claim(first(), skipLocked, { finished: [mine, taken] });
      expect(idsOf(await rows.clone().select('*'))).toEqual([taken]);
    });
  });

  test('who does not get the lock claims nothing', async () => {
    await put(1);
    const [other] = pools.slice(1) as [Db];
    const connection = (await other.client.acquireConnection()) as unknown;
    const lock = other.raw('MD5(CONCAT(DATABASE(), ?))', ['.oc_payment_link_outbox.claim']);
    await other.raw('SELECT GET_LOCK(?, 0)', [lock]).connection(connection);
    const claimed = await claim(first(), false).finally(async () => {
      await other.raw('SELECT RELEASE_LOCK(?)', [lock]).connection(connection);
      await other.client.releaseConnection(connection);
    });
    expect(claimed).toEqual([]);
    expect(await claim(first(), false)).toHaveLength(1);
  });
});
