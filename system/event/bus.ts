import type { Tx } from '../db/table';
import { putJobs } from '../outbox/jobs';
import type { Clock } from '../clock';
import type { JobHandler } from '../outbox/job';
import type { AfterName, AfterPayload, Announcement, BeforeName, BeforeValue } from './events';
import type { AfterListener, BeforeListener, Listener } from './listen';

/** Knows every listener; all of them before the first event. */
export class EventBus {
  readonly #before = new Map<string, BeforeListener[]>();
  readonly #after = new Map<string, AfterListener[]>();
  readonly #names = new Set<string>();
  readonly #clock: Clock;

  constructor(listeners: readonly Listener[], clock: Clock) {
    this.#clock = clock;
    this.listen(listeners);
  }

  /** @throws Error when two listeners share a name: the name identifies stored jobs. */
  listen(listeners: readonly Listener[]): void {
    for (const listener of listeners) {
      if (this.#names.has(listener.name)) throw new Error(`two listeners are named ${listener.name}`);
      this.#names.add(listener.name);
      if (listener.kind === 'before') append(this.#before, listener);
      else append(this.#after, listener);
    }
  }

  // A listener is kept under its event's name, so its value has that event's type: the casts to `never` below say so.

  /** Passes the value through all before-listeners, in order; any of them may throw to veto. */
  async filter<N extends BeforeName>(tx: Tx, event: N, value: BeforeValue<N>): Promise<BeforeValue<N>> {
    let current = value;
    for (const listener of this.#before.get(event) ?? []) {
      current = (await listener.run(tx, current as never)) as BeforeValue<N>;
    }
    return current;
  }

  /** Tells all after-listeners, durably: one outbox row each, written by the caller's transaction. */
  async announce<N extends AfterName>(tx: Tx, event: N, payload: AfterPayload<N>): Promise<void> {
    await this.announceAll(tx, [{ event, payload } as Announcement]);
  }

  /** As `announce`, with one statement for all of them. */
  async announceAll(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
    const now = this.#clock.now();
    const jobs = announcements.flatMap(({ event, payload }) =>
      (this.#after.get(event) ?? []).map((listener) => ({
        ...{ name: listener.name, payload, now },
        runAt: now + listener.delayMs(payload as never),
      })),
    );
    await putJobs(tx, jobs);
  }

  /** The job handlers that the worker needs for the after-listeners. */
  handlers(): JobHandler[] {
    return [...this.#after.values()]
      .flat()
      .map((listener) => ({ name: listener.name, run: (payload, job) => listener.run(payload as never, job) }));
  }
}

function append<L extends Listener>(known: Map<string, L[]>, listener: L): void {
  known.set(listener.event, [...(known.get(listener.event) ?? []), listener]);
}
