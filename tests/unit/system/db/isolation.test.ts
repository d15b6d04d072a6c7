import type { Db } from '../../../../system/db/table';
import { dialectOf } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { freshDatabase } from '../../../support/database';

describe('on MySQL and MariaDB', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  beforeAll(async () => {
    ({ db, destroy } = await freshDatabase());
  });
  afterAll(() => destroy());

  test('a transaction sees what others commit meanwhile, without a statement of its own for it', async () => {
    if (dialectOf(db) !== 'mysql') return expect(dialectOf(db)).toBe('sqlite');
    const said: string[] = [];
    db.on('query', ({ sql }: { sql: string }) => said.push(sql));
    const [row] = await transaction(db, async (tx) => {
      const found = (await tx.raw('SELECT @@session.tx_isolation AS level')) as unknown;
      return found as [{ level: string }[]];
    });
    expect(row[0]?.level).toBe('READ-COMMITTED');
    expect(said.filter((sql) => /isolation level/i.test(sql))).toEqual([]);
  });
});
