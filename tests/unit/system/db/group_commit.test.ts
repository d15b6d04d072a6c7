import { GroupCommit } from '../../../../system/db/group_commit';
import { SqliteFile } from '../../../../system/db/sqlite_file';

/** The real thing, which notes what is asked of it and can fail like a full disk. */
class Watched extends SqliteFile {
  readonly said: string[] = [];
  failing = '';

  override exec(sql: string): void {
    this.said.push(sql);
    if (sql !== this.failing) return super.exec(sql);
    this.failing = '';
    throw new Error('disk is full');
  }
}

describe('transactions that end together', () => {
  let file: Watched;
  let group: GroupCommit;
  beforeEach(() => {
    file = new Watched(':memory:', []);
    file.exec('CREATE TABLE note (text TEXT UNIQUE)');
    file.said.length = 0;
    group = new GroupCommit(file);
  });
  afterEach(() => file.close());

  const add = (text: string) => file.run('INSERT INTO note VALUES (?)', [text]);
  const texts = () => (file.run('SELECT text FROM note', []) as { text: string }[]).map(({ text }) => text);
  const said = (word: string) => file.said.filter((sql) => sql.startsWith(word)).length;

  async function write(text: string, fails = false): Promise<string> {
    await group.begin();
    try {
      add(text);
      if (fails) throw new Error(`${text} failed`);
    } catch (failed) {
      group.rollback();
      throw failed;
    }
    await group.commit();
    return text;
  }

  test('are one commit, and each is answered after it', async () => {
    const committedBefore: number[] = [];
    const note = async (text: string) => {
      await write(text);
      committedBefore.push(said('COMMIT'));
    };
    await Promise.all([note('a'), note('b'), group.write(() => add('c')), note('d')]);
    expect([said('BEGIN'), said('COMMIT')]).toEqual([1, 1]);
    expect(committedBefore).toEqual([1, 1, 1]);
    expect(texts()).toEqual(['a', 'b', 'c', 'd']);
  });

  test.each([0, 1, 2])('number %i failing undoes itself alone', async (number) => {
    const done = await Promise.allSettled(['a', 'b', 'c'].map((text, index) => write(text, index === number)));
    expect(done.map(({ status }) => status === 'fulfilled')).toEqual([0, 1, 2].map((index) => index !== number));
    expect(texts()).toEqual(['a', 'b', 'c'].filter((_text, index) => index !== number));
  });

  test('a statement that is refused undoes nothing of the others', async () => {
    const twice = group.write(() => add('a'));
    const done = await Promise.allSettled([write('a'), twice, write('b')]);
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(texts()).toEqual(['a', 'b']);
  });

  test('have all failed when their commit fails, and the next ones begin afresh', async () => {
    file.failing = 'COMMIT';
    const done = await Promise.allSettled([write('a'), write('b')]);
    expect(done).toMatchObject([{ reason: { message: 'disk is full' } }, { reason: { message: 'disk is full' } }]);
    expect(texts()).toEqual([]);
    await write('c');
    expect(texts()).toEqual(['c']);
  });

  describe('in a crowd', () => {
    beforeEach(() => void jest.useFakeTimers());
    afterEach(() => void jest.useRealTimers());

    /** Each commit takes 2 ms. */
    function slowDisk(): void {
      let nowMs = 0;
      group = new GroupCommit(file, () => nowMs);
      const exec = file.exec.bind(file);
      file.exec = (sql) => {
        if (sql === 'COMMIT') nowMs += 2;
        exec(sql);
      };
    }

    test('wait for more of them before the next commit, a fifth of the time for the disk', async () => {
      slowDisk();
      const crowd = Promise.all(['a', 'b', 'c'].map((text) => write(text)));
      await jest.advanceTimersByTimeAsync(0);
      await crowd;
      const late = [write('d')];
      await jest.advanceTimersByTimeAsync(7);
      late.push(write('e'));
      await jest.advanceTimersByTimeAsync(0);
      expect(said('COMMIT')).toBe(1);
      await jest.advanceTimersByTimeAsync(1);
      expect(await Promise.all(late)).toEqual(['d', 'e']);
      expect(said('COMMIT')).toBe(2);
    });

    test('nobody waits when they come one or two at a time', async () => {
      slowDisk();
      for (const texts of [['a', 'b'], ['c'], ['d']]) {
        const written = Promise.all(texts.map((text) => write(text)));
        await jest.advanceTimersByTimeAsync(0);
        await written;
      }
      expect(said('COMMIT')).toBe(3);
    });
  });

  test('have all failed when SQLite undid all of it under one of them', async () => {
    const first = write('a');
    const second = (async () => {
      await group.begin();
      file.exec('ROLLBACK');
      group.rollback();
    })();
    await expect(first).rejects.toThrow('no such savepoint');
    await second;
    await write('b');
    expect(texts()).toEqual(['b']);
  });

  test('wait for one that takes longer, and let nobody else in before their commit', async () => {
    const order: string[] = [];
    const quick = write('a').then(() => order.push('a'));
    await group.begin();
    // The moment of the commit comes while the slow one is still writing.
    await new Promise((resolve) => setImmediate(resolve));
    const late = write('late').then(() => order.push('late'));
    add('slow');
    const slow = group.commit().then(() => order.push('slow'));
    await Promise.all([quick, slow, late]);
    expect(order.slice(0, 2).sort()).toEqual(['a', 'slow']);
    expect(order[2]).toBe('late');
    expect(said('COMMIT')).toBe(2);
  });

  test('a statement that must be alone finds no transaction open', async () => {
    const writing = write('a');
    const inside = group.alone(() => file.inTransaction);
    await writing;
    expect(await inside).toBe(false);
    expect(texts()).toEqual(['a']);
  });
});
