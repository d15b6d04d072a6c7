import type { Clock } from '../../system/clock';

/** What every stand-in may be told; `Timers` are the delays of its provider. */
export interface CommonOptions<Timers> {
  readonly clock?: Clock;
  readonly keys?: Readonly<Record<'test' | 'live', string>>;
  /** Its public address, without a trailing slash; taken from each request when absent. */
  readonly publicUrl?: string;
  /** Which addresses its notifications may go to; any when absent. */
  readonly mayTell?: (url: string) => boolean;
  /** Where its memory is kept between two runs; nowhere when absent. */
  readonly directory?: string;
  readonly timers?: Partial<Timers>;
  /** How often it looks at the clock, ms; 0 leaves that to `control.tick()`. */
  readonly tickMs?: number;
  /** For faults with a rate; answers 0 ≤ x < 1. */
  readonly random?: () => number;
}
