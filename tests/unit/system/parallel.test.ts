import { createTurnstile } from '../../../system/parallel';

/** Whatever can go on without anybody leaving has gone on. */
const settled = () => new Promise((done) => setImmediate(done));
const never = new AbortController().signal;

test('lets so many in at once, first come, first served', async () => {
  const turnstile = createTurnstile(2);
  const order: string[] = [];
  const doors: (() => void)[] = [];
  const enter = (name: string) =>
    turnstile.run(async () => {
      order.push(name);
      await new Promise<void>((leave) => doors.push(leave));
    }, never);
  const all = ['a', 'b', 'c', 'd'].map(enter);
  await settled();
  expect(order).toEqual(['a', 'b']);
  doors.shift()?.();
  await all[0];
  await settled();
  expect(order).toEqual(['a', 'b', 'c']);
  while (order.length < 4 || doors.length > 0) {
    doors.shift()?.();
    await settled();
  }
  await Promise.all(all);
  expect(order).toEqual(['a', 'b', 'c', 'd']);
});

test('who gives up waiting leaves the queue, and who fails leaves the place', async () => {
  const turnstile = createTurnstile(1);
  const impatient = new AbortController();
  let leave = () => {};
  const inside = turnstile.run(() => new Promise<void>((done) => (leave = done)), never);
  const waiting = turnstile.run(async () => 'in', impatient.signal);
  impatient.abort(new Error('given up'));
  await expect(waiting).rejects.toThrow('given up');
  leave();
  await inside;
  await expect(turnstile.run(() => Promise.reject(new Error('failed')), never)).rejects.toThrow('failed');
  await expect(turnstile.run(async () => 'in', never)).resolves.toBe('in');
});
