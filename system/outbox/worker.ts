import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../clock';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../clock';
import { withDeadline } from '../deadline';
import type { Db } from '../db/table';
import { reasonOf } from '../errors';
import type { Log } from '../log';
import { backoffMs } from './backoff';
import { claimJobs, knowsSkipLocked } from './claim';
import { GiveUp, RetryLater, type JobHandler } from './job';
import { failJob, returnJob, type JobRow } from './jobs';

export interface WorkerOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly handlers: readonly JobHandler[];
  /** Jobs at once. */
  readonly parallel: number;
  /** Whether people wait for answers of this process: they go first, and jobs are begun two at a time. */
  readonly peopleWait?: () => boolean;
  /** How often the table is looked at when nobody wakes the worker, ms. Other processes' jobs wait this long. */
  readonly pollMs?: number;
  /** What runs when the worker is stopped has so long to end by itself, ms. */
  readonly graceMs?: number;
}

/** A job is tried for a day, then shown to a person. */
const GIVE_UP_AFTER_MS = DAY_MS;
/** Finished jobs wait this long for company, so that one commit takes many of their rows away. */
const FLUSH_MS = 250;
/** Between two looks at the table: jobs that become due together, or make room together, are taken together. */
const BREATH_MS = 10;
/** They still move, however long people keep coming. */
const BESIDE_PEOPLE = 2;
/** A call to a provider, or a mail, mostly ends within this. */
const GRACE_MS = 3 * SECOND_MS;
/** Default lease: longer than any call's timeout, short enough that a crash costs a minute or two. */
const LEASE_MS = 2 * MINUTE_MS;

/**
 * Takes due jobs and runs their handlers: idle (waiting for the poll or a wake) ⇄ claiming → running up to
 * `parallel` jobs → stopping: nothing new is begun, what runs has a moment to end, and what then is cut short is given
 * back as it was. A killed process's jobs come back when their lease is over.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #handlers: ReadonlyMap<string, JobHandler>;
  readonly #owner = randomUUID();
  readonly #running = new Set<Promise<void>>();
  /** Done, but their rows are still there: they go with the next claim. A crash before it repeats them. */
  #finished: number[] = [];
  /** The last claim took as many jobs as there was room for: more may be due. */
  #full = false;
  #flush: NodeJS.Timeout | null = null;
  readonly #abort = new AbortController();
  #stopping = false;
  #wake: (() => void) | null = null;
  #woken = false;
  #loop: Promise<void> | null = null;
  /** Null until the server was there to be asked. */
  #skipLocked: boolean | null = null;
  /** When the table was last looked at with success, UTC epoch ms: /health tells a stuck worker by it. */
  lastLookAt = 0;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#handlers = new Map(options.handlers.map((handler) => [handler.name, handler]));
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Says that a job may be due: the next look at the table is now. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake?.();
    await this.#loop;
    const patience = setTimeout(() => this.#abort.abort(), this.#options.graceMs ?? GRACE_MS);
    await Promise.allSettled(this.#running);
    clearTimeout(patience);
    if (this.#finished.length > 0) await this.#claimSafely(0);
  }

  /** Runs what is due until nothing is, then answers how many jobs ran. For tests and for `work --once`. */
  async drain(): Promise<number> {
    let ran = 0;
    for (;;) {
      const jobs = this.#stopping ? [] : await this.#claim(this.#options.parallel);
      if (jobs.length === 0 && this.#running.size === 0) return ran;
      ran += jobs.length;
      await Promise.all([...jobs.map((job) => this.#execute(job)), ...this.#running]);
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const room = this.#room();
      const jobs = room > 0 ? await this.#claimSafely(room) : [];
      this.#full = jobs.length >= room;
      for (const job of jobs) this.#track(this.#execute(job));
      const breath = sleep(BREATH_MS);
      if (jobs.length < Math.max(room, 1)) await this.#rest();
      await breath;
    }
  }

  #room(): number {
    const { parallel, peopleWait } = this.#options;
    return (peopleWait?.() ? Math.min(BESIDE_PEOPLE, parallel) : parallel) - this.#running.size;
  }

  #track(running: Promise<void>): void {
    this.#running.add(running);
    void running.finally(() => {
      this.#running.delete(running);
      if (this.#full) this.wake();
      else this.#flush ??= setTimeout(() => this.wake(), FLUSH_MS).unref();
    });
  }

  async #rest(): Promise<void> {
    if (this.#woken || this.#stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollMs ?? 500);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  async #claimSafely(limit: number): Promise<JobRow[]> {
    try {
      return await this.#claim(limit);
    } catch (failed) {
      this.#options.log.error({ err: failed }, 'jobs could not be read');
      return [];
    }
  }

  async #claim(limit: number): Promise<JobRow[]> {
    const { db, clock } = this.#options;
    const finished = this.#finished;
    this.#finished = [];
    if (this.#flush) clearTimeout(this.#flush);
    this.#flush = null;
    try {
      const request = { owner: this.#owner, now: clock.now(), leaseMs: LEASE_MS, limit, finished };
      this.#skipLocked ??= await knowsSkipLocked(db);
      const jobs = await claimJobs(db, { ...request, skipLocked: this.#skipLocked });
      this.lastLookAt = clock.now();
      return jobs;
    } catch (failed) {
      this.#finished.push(...finished);
      throw failed;
    }
  }

  async #execute(row: JobRow): Promise<void> {
    const { log } = this.#options;
    const handler = this.#handlers.get(row.name);
    const attempt = Number(row.attempt) + 1;
    try {
      if (this.#stopping) return await this.#giveBack(row);
      if (!handler) throw new GiveUp(`nobody handles ${row.name}`);
      const { outbox_id: id, name } = row;
      const job = { id, name, attempt, createdAt: Number(row.created_at) };
      await withDeadline(this.#abort.signal, handler.leaseMs ?? LEASE_MS, (signal) =>
        handler.run(JSON.parse(row.payload), { ...job, signal }),
      );
      this.#finished.push(row.outbox_id);
      log.debug({ job: row.name, id: row.outbox_id, attempt }, 'a job was done');
    } catch (failed) {
      await this.#settle(row, attempt, failed).catch((lost: unknown) =>
        log.error({ err: lost, job: row.name, id: row.outbox_id }, 'a job could not be given back; its lease will end'),
      );
    }
  }

  /** As if it had not been taken: being stopped is no failure of the job. */
  async #giveBack(row: JobRow): Promise<void> {
    const { run_at: runAt, attempt, last_error: lastError } = row;
    await returnJob(this.#options.db, row.outbox_id, this.#owner, { runAt, attempt, lastError });
  }

  async #settle(row: JobRow, attempt: number, failed: unknown): Promise<void> {
    const { db, clock, log } = this.#options;
    const now = clock.now();
    const lastError = reasonOf(failed).slice(0, 1000);
    if (failed instanceof RetryLater) {
      await returnJob(db, row.outbox_id, this.#owner, { runAt: now + failed.delayMs, attempt: attempt - 1, lastError });
      return;
    }
    if (this.#abort.signal.aborted && !(failed instanceof GiveUp)) return this.#giveBack(row);
    const tooOld = now - Number(row.created_at) > GIVE_UP_AFTER_MS;
    log.warn({ err: failed, job: row.name, id: row.outbox_id, attempt }, 'a job failed');
    if (failed instanceof GiveUp || tooOld) await failJob(db, row.outbox_id, this.#owner, now, lastError);
    else await returnJob(db, row.outbox_id, this.#owner, { runAt: now + backoffMs(attempt), attempt, lastError });
  }
}
