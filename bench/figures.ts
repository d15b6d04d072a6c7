/** Middle and tail of a list of milliseconds. */
export function spread(values: readonly number[]): { median: number; p95: number; p99: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export interface Aim {
  readonly is: 'at most' | 'at least';
  readonly value: number;
}

export const atMost = (value: number): Aim => ({ is: 'at most', value });
export const atLeast = (value: number): Aim => ({ is: 'at least', value });

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Stands behind the value: the tail, the peak. */
  readonly more?: string;
  readonly aim: Aim | null;
  /** Null without an aim. */
  readonly reached: boolean | null;
}

export function figure(what: string, value: number, unit: string, aim: Aim | null = null, more?: string): Figure {
  const reached = aim === null ? null : aim.is === 'at most' ? value <= aim.value : value >= aim.value;
  return { what, value: round(value), unit, aim, reached, ...(more === undefined ? {} : { more }) };
}

/** Runs `work` for each of `count` numbers, `parallel` at once; answers each one's duration in ms. */
export async function timed(
  count: number,
  parallel: number,
  work: (index: number) => Promise<unknown>,
): Promise<number[]> {
  const durations: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const started = performance.now();
      await work(index);
      durations.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return durations;
}
