import { spawnSync } from 'node:child_process';
import { PROJECT_ROOT } from '../../../system/project_root';
import { withDeadline } from '../../../system/deadline';

const never = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('work with a deadline', () => {
  const outer = () => new AbortController();

  test('answers what the work answers', async () => {
    expect(await withDeadline(outer().signal, 1000, async () => 7)).toBe(7);
  });

  test('is told to stop when the time is over', async () => {
    await expect(withDeadline(outer().signal, 5, never)).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('is told to stop when whoever waits for it stops', async () => {
    const from = outer();
    const work = withDeadline(from.signal, 60_000, never);
    from.abort(new Error('stopped'));
    await expect(work).rejects.toThrow('stopped');
    await expect(withDeadline(from.signal, 60_000, never)).rejects.toThrow('stopped');
  });

  test('leaves no timer behind', async () => {
    jest.useFakeTimers();
    await withDeadline(outer().signal, 60_000, async () => undefined);
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  test('is no leak to Node, however many wait for the same end', () => {
    const script = `
      const { withDeadline } = require('./system/deadline');
      const outer = new AbortController();
      const wait = (signal) => new Promise((done) => signal.addEventListener('abort', done));
      for (let n = 0; n < 40; n++) void withDeadline(outer.signal, 1, wait);`;
    const options = { cwd: PROJECT_ROOT, encoding: 'utf8' } as const;
    const { status, stderr } = spawnSync(process.execPath, ['-r', 'tsx/cjs', '-e', script], options);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
