import { randomUUID } from 'node:crypto';
import { SECOND_MS } from '../../../system/clock';
import type { PaymentLinks } from '../../payment_link/context';
import { beginState, readState, swapState } from '../../payment_link/state';

interface Lease {
  readonly owner: string;
  /** UTC epoch ms. */
  readonly until: number;
}

const STATE = 'watch_lease';
/** How long a killed watcher keeps the others waiting. */
const LEASE_MS = 15 * SECOND_MS;
const RENEW_BELOW_MS = 8 * SECOND_MS;

/** Only one process watches a shop; the others ask now and then whether it is gone. */
export class WatchLease {
  readonly #context: Pick<PaymentLinks, 'db' | 'clock'>;
  readonly #owner = randomUUID();
  #mine: Lease | null = null;
  #askAgainAt = 0;

  constructor(context: Pick<PaymentLinks, 'db' | 'clock'>) {
    this.#context = context;
  }

  async holds(): Promise<boolean> {
    const { db, clock } = this.#context;
    const now = clock.now();
    if (this.#mine !== null && this.#mine.until - now > RENEW_BELOW_MS) return true;
    if (this.#mine === null && now < this.#askAgainAt) return false;
    const known = await readState<Lease>(db, STATE);
    if (known === null) await beginState(db, STATE, FREE, now);
    const held = known ?? FREE;
    const next = { owner: this.#owner, until: now + LEASE_MS };
    const free = held.owner === this.#owner || held.until <= now;
    this.#mine = free && (await swapState(db, STATE, held, next, now)) ? next : null;
    this.#askAgainAt = now + 5 * SECOND_MS;
    return this.#mine !== null;
  }

  /** Lets another process go on at once. */
  async release(): Promise<void> {
    if (this.#mine === null) return;
    await swapState(this.#context.db, STATE, this.#mine, FREE, this.#context.clock.now());
    this.#mine = null;
  }
}

const FREE: Lease = { owner: '', until: 0 };
