import { putDown } from '../../../system/put_down';

const failing = (words: string) => () => Promise.reject(new Error(words));

test('parts are put down in order, each when the one before it is', async () => {
  const down: string[] = [];
  const slowly = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    down.push('first');
  };
  await putDown([slowly, () => void down.push('second'), () => undefined]);
  expect(down).toEqual(['first', 'second']);
});

test('one that fails keeps none from being put down, and what failed is told', async () => {
  const down: string[] = [];
  await expect(putDown([failing('broken'), () => void down.push('second')])).rejects.toThrow('broken');
  expect(down).toEqual(['second']);
  const several = putDown([failing('one'), failing('two')]);
  await expect(several).rejects.toMatchObject({ errors: [new Error('one'), new Error('two')] });
});
