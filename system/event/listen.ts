import type { Tx } from '../db/table';
import type { Job } from '../outbox/job';
import type { AfterName, AfterPayload, BeforeName, BeforeValue } from './events';

/** A listener is a named value that a manifest lists. */
export type Listener = BeforeListener | AfterListener;

export interface BeforeListener {
  readonly kind: 'before';
  readonly event: string;
  readonly name: string;
  readonly run: (tx: Tx, value: never) => Promise<unknown>;
}

export interface AfterListener {
  readonly kind: 'after';
  readonly event: string;
  readonly name: string;
  readonly run: (payload: never, job: Job) => Promise<void>;
  /** How long after the event the job is due, ms. */
  readonly delayMs: (payload: never) => number;
}

/** Amends the value, or throws to veto. Runs in the emitter's transaction: no network, nothing slow. */
export function before<N extends BeforeName>(
  event: N,
  name: string,
  run: (tx: Tx, value: BeforeValue<N>) => Promise<BeforeValue<N>>,
): BeforeListener {
  return { kind: 'before', event, name, run: run as BeforeListener['run'] };
}

/** A durable job, at least once: `run` must bear being repeated. `name` is stored with the job: never rename it. */
export function after<N extends AfterName>(
  event: N,
  name: string,
  run: (payload: AfterPayload<N>, job: Job) => Promise<void>,
  delayMs: (payload: AfterPayload<N>) => number = () => 0,
): AfterListener {
  return { kind: 'after', event, name, run: run as AfterListener['run'], delayMs: delayMs as AfterListener['delayMs'] };
}
