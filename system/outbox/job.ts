/** One attempt of one job, as its handler sees it. */
export interface Job {
  readonly id: number;
  readonly name: string;
  /** 1 on the first try. */
  readonly attempt: number;
  /** When the job was first due, UTC epoch milliseconds: "retry for 24 hours" counts from here. */
  readonly createdAt: number;
  /** Ends the wait when the worker stops or the lease runs out. */
  readonly signal: AbortSignal;
}

/** A handler of jobs of one name. Throws to be tried again; see `RetryLater` and `GiveUp` for a say in when. */
export interface JobHandler {
  readonly name: string;
  /** How long one attempt may take before another worker may claim the job, ms. */
  readonly leaseMs?: number;
  run(payload: unknown, job: Job): Promise<void>;
}

/** Try again at a time of the handler's choosing, not counted as a failure. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  constructor(
    readonly delayMs: number,
    reason: string,
  ) {
    super(reason);
  }
}

/** Stop trying; the job is shown to a person as failed, with this reason. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}
