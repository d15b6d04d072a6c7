import { getEventListeners, getMaxListeners } from 'node:events';
import { withDeadline } from '../../system/deadline';

const waitFor = (signal: AbortSignal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

describe('a deadline', () => {
  test('ends the wait by itself', async () => {
    const wait = withDeadline(new AbortController().signal, 5, waitFor);
    await expect(wait).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('ends the wait when whoever asked gives up', async () => {
    const outer = new AbortController();
    const wait = withDeadline(outer.signal, 60_000, waitFor);
    outer.abort(new Error('stopped'));
    await expect(wait).rejects.toThrow('stopped');
  });

  test('lets as many wait for the same end as there are', async () => {
    const outer = new AbortController();
    const waits = Array.from({ length: 40 }, () => withDeadline(outer.signal, 60_000, waitFor).catch(() => undefined));
    expect(getMaxListeners(outer.signal)).toBe(0);
    outer.abort();
    await Promise.all(waits);
    expect(getEventListeners(outer.signal, 'abort')).toEqual([]);
  });
});
