/** Middle and tail of a list of milliseconds. */
export function spread(values: readonly number[]): { median: number; p95: number; max: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { median: at(0.5), p95: at(0.95), max: round(sorted.at(-1) ?? 0) };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export interface Figure {
  readonly what: string;
  readonly value: string;
  readonly aim: string;
}

export function figure(what: string, value: string | number, aim = ''): Figure {
  return { what, value: String(value), aim };
}

/** The table a person reads. */
export function tableOf(figures: readonly Figure[]): string {
  const width = (pick: (one: Figure) => string): number => Math.max(...figures.map((one) => pick(one).length));
  const [what, value] = [width((one) => one.what), width((one) => one.value)];
  return figures
    .map((one) => `${one.what.padEnd(what)}  ${one.value.padStart(value)}  ${one.aim}`.trimEnd())
    .join('\n');
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
