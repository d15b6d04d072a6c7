import { forgetKept, kept, keptLonger } from '../../../../system/db/kept';
import type { Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { freshDatabase } from '../../../support/database';

describe('what is kept in memory', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  let nowMs = 0;
  let reads = 0;
  const read = async () => ++reads;

  beforeAll(async () => {
    ({ db, destroy } = await freshDatabase());
  });
  afterAll(() => destroy());
  beforeEach(() => {
    [nowMs, reads] = [10_000, 0];
    jest.spyOn(performance, 'now').mockImplementation(() => nowMs);
    forgetKept(db);
  });
  afterEach(() => jest.restoreAllMocks());

  test('is read once a second, and anew when this process wrote it', async () => {
    expect([await kept(db, 'name', read), await kept(db, 'name', read)]).toEqual([1, 1]);
    nowMs += 1000;
    expect(await kept(db, 'name', read)).toBe(2);
    await transaction(db, async (tx) => forgetKept(tx));
    expect(await kept(db, 'name', read)).toBe(3);
  });

  test('is kept longer where that was said, if it is worth it', async () => {
    const many = () => keptLonger(db, 'many', read, { ms: 60_000, keeps: (count) => count > 1 });
    expect([await many(), await many()]).toEqual([1, 2]);
    nowMs += 59_999;
    expect(await many()).toBe(2);
    nowMs += 1;
    expect(await many()).toBe(3);
  });
});
