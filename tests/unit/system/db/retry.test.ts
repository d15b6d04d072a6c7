import { retryingTransaction } from '../../../../system/db/retry';
import { t, type Db } from '../../../../system/db/table';
import { freshDatabase } from '../../../support/database';

const deadlock = () => Object.assign(new Error('Deadlock found'), { code: 'ER_LOCK_DEADLOCK' });

describe('a transaction that the server ended for a deadlock', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeEach(async () => {
    ({ db, destroy } = await freshDatabase());
  });
  afterEach(() => destroy());

  async function failing(times: number, error: () => Error): Promise<number> {
    let tries = 0;
    await retryingTransaction(db, async (tx) => {
      await tx(t(tx, 'store')).insert({ name: 'once', url: '' });
      if (++tries <= times) throw error();
    });
    return tries;
  }

  test('is begun again, and leaves what one run leaves', async () => {
    expect(await failing(3, deadlock)).toBe(4);
    expect(await db(t(db, 'store')).count({ n: '*' })).toEqual([{ n: 1 }]);
  });

  test('is given up when it never ends well', async () => {
    await expect(failing(99, deadlock)).rejects.toThrow('Deadlock found');
    expect(await db(t(db, 'store')).count({ n: '*' })).toEqual([{ n: 0 }]);
  });

  test('other failures are not repeated', async () => {
    let runs = 0;
    const run = retryingTransaction(db, async () => {
      runs++;
      throw new Error('no');
    });
    await expect(run).rejects.toThrow('no');
    expect(runs).toBe(1);
  });
});
