import { setTimeout as sleep } from 'node:timers/promises';

/** What waits for the next batch. */
interface Waiting<Wish> {
  readonly wish: Wish;
  resolve(): void;
  reject(failed: unknown): void;
}

export interface GatherOptions<Wish> {
  /** Sum of the weights in one batch; a single wish may be heavier. */
  readonly weightMax: number;
  weightOf(wish: Wish): number;
  /** So long after a batch the next is begun at the soonest, ms: for work that nobody waits for. */
  readonly breathMs?: number;
}

/**
 * Has wishes written together: what comes while one batch is being written makes up the next, so that a hundred at
 * once cost one commit, and a single one waits for nobody. Each is answered when its batch is written. A batch that
 * fails is written one by one, so that a wish that cannot be written spoils no other.
 */
export function gather<Wish>(
  write: (wishes: readonly Wish[]) => Promise<void>,
  { weightMax, weightOf, breathMs = 0 }: GatherOptions<Wish>,
): (wish: Wish) => Promise<void> {
  const waiting: Waiting<Wish>[] = [];
  let writing = false;

  const take = (): Waiting<Wish>[] => {
    let [count, weight] = [0, 0];
    for (const { wish } of waiting) {
      weight += weightOf(wish);
      if (count > 0 && weight > weightMax) break;
      count++;
    }
    return waiting.splice(0, count);
  };

  const writeAll = async (batch: readonly Waiting<Wish>[]): Promise<void> => {
    try {
      await write(batch.map(({ wish }) => wish));
      for (const one of batch) one.resolve();
    } catch (failed) {
      const [only, ...others] = batch;
      if (others.length === 0) only?.reject(failed);
      else for (const one of batch) await writeAll([one]);
    }
  };

  const run = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      await writeAll(take());
      if (breathMs > 0) await sleep(breathMs);
    }
    writing = false;
  };

  return (wish) =>
    new Promise((resolve, reject) => {
      waiting.push({ wish, resolve, reject });
      if (!writing) void run();
    });
}
