import { beginWhenAtHome } from '../../../install/outward';
import { createLog } from '../../../system/log';

const log = createLog('silent');
const SECONDS_MS = 5000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** A shop that is asked how strange it is, answer by answer; the last one goes on. */
function shop(...answers: (string[] | Error | Promise<string[]>)[]) {
  let asked = 0;
  return {
    asked: () => asked,
    strangeness: async () => {
      const answer = answers[Math.min(asked++, answers.length - 1)] ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

const begun = () => {
  let times = 0;
  return { times: () => times, begin: async () => void times++ };
};

test('at home it begins at once', async () => {
  const { times, begin } = begun();
  const outward = await beginWhenAtHome(shop([]), log, begin);
  expect([times(), outward.why()]).toEqual([1, []]);
  await outward.stop();
});

test('on a copy nothing begins until the move is confirmed, also when a look fails meanwhile', async () => {
  const { times, begin } = begun();
  const room = shop(['another machine'], new Error('no database'), ['another machine'], []);
  const outward = await beginWhenAtHome(room, log, begin);
  expect([times(), outward.why()]).toEqual([0, ['another machine']]);
  for (let look = 0; look < 3; look++) {
    expect(times()).toBe(0);
    await jest.advanceTimersByTimeAsync(SECONDS_MS);
  }
  expect([times(), outward.why()]).toEqual([1, []]);
  await outward.stop();
});

test('a stop during a look is waited for, and nothing begins after it', async () => {
  const { times, begin } = begun();
  let answer = (_why: string[]): void => undefined;
  const slow = new Promise<string[]>((resolve) => (answer = resolve));
  const room = shop(['another machine'], slow);
  const outward = await beginWhenAtHome(room, log, begin);
  await jest.advanceTimersByTimeAsync(SECONDS_MS);
  let stopped = false;
  const stopping = outward.stop().then(() => (stopped = true));
  await jest.advanceTimersByTimeAsync(1);
  expect(stopped).toBe(false);
  answer([]);
  await stopping;
  await jest.advanceTimersByTimeAsync(10 * SECONDS_MS);
  expect([times(), room.asked()]).toEqual([0, 2]);
});
