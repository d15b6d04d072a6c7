import { runDueJobs } from '../../../install/commands/work';
import type { Program } from '../../../main';

const program = (why: readonly string[]) => {
  let drained = 0;
  const worker = { drain: async () => ++drained } as unknown as Program['worker'];
  return { worker, held: async () => why, drained: () => drained };
};

test('`work --once` runs what is due', async () => {
  expect(await runDueJobs(program([]))).toBe(1);
});

test('on a copy of a shop it runs nothing, and says what to do', async () => {
  const copy = program(['another PUBLIC_URL', 'another DATA_DIR']);
  await expect(runDueJobs(copy)).rejects.toMatchObject({
    code: 'looks_like_copy',
    message: expect.stringContaining('another PUBLIC_URL; another DATA_DIR') as string,
    details: { remedy: expect.stringContaining('attach --confirm-move') as string },
  });
  expect(copy.drained()).toBe(0);
});
