import { withDeadline } from '../../system/deadline';

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
});
