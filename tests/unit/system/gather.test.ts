import { gather } from '../../../system/gather';

/** A writer whose batches end when the test says so. */
function slowWriter() {
  const batches: string[][] = [];
  const ends: ((failed?: Error) => void)[] = [];
  const write = (wishes: readonly string[]) => {
    batches.push([...wishes]);
    return new Promise<void>((resolve, reject) => ends.push((failed) => (failed ? reject(failed) : resolve())));
  };
  const end = async (failed?: Error): Promise<void> => {
    ends.shift()?.(failed);
    // Lets everything that follows from it run.
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { batches, write, end };
}

const options = { weightMax: 3, weightOf: (wish: string) => wish.length };

test('a single wish is written at once; what comes meanwhile makes up the next batch', async () => {
  const { batches, write, end } = slowWriter();
  const keep = gather(write, options);
  const done: string[] = [];
  for (const wish of ['a', 'b', 'c']) void keep(wish).then(() => done.push(wish));
  expect(batches).toEqual([['a']]);
  await end();
  expect(done).toEqual(['a']);
  expect(batches).toEqual([['a'], ['b', 'c']]);
  await end();
  expect(done).toEqual(['a', 'b', 'c']);
});

test('with a breath, what comes a moment after a batch waits for company', async () => {
  const { batches, write, end } = slowWriter();
  const keep = gather(write, { ...options, breathMs: 50 });
  const first = keep('a');
  await end();
  await first;
  const others = [keep('b'), keep('c')];
  while (batches.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(batches).toEqual([['a'], ['b', 'c']]);
  await end();
  await Promise.all(others);
});

test('a batch is no heavier than allowed, but for a single wish that is', async () => {
  const { batches, write, end } = slowWriter();
  const keep = gather(write, options);
  for (const wish of ['a', 'bb', 'c', 'dddddd', 'e']) void keep(wish);
  for (let batch = 0; batch < 4; batch++) await end();
  expect(batches).toEqual([['a'], ['bb', 'c'], ['dddddd'], ['e']]);
});

test('a wish that cannot be written spoils no other', async () => {
  const keep = gather(
    async (wishes: readonly string[]) => {
      await Promise.resolve();
      if (wishes.includes('bad')) throw new Error('bad');
    },
    { weightMax: 100, weightOf: () => 1 },
  );
  const results = await Promise.allSettled(['first', 'good', 'bad', 'also good'].map(keep));
  expect(results.map((result) => result.status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  await expect(keep('later')).resolves.toBeUndefined();
});
