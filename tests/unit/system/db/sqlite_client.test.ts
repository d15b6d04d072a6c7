import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../../system/db/connect';
import { isDuplicate } from '../../../../system/db/duplicate';
import type { Db } from '../../../../system/db/table';
import { transaction } from '../../../../system/db/transaction';

/** A gate that a test opens: what is behind it waits. */
function gate(): { opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  return { opened: new Promise((resolve) => (open = resolve)), open: () => open() };
}

describe.each(['a file', 'memory'])('SQLite in %s', (where) => {
  let folder: string;
  let db: Db;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-'));
    db = connect({ url: where === 'memory' ? 'sqlite::memory:' : `sqlite:${folder}/a.sqlite`, tablePrefix: '' });
    await db.schema.createTable('note', (table) => {
      table.increments('note_id');
      table.string('text').unique();
    });
  });
  afterEach(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });

  const texts = async (): Promise<string[]> =>
    ((await db('note').select('text').orderBy('note_id')) as { text: string }[]).map(({ text }) => text);

  test('answers new ids, counts of changes, and rows that are plain objects', async () => {
    expect(await db('note').insert({ text: 'a' })).toEqual([1]);
    expect(await db('note').update({ text: 'b' })).toBe(1);
    expect(await db('note').where({ text: 'x' }).delete()).toBe(0);
    expect(await db('note').update({ text: 'c' }).returning('*')).toStrictEqual([{ note_id: 1, text: 'c' }]);
    expect(await db('note').first()).toStrictEqual({ note_id: 1, text: 'c' });
  });

  test('names a refused duplicate, in a transaction too, which can go on', async () => {
    await db('note').insert({ text: 'a' });
    expect(await db('note').insert({ text: 'a' }).catch(isDuplicate)).toBe(true);
    await transaction(db, async (tx) => {
      await tx('note')
        .insert({ text: 'a' })
        .catch((failed: unknown) => expect(isDuplicate(failed)).toBe(true));
      await tx('note').insert({ text: 'b' });
    });
    expect(await texts()).toEqual(['a', 'b']);
  });

  test('a transaction in a transaction can be undone by itself', async () => {
    await db.transaction(async (tx) => {
      await tx('note').insert({ text: 'outer' });
      await tx
        .transaction(async (inner) => {
          await inner('note').insert({ text: 'inner' });
          throw new Error('undo');
        })
        .catch(() => undefined);
    });
    expect(await texts()).toEqual(['outer']);
  });

  test('transactions take turns: none sees what another has not finished', async () => {
    const count = async (n: number): Promise<void> =>
      db.transaction(async (tx) => {
        const [row] = (await tx('note').count({ n: '*' })) as { n: number }[];
        await new Promise((resolve) => setTimeout(resolve, 1));
        await tx('note').insert({ text: `${n}: ${row?.n}` });
      });
    await Promise.all([0, 1, 2, 3, 4].map(count));
    expect(await texts()).toEqual(['0: 0', '1: 1', '2: 2', '3: 3', '4: 4']);
  });

  test('nothing can be asked after the end', async () => {
    await db.destroy();
    await expect(db('note').first()).rejects.toThrow('closed');
  });

  if (where === 'memory') return;

  test('sees a column that another process adds', async () => {
    await db('note').insert({ text: 'a' });
    expect(await db('note').first()).toStrictEqual({ note_id: 1, text: 'a' });
    const other = connect({ url: `sqlite:${folder}/a.sqlite`, tablePrefix: '' });
    await other.schema.alterTable('note', (table) => void table.integer('stars').defaultTo(3));
    await other.destroy();
    expect(await db('note').first()).toStrictEqual({ note_id: 1, text: 'a', stars: 3 });
  });

  test('keeps a journal of its own and waits for the disk', async () => {
    await db('note').insert({ text: 'a' });
    expect(existsSync(`${folder}/a.sqlite-wal`)).toBe(true);
    await db.transaction(async (tx) => {
      expect(await tx.raw('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    });
  });

  test('after the end the one file holds everything, and can be copied by itself', async () => {
    await db('note').insert({ text: 'a' });
    await db.destroy();
    copyFileSync(`${folder}/a.sqlite`, `${folder}/copy.sqlite`);
    const copy = connect({ url: `sqlite:${folder}/copy.sqlite`, tablePrefix: '' });
    expect(await copy('note').select('text')).toEqual([{ text: 'a' }]);
    await copy.destroy();
  });

  test('the end of one process waits for no other that reads', async () => {
    await db('note').insert({ text: 'a' });
    const other = connect({ url: `sqlite:${folder}/a.sqlite`, tablePrefix: '' });
    await other.transaction(async (tx) => {
      await tx('note').insert({ text: 'b' });
      await db.destroy();
    });
    expect(await other('note').select('text')).toHaveLength(2);
    await other.destroy();
  });

  test('who reads waits for no writer, and sees what is committed', async () => {
    const { opened, open } = gate();
    const written = gate();
    const writing = db.transaction(async (tx) => {
      await tx('note').insert({ text: 'half' });
      written.open();
      await opened;
    });
    await written.opened;
    expect(await texts()).toEqual([]);
    open();
    await writing;
    expect(await texts()).toEqual(['half']);
  });
});
