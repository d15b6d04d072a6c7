import { listTogether, together } from '../../../../system/db/together';
import type { Db } from '../../../../system/db/table';
import { t } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';
import { freshDatabase } from '../../../support/database';

describe('reads that share a statement', () => {
  let db: Db;
  let destroy: () => Promise<void>;
  let asked: number[][] = [];
  const find = together<number, string>(async (from, keys) => {
    asked.push([...keys]);
    const rows: { id: number; name: string }[] = await from(t(from, 'thing')).whereIn('id', [...keys]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  });

  beforeAll(async () => {
    ({ db, destroy } = await freshDatabase());
    await db.schema.createTable(t(db, 'thing'), (table) => {
      table.integer('id').primary();
      table.string('name');
    });
    await db(t(db, 'thing')).insert([1, 2, 3].map((id) => ({ id, name: `thing ${id}` })));
  });
  afterAll(() => destroy());
  beforeEach(() => {
    asked = [];
  });

  test('what is asked in one turn is asked at once, each thing once; what is not there is undefined', async () => {
    const found = await Promise.all([find(db, 1), find(db, 3), find(db, 1), find(db, 9)]);
    expect(found).toEqual(['thing 1', 'thing 3', 'thing 1', undefined]);
    expect(asked).toEqual([[1, 3, 9]]);
  });

  test('the next turn is read anew: nothing is remembered', async () => {
    await find(db, 2);
    await db(t(db, 'thing')).where({ id: 2 }).update({ name: 'renamed' });
    expect(await find(db, 2)).toBe('renamed');
    expect(asked).toEqual([[2], [2]]);
  });

  test('a transaction reads for itself, what it wrote', async () => {
    const inside = transaction(db, async (tx) => {
      await tx(t(tx, 'thing')).where({ id: 3 }).update({ name: 'mine' });
      return Promise.all([find(tx, 3), find(tx, 1)]);
    });
    expect(await inside).toEqual(['mine', 'thing 1']);
    expect(asked).toEqual([[3], [1]]);
  });

  test('a read that fails fails for all who asked, and for nobody after them', async () => {
    let broken = true;
    const sometimes = together<number, string>(async (_db, keys) => {
      if (broken) throw new Error('no connection');
      return new Map(keys.map((key) => [key, 'there']));
    });
    const both = await Promise.allSettled([sometimes(db, 1), sometimes(db, 2)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await sometimes(db, 1)).toBe('there');
  });

  test('lists of keys that have none are empty', async () => {
    const list = listTogether<number, string>(async (_db, keys) => new Map([[keys[0] ?? 0, ['a', 'b']]]));
    expect(await Promise.all([list(db, 1), list(db, 2)])).toEqual([['a', 'b'], []]);
  });
});
